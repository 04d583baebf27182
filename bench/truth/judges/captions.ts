import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";

/** A drawing of closes shows the last 90, or all that there are. */
const drawn = 90;

function shownCloses(facts: Facts) {
  const {days} = facts.coin;
  const from = days.at(-drawn) ?? days[0]!;
  return facts.coin.between(from, facts.last);
}

function extreme(way: "high" | "low", facts: Facts) {
  return shownCloses(facts).reduce((a, b) =>
    (way === "high" ? b.close > a.close : b.close < a.close) ? b : a,
  );
}

/** The day that the caption names is that of the extreme, among the closes that are drawn. */
function named(way: "high" | "low", day: number, facts: Facts): Verdict {
  const all = shownCloses(facts);
  if (facts.pegged || facts.coin.doubtful(all[0]!.day, facts.last))
    return verdict("superlative", undefined);
  const real = extreme(way, facts);
  return verdict("superlative", real.day === day, dateOf(real.day));
}

export const captions: Judge = {
  subject: "closes that are drawn",
  readings: [
    reading(
      ["^Exhibit \\d+\\. (?:Down from the high|Up from the low) of {day:date}$"],
      ["^Grafik \\d+\\. {day:date} (?:zirvenin altında|dibin üstünde)$"],
      (found, facts) =>
        named(/high|zirve/.test(found.text) ? "high" : "low", found.day("day"), facts),
    ),
    reading(
      "^Exhibit \\d+\\. {coin} at its (?<end>highest|lowest) of these days$",
      "^Grafik \\d+\\. {coin} bu günlerin en (?<end>yükseğinde|düşüğünde)$",
      (found, facts) =>
        named(/high|yüksek/.test(found.word("end")) ? "high" : "low", facts.last, facts),
    ),
  ],
};
