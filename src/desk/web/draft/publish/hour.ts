import {instantOf} from "../../../../jobs/publishing/wallClock.ts";
import {clock, readersZone, weekdayAndTime} from "../../words/instants.ts";
import {locale} from "../../words/locale.ts";
import {placeOf} from "../../words/zones.ts";

/**
 * The instant of an hour of the wall clock in a zone; undefined while it is being typed.
 *
 * @example instantIn("2026-11-30T09:00", "Europe/Istanbul") // "2026-11-30T06:00:00.000Z"
 * @example instantIn("2026-11-", "UTC") // undefined
 */
export function instantIn(hour: string, zone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(hour)) return undefined;
  try {
    return instantOf(hour, zone).toISOString();
  } catch {
    return undefined;
  }
}

/**
 * What the wall clock of a zone shows at an instant, as a field for it has it.
 *
 * @example hourIn("2026-11-30T06:00:00Z", "Europe/Istanbul") // "2026-11-30T09:00"
 */
export const hourIn = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(new Date(iso))
    .replace(" ", "T");

/** The next full hour that is at least half an hour away. */
export function nextHour(now = new Date()): string {
  const hour = 3_600_000;
  return new Date(Math.ceil((now.getTime() + hour / 2) / hour) * hour).toISOString();
}

/** An hour that is still to come on each of the walls. */
export const hourAhead = (zones: readonly string[], now = new Date()): string =>
  (zones.length === 0 ? ["UTC"] : zones)
    .map(zone => hourIn(nextHour(now), zone))
    .toSorted()
    .at(-1) ?? "";

/** Weekday, day and time at a target, with the time in UTC and where the reader is beside it. */
export function atTarget(iso: string, zone: string, here: string): string {
  if (zone === "UTC" && readersZone === "UTC") return `${weekdayAndTime(iso, "UTC")} UTC`;
  const there = `${weekdayAndTime(iso, zone)} ${zone === "UTC" ? "UTC" : placeOf(zone, locale.value)}`;
  const others = [
    zone !== "UTC" && `${clock(iso, "UTC")} UTC`,
    readersZone !== zone && readersZone !== "UTC" && `${clock(iso)} ${here}`,
  ].filter(Boolean);
  return others.length > 0 ? `${there} (${others.join(", ")})` : there;
}
