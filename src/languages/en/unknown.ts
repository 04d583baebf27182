import {say} from "../../model/text.ts";
import type {Words} from "../../narrative/point.ts";
import type {UnknownHeading, UnknownSentence} from "../../narrative/unknown.ts";

export const unknownHeadings: Words<UnknownHeading> = {
  unknown: () => say`What we do not know`,
};

export const unknownSentences: Words<UnknownSentence> = {
  "tie-untold": (_, {asset, benchmark, pen}) =>
    say`Whether ${pen.name(asset.symbol)} has come loose from ${pen.name(benchmark.name)}: that takes months of daily closes of both, which these data do not have. The change of a day is a return, not a correlation.`,
  "cases-untold-still": () =>
    say`Where it could go: the closes on record do not move, and nothing can be simulated from them.`,
  "history-untold": () =>
    say`How much it moves and where it could go: that takes a history of daily closes, which these data do not have.`,
  "closes-too-old": ({day}, {pen}) =>
    say`Anything that rests on daily closes: the last one on record is that of ${pen.day(day)}, too old to speak of today.`,
  "cases-untold-unlike": (_, {asset, pen}) =>
    say`Where it could go: nothing in the record of ${pen.name(asset.symbol)} resembles this day, so that no range can be drawn from it.`,
  "too-few-returns": ({about, days, needed}, {pen}) =>
    say`${subjects[about]}: ${pen.counted(days)} daily ${days.value === 1 ? "return is" : "returns are"} on record and ${pen.counted(needed)} are needed.`,
  "quotes-untold": () =>
    say`The change in other currencies: no quotes are on record for these hours.`,
  "day-untold": () => say`The change over the day: no earlier price is on record.`,
  searched: ({rank, listed, source}, {pen}) =>
    say`Who looked it up: ${pen.name(source)} lists it as number ${pen.count(rank)} of the ${pen.count(listed)} most searched coins, and a search is no purchase.`,
  "feed-faults"({first, days}, {pen}) {
    return days === "one"
      ? say`The price of ${pen.day(first)}: the feed is at fault, by the rules of the method, and the evidence tells what was left out.`
      : say`The price on several days, the first of them ${pen.day(first)}: the feed is at fault, by the rules of the method, and the evidence lists what was left out.`;
  },
};

const subjects = {
  tie: "Whether the tie to the benchmark has changed",
  cases: "Where it could go",
  risk: "How much it moves",
} as const;
