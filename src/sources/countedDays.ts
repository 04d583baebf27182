import type {DailySeries} from "../model/market.ts";
import {dayNumber} from "../stats/dayNumber.ts";
import {type SoundPrints, soundPrints} from "../stats/soundPrints.ts";

/** Closes that a coin must have behind it before its change of a day counts. */
const closesBehind = 30;

/** A change that is no fault stays within this ratio (`priceFaults`). */
const quiet = 5;

/** Prints after which a fault is settled: a spike is over within five days (`priceFaults`). */
const settled = 6;

/** Equal prints in a row that are a feed standing still (`staleRuns`). */
const standstill = 5;

/** Closes of one coin and, of each, where it came from. */
export interface SourcedCloses extends Pick<DailySeries, "dates" | "values"> {
  readonly sources: readonly string[];
}

/**
 * The days on which a coin's change from the day before counts among those of others, as places in
 * the series: it has a close of both days, both of one source, and thirty closes behind it that are
 * one series; neither close is a fault of the feed, and the feed does not stand still. Of each day
 * that is judged by what was known at its end, so that no later day changes what an earlier one says.
 */
export function countedDays({dates, values, sources}: SourcedCloses): number[] {
  const days = dates.map(dayNumber);
  const counted: number[] = [];
  let seen: {readonly prints: SoundPrints; readonly upTo: number} | undefined;
  let jumped = -Infinity;
  let stands = false;
  for (let i = 1; i < dates.length; i++) {
    const ratio = values[i]! / values[i - 1]!;
    if (!(ratio <= quiet && ratio >= 1 / quiet)) jumped = i;
    const unsettled = i - jumped < settled;
    // A feed that stood still yesterday still does.
    stands = !unsettled && ratio === 1 && stands;
    if (stands) continue;
    const looked = unsettled || isLevel(values, i);
    if (looked) seen = {prints: soundPrints(upTo({dates, values}, i)), upTo: i};
    const behind = seen ? seen.prints.dates.length + i - seen.upTo - 1 : i;
    if (looked && seen) {
      const {dates: kept, standing} = seen.prints;
      stands = standing.has(dates[i]!);
      if (stands || kept.at(-1) !== dates[i] || kept.at(-2) !== dates[i - 1]) continue;
    }
    const follows = days[i] === days[i - 1]! + 1 && sources[i] === sources[i - 1];
    if (follows && behind >= closesBehind) counted.push(i);
  }
  return counted;
}

/** Whether the print is the last of so many equal ones. */
function isLevel(values: readonly number[], last: number): boolean {
  for (let i = last - standstill + 1; i < last; i++) if (values[i] !== values[last]) return false;
  return true;
}

const upTo = ({dates, values}: Pick<DailySeries, "dates" | "values">, last: number) => ({
  dates: dates.slice(0, last + 1),
  values: values.slice(0, last + 1),
});
