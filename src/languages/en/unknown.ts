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
  "too-few-returns": ({about, days, needed}, {benchmark, pen}) =>
    say`${about === "tie" ? say`Whether its tie to ${pen.name(benchmark.name)} has changed` : subjects[about]}: ${pen.counted(days)} daily ${days.value === 1 ? "return is" : "returns are"} on record and ${pen.counted(needed)} are needed.`,
  "quotes-untold": () =>
    say`The change in other currencies: no quotes are on record for these hours.`,
  "day-untold": () => say`The change over the day: no earlier price is on record.`,
  searched: ({rank, listed, source}, {pen}) =>
    say`Who looked it up: ${pen.name(source)} lists it as number ${pen.count(rank)} of the ${pen.count(listed)} most searched coins, and a search is no purchase.`,
  "feed-faults"({first, days}, {pen}) {
    return days === "one"
      ? say`The price of ${pen.day(first)}, left out as a fault of the feed.`
      : say`The price of several days from ${pen.day(first)} on, left out as faults of the feed; the evidence lists them.`;
  },
};

const subjects = {
  cases: "Where it could go",
  risk: "How much it moves",
} as const;
