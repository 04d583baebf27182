import {join, say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SinceHeading, SinceMarket, SinceSentence} from "../../narrative/since.ts";
import {days, list, moved, upOrDown} from "./words.ts";

export const sinceHeadings: Words<SinceHeading> = {
  since: ({day}, {pen}) => say`Since our note of ${pen.shortDay(day)}`,
};

export const sinceSentences: Words<SinceSentence> = {
  "since-move"({size, days: ago, former, now, move, benchmark}, telling) {
    const {asset, benchmark: other, pen} = telling;
    const beside = benchmark ? say`; ${pen.name(other.name)} ${moved(benchmark, pen)}` : [];
    const [before, today] = apart([former, now], pen.price);
    const note = say`That note, ${days(ago, pen)} ago, had ${pen.name(asset.symbol)} at ${before}`;
    switch (size) {
      case "hardly":
        return say`${note}, and it is within half a per cent of that${beside}.`;
      case "moved":
        return say`${note}. At ${today} it is ${upOrDown(move, pen)}${beside}.`;
    }
  },
  "since-tie"({verdict, before, now}, {benchmark, pen}) {
    const other = pen.name(benchmark.name);
    const numbers = say`rank correlation ${pen.correlation(before.rho)} then, ${pen.correlation(now.rho)} now over ${pen.count(before.days)} days`;
    return verdict === "kept"
      ? say`The tie to ${other} is ${verdicts[now.verdict]}, as it was found then (${numbers}).`
      : say`The verdict on its tie to ${other} has changed, from ${verdicts[before.verdict]} to ${verdicts[now.verdict]} (${numbers}).`;
  },
  "since-market": market,
  "case-decided"({outcome: {note, date, low, high, price, in: place}}, {fixed, pen}) {
    return say`Decided on ${pen.day(date)}: our note of ${pen.day(note.asOf.slice(0, 10))} put ${pen.worded(fixed.half, "half")} of the outcomes between ${pen.roughPrice(low)} and ${pen.roughPrice(high)}. The close was ${pen.price(price)}, ${sides[place]}.`;
  },
  "cases-open"({told, groups}, {pen}) {
    const stands = groups.map(({place, ranges}) => {
      const each = ranges.map(
        ({date, low, high}) =>
          say`${pen.roughPrice(low)} to ${pen.roughPrice(high)} for ${pen.day(date)}`,
      );
      return say`${places[place]} ${list(each)}`;
    });
    const begin =
      told === "next" ? say`Of the base ranges decided next` : say`Of the base ranges still open`;
    return say`${begin} the price is ${join(stands, "; it is ")}.`;
  },
};

const verdicts = {
  weakened: "weaker than before",
  strengthened: "stronger than before",
  "no-change-found": "unchanged as far as could be seen",
} as const;

const sides = {
  bear: "below it: the bear case",
  base: "inside it: the base case",
  bull: "above it: the bull case",
} as const;

const places = {bear: "below", base: "inside", bull: "above"} as const;

function market({rank, turnover}: SinceMarket, {pen}: Telling): Text {
  const parts = [
    ...(rank
      ? [say`its rank by market cap went from ${pen.count(rank.before)} to ${pen.count(rank.now)}`]
      : []),
    ...(turnover ? [turned(turnover, pen)] : []),
  ];
  return say`Meanwhile ${join(parts, " and ")}.`;
}

function turned({before, now}: NonNullable<SinceMarket["turnover"]>, pen: Telling["pen"]): Text {
  const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
  return say`turnover ${now.value > before.value ? "rose" : "fell"} from ${from} to ${to} of market cap`;
}
