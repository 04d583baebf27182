import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {percent} from "../words.ts";

/** A level is close to another where no more than a tenth lies between. */
const close = 0.1;
/** A record that begins within the year is none: told as one, it is a span that was not there. */
const isYear = (facts: Facts) => facts.coin.first <= facts.last - 359;

type End = "low" | "high";

/** The year's extreme among closes; the day of the price, one day more or less back, is a matter of counting. */
function extremes(facts: Facts, end: End): {day: number; close: number}[] {
  const of = (days: number) =>
    facts.coin
      .between(facts.last - days, facts.last)
      .reduce((a, b) => (end === "low" ? (b.close < a.close ? b : a) : b.close > a.close ? b : a));
  return [of(364), of(365), of(366)];
}

const told = (one: {day: number; close: number}) => `${one.close} on ${dateOf(one.day)}`;

function extreme(
  level: {value: number; step: number; text: string; signed: boolean},
  day: number | undefined,
  end: End,
  facts: Facts,
): Verdict[] {
  const year = facts.coin.between(facts.last - 366, facts.last);
  if (facts.pegged || facts.coin.doubtful(facts.last - 366, facts.last))
    return [verdict("superlative", undefined)];
  const real = extremes(facts, end);
  return [
    verdict(
      "superlative",
      real.some(one => agrees(level, one.close) && (day === undefined || day === one.day)),
      told(real[0]!),
    ),
    verdict("span", isYear(facts), `${year.length} closes in the year`),
  ];
}

const endOf = (word: string): End => (/low|düşük/.test(word) ? "low" : "high");

function near(level: number, facts: Facts): Verdict {
  const gap = Math.abs(facts.price / level - 1);
  return verdict("nearness", gap <= close, `${percent(gap)} apart`);
}

export const levels: Judge = {
  subject: "levels of the year",
  readings: [
    reading(
      [
        "^{coin} at {price:usd} is close to its (?<end>lowest|highest) close of the past year, {level:usd}",
        "^At {price:usd}, close to the year’s (?<end>lowest|highest) close of {level:usd}",
      ],
      [
        "^{coin} {price:usd} son bir yılın en (?<end>düşük|yüksek) kapanışına yakın: {level:usd}",
        "^Fiyat {price:usd}; yılın en (?<end>düşük|yüksek) kapanışı {level:usd}, yani yakınında",
      ],
      (found, facts) => [
        verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
        ...extreme(found.figure("level"), undefined, endOf(found.word("end")), facts),
        near(found.figure("level").value, facts),
      ],
    ),
    reading(
      "stands close to the year’s (?<end>lowest|highest) close, {level:usd} on {day:date}, and far from its (?:highest|lowest), {other:usd} on {otherDay:date}",
      "yılın en (?<end>düşük|yüksek) kapanışına yakın \\({level:usd}, {day:date}\\), en \\p{L}+ uzak \\({other:usd}, {otherDay:date}\\)",
      (found, facts) => {
        const end = endOf(found.word("end"));
        const other = end === "low" ? "high" : "low";
        const gap = Math.abs(Math.log(facts.price / found.figure("other").value));
        return [
          ...extreme(found.figure("level"), found.day("day"), end, facts),
          ...extreme(found.figure("other"), found.day("otherDay"), other, facts),
          near(found.figure("level").value, facts),
          verdict("nearness", gap > Math.log(1.2), `${percent(Math.exp(gap) - 1)} apart`),
        ];
      },
    ),
    reading(
      "stands between the year’s lowest close, {level:usd} on {day:date}, and its highest, {other:usd} on {otherDay:date}",
      "yılın en düşük kapanışı \\({level:usd}, {day:date}\\) ile en yüksek kapanışı \\({other:usd}, {otherDay:date}\\) arasında",
      (found, facts) => [
        ...extreme(found.figure("level"), found.day("day"), "low", facts),
        ...extreme(found.figure("other"), found.day("otherDay"), "high", facts),
        verdict(
          "comparison",
          facts.price >= found.figure("level").value * 0.999 &&
            facts.price <= found.figure("other").value * 1.001,
          facts.price,
        ),
      ],
    ),
    reading(
      "stands {gap:pct} (?<side>below|above) the year’s (?<end>highest|lowest) close, {level:usd} on {day:date}",
      "yılın en (?<end>yüksek|düşük) kapanışının \\({level:usd}, {day:date}\\) {gap:pct} (?<side>altında|üstünde)",
      (found, facts) => {
        const end = endOf(found.word("end"));
        const then = facts.coin.at(found.day("day"));
        if (then === undefined) return verdict("superlative", false, "no close on that day");
        const gap = Math.abs(facts.price / then - 1);
        const below = /below|altında/.test(found.word("side"));
        return [
          ...extreme(found.figure("level"), found.day("day"), end, facts),
          verdict("figure", agrees(found.figure("gap"), gap), percent(gap)),
          verdict("direction", below === facts.price < then, facts.price),
        ];
      },
    ),
    reading(
      "closed at its (?<end>lowest|highest) of the past year on {day:date}",
      "son bir yılın en (?<end>düşük|yüksek) kapanışını {day:date} yaptı",
      (found, facts) => {
        const real = extremes(facts, endOf(found.word("end")));
        if (facts.pegged || facts.coin.doubtful(facts.last - 366, facts.last))
          return verdict("superlative", undefined);
        return [
          verdict(
            "superlative",
            real.some(({day}) => day === found.day("day")),
            told(real[0]!),
          ),
          verdict("span", isYear(facts), `${facts.year().length} closes in the year`),
        ];
      },
    ),
    reading(
      [
        "{coin} closes at {level:usd}, its (?<end>lowest|highest) of the past year",
        "^The (?<end>lowest|highest) close of the past year, {level:usd}",
        "At {level:usd} {coin} stands at the (?<end>lowest|highest) close of the past year",
      ],
      [
        "^Son bir yılın en (?<end>düşük|yüksek) kapanışı: {level:usd}",
        "{coin} {level:usd} son bir yılın en (?<end>düşük|yüksek) kapanışını yaptı",
        "{coin} {level:usd} son bir yılın en (?<end>düşük|yüksek) kapanışında",
      ],
      (found, facts) => extreme(found.figure("level"), facts.last, endOf(found.word("end")), facts),
    ),
    reading(
      "{coin} at {level:usd} is (?<end>below|above) every close of the past year",
      "{coin} {level:usd} son bir yılın bütün kapanışlarının (?<end>altında|üstünde)",
      (found, facts) => {
        const below = /below|altında/.test(found.word("end"));
        const others = facts.year().filter(({day}) => facts.answered || day < facts.last);
        return [
          verdict(
            "superlative",
            others.every(({close: one}) => (below ? facts.price < one : facts.price > one)),
            told(extremes(facts, below ? "low" : "high")[0]!),
          ),
          verdict("span", isYear(facts), `${facts.year().length} closes in the year`),
        ];
      },
    ),
    reading(
      "^Range of a year, closes: {low:usd} \\({lowDay:date}\\) to {high:usd} \\({highDay:date}\\)",
      "^Bir yıllık aralık, kapanış: {low:usd} \\({lowDay:date}\\) ile {high:usd} \\({highDay:date}\\)",
      (found, facts) => [
        ...extreme(found.figure("low"), found.day("lowDay"), "low", facts),
        ...extreme(found.figure("high"), found.day("highDay"), "high", facts),
        verdict(
          "span",
          found.figure("low").value < found.figure("high").value,
          extremes(facts, "low").concat(extremes(facts, "high")).map(told).join(", "),
        ),
      ],
    ),
  ],
};
