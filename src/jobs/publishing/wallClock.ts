import {UsageError} from "../../model/errors.ts";
import {offsetAt} from "../zone.ts";

const day = 86_400_000;

/**
 * The instant that somebody means: one with its offset, or an hour of the wall clock of a zone. An
 * hour that the clock shows twice is the first of the two; one that it leaves out is the instant at
 * which it does.
 *
 * @example instantOf("2026-11-30T09:00:00+03:00", "UTC").toISOString() // "2026-11-30T06:00:00.000Z"
 * @example instantOf("2026-11-30T09:00", "Europe/Istanbul").toISOString() // "2026-11-30T06:00:00.000Z"
 * @example instantOf("2026-03-29T02:30", "Europe/Berlin").toISOString() // "2026-03-29T01:00:00.000Z"
 * @example instantOf("2026-10-25T02:30", "Europe/Berlin").toISOString() // "2026-10-25T00:30:00.000Z"
 * @throws UsageError for what is neither
 */
export function instantOf(text: string, zone: string): Date {
  const [, date, time] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)$/.exec(text) ?? [];
  if (date === undefined || time === undefined) return instantWithOffset(text);
  const wall = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date)) throw noInstant(text);
  // What the clock shows before and after any change nearby.
  const offsets = [offsetAt(zone, wall - day), offsetAt(zone, wall + day)];
  const meant = offsets
    .map(offset => wall - offset)
    .filter(instant => instant + offsetAt(zone, instant) === wall);
  return new Date(meant.length > 0 ? Math.min(...meant) : changeNear(zone, wall, offsets));
}

function instantWithOffset(text: string): Date {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/.test(text))
    throw noInstant(text);
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw noInstant(text);
  return instant;
}

const noInstant = (text: string) =>
  new UsageError(
    `"${text}" is no instant: write it as 2026-11-30T09:00 for an hour at the target, or with its offset, such as 2026-11-30T09:00+03:00`,
  );

/** The second from which the clock goes by the second of two offsets. */
function changeNear(
  zone: string,
  wall: number,
  [before = 0, after = 0]: readonly number[],
): number {
  let [same, changed] = [
    Math.floor((wall - Math.max(before, after)) / 1000) - 1,
    Math.ceil((wall - Math.min(before, after)) / 1000),
  ];
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (offsetAt(zone, middle * 1000) === before) same = middle;
    else changed = middle;
  }
  return changed * 1000;
}
