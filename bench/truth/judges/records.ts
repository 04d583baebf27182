import type {Facts} from "../facts.ts";
import {type Judge, reading, type Verdict, verdict} from "../judge.ts";
import {dateOf} from "../market.ts";
import {agrees} from "../printed.ts";
import {percent, rises} from "../words.ts";

type Way = 1 | -1;

const wayOf = (word: string): Way => (/low|düşük|below|altında/.test(word) ? -1 : 1);

/** The last day before the note's on which the value was as high, or as low. */
function lastAs(
  way: Way,
  value: number,
  facts: Facts,
  of: (day: number) => number | undefined,
): number | undefined {
  const until = facts.answered ? facts.last : facts.last - 1;
  return facts.coin.days.findLast(day => {
    const then = of(day);
    return day <= until && then !== undefined && way * then >= way * value;
  });
}

const known = (facts: Facts) =>
  !facts.pegged && !facts.coin.doubtful(facts.coin.first + 1, facts.last);

function since(shown: number | undefined, real: number | undefined): Verdict {
  return verdict(
    "superlative",
    shown === real,
    real === undefined ? "never before on record" : `as much on ${dateOf(real)}`,
  );
}

/** The change over so many days that ends with a day. */
const span = (days: number, facts: Facts) => (day: number) => {
  const [from, to] = [facts.coin.at(day - days), facts.coin.at(day)];
  return from === undefined || to === undefined ? undefined : to / from - 1;
};

export const records: Judge = {
  subject: "records",
  readings: [
    reading(
      "^{coin} (?:closed|stands) at {price:usd}, its (?<end>lowest|highest)(?: close)? (?:since {day:date}|(?<ever>on record))",
      [
        "^{coin} {price:usd},? {day:date} bu yana en (?<end>yüksek|düşük) (?:kapanışını yaptı|düzeyde)",
        "^{coin} {price:usd},? kayıtlardaki en (?<end>yüksek|düşük) (?<ever>kapanışını yaptı|düzeyde)",
      ],
      (found, facts) => {
        if (!known(facts)) return verdict("superlative", undefined);
        const way = wayOf(found.word("end"));
        return [
          verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
          since(
            found.has("day") ? found.day("day") : undefined,
            lastAs(way, facts.price, facts, day => facts.coin.at(day)),
          ),
        ];
      },
    ),
    reading(
      [
        "It is the (?<end>lowest|highest) close on record: {count:count} earlier ones go back to {day:date}",
        "That is (?<end>below|above) every close on record: {count:count} of them go back to {day:date}",
      ],
      "{day:date} bu yana kayıtlı {count:count} kapanış arasında en (?<end>yüksek|düşük) kapanış",
      (found, facts) => {
        if (!known(facts)) return verdict("superlative", undefined);
        const earlier = facts.coin.days.length - (facts.answered ? 0 : 1);
        return [
          since(
            undefined,
            lastAs(wayOf(found.word("end")), facts.price, facts, day => facts.coin.at(day)),
          ),
          verdict("count", Math.abs(found.count("count") - earlier) <= 1, earlier),
          verdict("since", found.day("day") === facts.coin.first, dateOf(facts.coin.first)),
        ];
      },
    ),
    reading(
      "It had not (?<way>lost|gained) as much in a day since {day:date}",
      "Bir günde bu kadar (?<way>kaybettiği|kazandığı) son gün {day:date}",
      (found, facts) => {
        const change = facts.dayChange;
        if (!known(facts) || change === undefined) return verdict("superlative", undefined);
        return since(
          found.day("day"),
          lastAs(rises(found.word("way")), change, facts, span(1, facts)),
        );
      },
    ),
    reading(
      "It had not (?<way>lost|gained) as much in (?<span>a week|{days:count} days) since the one that ended on {day:date}",
      "(?<span>Bir haftada|{days:count} günde) bu kadar (?<way>kaybettiği|kazandığı) son dönem {day:date}",
      (found, facts) => {
        const days = found.has("days") ? found.count("days") : 7;
        const change = facts.since(facts.dayBefore(days));
        if (!known(facts) || change === undefined) return verdict("superlative", undefined);
        return since(
          found.day("day"),
          lastAs(rises(found.word("way")), change, facts, span(days, facts)),
        );
      },
    ),
    reading(
      "Of {count:count} earlier spans of {days:count} days on record, since {day:date}, {as:count} were as (?<end>high|low)",
      "{day:date} bu yana kayıtlı {count:count} {days:count} günlük dönemin {as:count} bu kadar (?<end>yüksek|düşük)",
      (found, facts) => {
        const days = found.count("days");
        const start = facts.dayBefore(days);
        const change = facts.since(start);
        if (!known(facts) || change === undefined) return verdict("count", undefined);
        const way = wayOf(found.word("end"));
        const spans = facts.coin.days
          .filter(day => day <= start)
          .flatMap(day => span(days, facts)(day) ?? []);
        const as = spans.filter(one => way * one >= way * change).length;
        return [
          verdict("count", Math.abs(found.count("count") - spans.length) <= 1, spans.length),
          verdict(
            "count",
            found.count("as") === as,
            `${as} of ${spans.length}, at ${percent(change)}`,
          ),
        ];
      },
    ),
    reading(
      "^{coin} went from {start:usd} at the close of {day:date} to {price:usd}",
      [],
      (found, facts) => [
        verdict(
          "figure",
          agrees(found.figure("start"), facts.coin.at(found.day("day")) ?? 0),
          facts.coin.at(found.day("day")),
        ),
        verdict("figure", agrees(found.figure("price"), facts.price), facts.price),
      ],
    ),
    reading(
      "^{coin} traded {volume:usd} in a day, the most since {day:date}",
      "^{coin} bir günde {volume:usd} işlem gördü, {day:date} bu yana en yükseği",
      (found, facts) => {
        const days = facts.market.activity.get(facts.symbol);
        const volume = days?.get(facts.last)?.volume;
        if (facts.answered || volume === undefined) return verdict("superlative", undefined);
        const real = [...days!.keys()].filter(
          day => day < facts.last && days!.get(day)!.volume >= volume,
        );
        return [
          verdict("figure", agrees(found.figure("volume"), volume), volume),
          since(found.day("day"), real.length === 0 ? undefined : Math.max(...real)),
        ];
      },
    ),
    reading(
      "^{coin} (?<way>rose|fell) {change:pct} in a day, a smaller move than on {fewer:count} of the {days:count} days before",
      "^{coin} bir günde {change:pct} (?<way>yükseldi|geriledi); önceki {days:count} günün {fewer:count}[^.]* daha hareketliydi",
      (found, facts) => {
        const change = facts.dayChange;
        const until = facts.answered ? facts.last : facts.last - 1;
        const days = found.count("days");
        if (!known(facts) || change === undefined) return verdict("count", undefined);
        const before = facts.coin.days
          .filter(day => day <= until && day > until - days)
          .flatMap(day => span(1, facts)(day) ?? []);
        const larger = before.filter(one => Math.abs(one) > Math.abs(change)).length;
        return verdict(
          "count",
          Math.abs(found.count("fewer") - larger) <= 1,
          `${larger} of ${before.length}`,
        );
      },
    ),
  ],
};
