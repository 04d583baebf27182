import {say, type Text} from "../../model/text.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {RecordSentence, SpanLength, VolumeMeasure} from "../../narrative/records.ts";
import {days} from "./words.ts";

/** How rare something is, in one sentence each. */
export const recordSentences: Words<RecordSentence> = {
  "day-record"({way, precedent, most}, {pen}) {
    const verb = way === "up" ? "gained" : "lost";
    switch (precedent.rank) {
      case "none": {
        const before = most
          ? say`; the most was ${pen.size(most.figure)}, on ${pen.day(most.day)}`
          : [];
        return say`In ${pen.count(precedent.earlier)} earlier days on record, since ${pen.day(precedent.from)}, it never ${verb} as much${before}.`;
      }
      case "few":
        return precedent.beyond.value === 1
          ? say`It ${verb} as much on ${pen.counted(precedent.beyond)} of ${pen.count(precedent.earlier)} earlier days on record, ${pen.day(precedent.last)}.`
          : say`It ${verb} as much on ${pen.counted(precedent.beyond)} of ${pen.count(precedent.earlier)} earlier days on record, the last ${pen.day(precedent.last)}.`;
      case "since":
        return say`It had not ${verb} as much in a day since ${pen.day(precedent.last)}.`;
    }
  },
  "level-record"({end, priceIs, precedent}, {pen}) {
    const superlative = end === "high" ? "highest" : "lowest";
    const beyond = end === "high" ? "above" : "below";
    if (precedent.rank === "since")
      return priceIs === "close"
        ? say`It is the ${superlative} close since ${pen.day(precedent.last)}.`
        : say`That is ${beyond} every close since ${pen.day(precedent.last)}.`;
    return priceIs === "close"
      ? say`It is the ${superlative} close on record: ${pen.count(precedent.earlier)} earlier ones go back to ${pen.day(precedent.from)}.`
      : say`That is ${beyond} every close on record: ${pen.count(precedent.earlier)} of them go back to ${pen.day(precedent.from)}.`;
  },
  "span-record"({way, span, precedent}, {pen}) {
    const verb = way === "up" ? "gained" : "lost";
    const length = spanWords(span, pen);
    switch (precedent.rank) {
      case "none":
        return say`It had never ${verb} as much in ${length} on record, which begins on ${pen.day(precedent.from)}.`;
      case "since":
        return say`It had not ${verb} as much in ${length} since the one that ended on ${pen.day(precedent.last)}.`;
      case "often":
        return say`Of ${pen.count(precedent.earlier)} earlier spans of ${pen.count(span.days)} days on record, since ${pen.day(precedent.from)}, ${pen.count(precedent.beyond)} were as ${way === "up" ? "high" : "low"}.`;
    }
  },
  "swings-record": ({extent, precedent}, {pen}) =>
    precedent.rank === "none"
      ? say`It has never swung as ${extent} over a month on record, which begins on ${pen.day(precedent.from)}.`
      : say`It had not swung as ${extent} over a month since the one that ended on ${pen.day(precedent.last)}.`,
  "volume-record"({end, volume, measure, precedent}, {pen}) {
    const busier = end === "high" ? "busier" : "quieter";
    const own = say`${pen.money(volume)} changed hands, ${measureWords(measure, pen)}`;
    switch (precedent.rank) {
      case "none":
        return say`${own}; none of them was ${busier}.`;
      case "one":
        return say`${own}; only ${pen.day(precedent.day)} was ${busier}.`;
      case "few":
        return say`${own}; ${pen.counted(precedent.beyond)} of them were ${busier}.`;
      case "since":
        return say`${own}; no day has been ${busier} since ${pen.day(precedent.last)}.`;
    }
  },
};

/** "80 times the median of the 365 days before", a part of that median, or that median itself. */
export function measureWords(
  {as, times, median, days: counted, record}: VolumeMeasure,
  pen: Telling["pen"],
): Text {
  const usual =
    record === "whole"
      ? say`the median of the ${pen.count(counted)} days before`
      : say`the median of the ${pen.count(counted)} days on record in the year before`;
  switch (as) {
    case "times":
      return say`${pen.times(times)} times ${usual}`;
    case "part":
      return say`${pen.ratio(times, 0)} of ${usual}`;
    case "money":
      return say`where ${usual} is ${pen.money(median)}`;
  }
}

/** "a week", "30 days" */
export const spanWords = ({length, days: count}: SpanLength, pen: Telling["pen"]): Text =>
  length === "week" ? say`${pen.worded(count, "a week")}` : days(count, pen);
