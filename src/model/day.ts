/** In UTC every day is as long as any other. */
const dayMs = 86_400_000;

/** A UTC calendar day, YYYY-MM-DD. */
export type Day = string;

/**
 * The day `count` days after the given one.
 *
 * @example addDays("2026-02-27", 3) // "2026-03-02"
 */
export function addDays(day: Day, count: number): Day {
  return new Date(startOf(day) + count * dayMs).toISOString().slice(0, 10);
}

/**
 * How many days the second day lies after the first.
 *
 * @example daysBetween("2026-02-27", "2026-03-02") // 3
 */
export function daysBetween(from: Day, to: Day): number {
  return (startOf(to) - startOf(from)) / dayMs;
}

const startOf = (day: Day) => Date.parse(day.slice(0, 10));

/**
 * The last UTC day that is over at the instant.
 *
 * @example lastDayOver("2026-03-20T02:00:00Z") // "2026-03-19"
 */
export function lastDayOver(instant: string): Day {
  return addDays(instant.slice(0, 10), -1);
}

/**
 * The instant at which the day is over.
 *
 * @example endOfDay("2026-03-18") // "2026-03-19T00:00:00Z"
 */
export function endOfDay(day: Day): string {
  return `${addDays(day, 1)}T00:00:00Z`;
}

/**
 * The day whose end lies nearest to the instant.
 *
 * @example dayEndingNearest("2026-03-20T02:00:00Z") // "2026-03-19"
 * @example dayEndingNearest("2026-03-20T20:00:00Z") // "2026-03-20"
 */
export function dayEndingNearest(instant: string): Day {
  const midnight = Math.round(Date.parse(instant) / dayMs) * dayMs;
  return lastDayOver(new Date(midnight).toISOString());
}

/**
 * The name of the day in its week, in English and small letters.
 *
 * @example weekday("2023-09-23") // "saturday"
 */
export const weekday = (day: Day): Weekday => weekdays[new Date(startOf(day)).getUTCDay()]!;

const weekdays = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;

export type Weekday = (typeof weekdays)[number];
