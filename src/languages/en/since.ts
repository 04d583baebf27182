import {join, say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {SinceHeading, SinceSentence} from "../../narrative/since.ts";
import {days, list, moved, upOrDown} from "./words.ts";

export const sinceHeadings: Words<SinceHeading> = {
  "since-note": ({day}, {pen}) => say`Since our note of ${pen.shortDay(day)}`,
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

export const sinceSentences: Words<SinceSentence> = {
  "since-move"({size, days: span, earlier, now, change, benchmark: other}, telling) {
    const {asset, benchmark, pen} = telling;
    const beside = other
      ? say`; ${pen.name(benchmark.name)} ${moved(other, pen)} in that time`
      : [];
    const [before, newest] = apart([earlier, now], pen.price);
    const note = say`That note, ${days(span, pen)} ago, had ${pen.name(asset.symbol)} at ${before}`;
    return size === "still"
      ? say`${note}; it is within half a per cent of that${beside}.`
      : say`${note}. At ${newest} it is ${upOrDown(change, pen)}${beside}.`;
  },
  "since-tie"({agreement, before, now, rhoBefore, rhoNow, days: span}, {benchmark, pen}) {
    const other = pen.name(benchmark.name);
    const numbers = say`${pen.correlation(rhoBefore)} then, ${pen.correlation(rhoNow)} now over ${pen.count(span)} days`;
    return agreement === "same"
      ? say`On the tie to ${other} the verdict stays: ${verdicts[now]} (rank correlation ${numbers}).`
      : say`The verdict on its tie to ${other} has changed, from ${verdicts[before]} to ${verdicts[now]} (rank correlation ${numbers}).`;
  },
  "since-size"({rank, turnover}, {pen}) {
    const ranked = rank
      ? say`its rank by market cap went from ${pen.count(rank.before)} to ${pen.count(rank.now)}`
      : [];
    return say`Meanwhile ${join([ranked, turnover ? turned(turnover) : []], " and ")}.`;

    function turned({before, now, way}: NonNullable<typeof turnover>): Text {
      const [from, to] = apart([before, now], (one, more) => pen.ratio(one, 1 + more));
      return say`turnover ${way === "up" ? "rose" : "fell"} from ${from} to ${to} of market cap`;
    }
  },
  outcome: ({note, date, low, high, price, in: place}, {fixed, pen}) =>
    say`Decided on ${pen.day(date)}: our note of ${pen.day(note)} put ${pen.worded(fixed.half, "half")} of the outcomes between ${pen.roughPrice(low)} and ${pen.roughPrice(high)}. The close was ${pen.price(price)}, ${sides[place]}.`,
  "open-ranges"({which, groups}, {pen}) {
    const each = groups.map(
      ({in: place, ranges}) =>
        say`${places[place]} ${list(ranges.map(({low, high, date}) => say`${pen.roughPrice(low)} to ${pen.roughPrice(high)} for ${pen.day(date)}`))}`,
    );
    const begin = which === "next" ? "decided next" : "still open";
    return say`Of the base ranges ${begin} the price is ${join(each, "; it is ")}.`;
  },
};
