import {calendarOf} from "../../model/calendar.ts";
import {addDays, toDate} from "./dates.ts";

/**
 * Days with dates; where days are missing, one without values breaks lines and bands there. Those on
 * which the market rests are not missing.
 */
export function withGaps<T extends {readonly date: string}>(
  days: readonly T[],
): {date: Date; day?: T}[] {
  const {isNext} = calendarOf(days.map(({date}) => date));
  return days.flatMap((day, i) => {
    const before = days[i - 1]?.date;
    const isGap = before !== undefined && before < day.date && !isNext(before, day.date);
    return [...(isGap ? [{date: addDays(toDate(before), 1)}] : []), {date: toDate(day.date), day}];
  });
}

/** Every so many-th of the days, counted from the last, so that about `count` stay at most. */
export function thinned<T>(days: readonly T[], count: number): readonly T[] {
  const stride = Math.max(1, Math.ceil(days.length / count));
  return days.filter((_, i) => (days.length - 1 - i) % stride === 0);
}

/** The first of the days for which `better` prefers none of the others. */
export function pick<T>(days: readonly T[], better: (a: T, b: T) => boolean): T {
  return days.reduce((best, day) => (better(day, best) ? day : best));
}

/** @throws RangeError when a chart has no days, or a number that is none */
export function checkDays(name: string, days: readonly object[]): void {
  if (days.length === 0) throw new RangeError(`nothing to draw: ${name} has no days`);
  for (const day of days) {
    for (const [key, value] of Object.entries(day)) {
      if (typeof value !== "number" || Number.isFinite(value)) continue;
      throw new RangeError(`not a number: ${key} in ${name}: ${JSON.stringify(day)}`);
    }
  }
}
