import {addDays, lastDayOver} from "../../model/day.ts";
import type {Rarity, SpanRecord} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {notable, rarity} from "../../narrative/news.ts";
import {told} from "../../narrative/point.ts";
import {marketRecord} from "../../narrative/rare.ts";
import {fieldSentences} from "./field.ts";
import {days, lastOf, rose} from "./words.ts";

/** So few cases are counted; of more only the last is named. */
const few = 5;

/** "Of its 2,401 daily returns since 2 March 2019 four were as bad or worse, the last on 19 May 2021." */
export function dayRecord({records, pen}: Facts): Text {
  const day = records?.day;
  if (!day) return [];
  const up = rose(day.change);
  const {beyond, earlier, from, last} = day;
  if (!last)
    return say`None of its ${pen.count(earlier)} earlier daily returns on record, since ${pen.day(from)}, was as ${up ? "high" : "low"}.`;
  if (beyond.value > few)
    return say`It had not ${up ? "gained" : "lost"} as much in a day since ${pen.day(last)}.`;
  return say`Of its ${pen.count(earlier)} earlier daily returns on record, since ${pen.day(from)}, ${pen.counted(beyond)} ${beyond.value === 1 ? "was" : "were"} as ${up ? "high" : "low"}${lastOf(beyond, last, pen)}.`;
}

/** "Its lowest close since 5 July 2020", or of all that are on record. */
export function levelRecord({records, state, pen}: Facts): Text {
  const level = records?.level;
  if (!level) return [];
  const {earlier, from, last, end} = level;
  const superlative = end === "high" ? "highest" : "lowest";
  if (state.priceIs === "close")
    return last
      ? say`It is the ${superlative} close since ${pen.day(last)}.`
      : say`It is the ${superlative} close on record: ${pen.count(earlier)} earlier ones go back to ${pen.day(from)}.`;
  const beyond = end === "high" ? "above" : "below";
  return last
    ? say`That is ${beyond} every close since ${pen.day(last)}.`
    : say`That is ${beyond} every close on record: ${pen.count(earlier)} of them go back to ${pen.day(from)}.`;
}

/** The last such span before this one; nothing where one that overlaps it was as extreme. */
export function spanRecord(span: SpanRecord, {pen}: Facts): Text {
  const verb = rose(span.change) ? "gained" : "lost";
  const length = spanWords(span, pen);
  if (!span.last)
    return say`It had never ${verb} as much in ${length} on record, which begins on ${pen.day(span.from)}.`;
  if (rarity(span) < notable)
    return say`Of ${pen.count(span.earlier)} earlier spans of ${pen.count(span.days)} days on record, since ${pen.day(span.from)}, ${pen.count(span.beyond)} were as ${rose(span.change) ? "high" : "low"}.`;
  return isBefore(span, span.start.day)
    ? say`It had not ${verb} as much in ${length} since the one that ended on ${pen.day(span.last)}.`
    : [];
}

const isBefore = ({last}: Rarity, day: string) => last !== undefined && last <= day;

/** "a week", "30 days" */
export const spanWords = ({window, days: count}: SpanRecord, pen: Facts["pen"]): Text =>
  window === 7 ? say`${pen.worded(count, "a week")}` : say`${days(count, pen)}`;

/** How the month swung beside all months before it. */
export function volatilityRecord({records, pen}: Facts): Text {
  const found = records?.volatility;
  if (!found) return [];
  const {end, last, from, figure} = found;
  const more = end === "high" ? "as much" : "as little";
  const begin = addDays(lastDayOver(figure.asOf), -30);
  if (!last)
    return say`It has never swung ${more} over a month on record, which begins on ${pen.day(from)}.`;
  return isBefore(found, begin)
    ? say`It had not swung ${more} over a month since the one that ended on ${pen.day(last)}.`
    : [];
}

/** The day's volume beside its own of the past year. */
export function volumeRecord({records, pen}: Facts): Text {
  const found = records?.volume;
  if (!found) return [];
  const {figure, median, earlier, beyond, last, end} = found;
  const busier = end === "high" ? "busier" : "quieter";
  const place =
    last === undefined
      ? say`none of them was ${busier}`
      : beyond.value > few
        ? say`no day has been ${busier} since ${pen.day(last)}`
        : say`${pen.counted(beyond)} of them ${beyond.value === 1 ? "was" : "were"} ${busier}`;
  return say`${pen.money(figure)} changed hands, where the median of the ${pen.count(earlier)} days on record in the year before is ${pen.money(median)}; ${place}.`;
}

/** The median of the others, and how rare such a day is: for a reader who has not met it yet. */
export function marketDay(facts: Facts): Text {
  const {field, pen} = facts;
  if (!field || field.median.value === 0) return [];
  const {median} = field;
  return join([
    say`The median coin ${rose(median) ? "gained" : "lost"} ${pen.size(median)}.`,
    told(fieldSentences, marketRecord(facts), facts),
  ]);
}
