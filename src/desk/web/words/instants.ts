import type {DeskLocale} from "../../../model/deskLocale.ts";
import {locale} from "./locale.ts";
import {placeOf} from "./zones.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const tag = (language: DeskLocale = locale.value) => (language === "en" ? "en-GB" : language);

const made = new Map<string, Intl.DateTimeFormat>();
/** Kept, since they are dear to make and a list needs one a row. */
function inZone(
  options: Intl.DateTimeFormatOptions,
  timeZone = zone,
  language?: DeskLocale,
): Intl.DateTimeFormat {
  const key = JSON.stringify([tag(language), timeZone, options]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(tag(language), {...options, timeZone});
  made.set(key, format);
  return format;
}

const hourAndMinute = {hour: "2-digit", minute: "2-digit"} as const;

/** The reader's zone, such as Europe/Istanbul. */
export const readersZone = zone;

/** Day and time in the reader's zone. */
export const dayAndTime = (iso: string) =>
  inZone({day: "numeric", month: "short", ...hourAndMinute}).format(new Date(iso));

/** Weekday, day and time in a zone, the reader's unless told. */
export const weekdayAndTime = (iso: string, timeZone = zone) =>
  inZone({weekday: "short", day: "numeric", month: "short", ...hourAndMinute}, timeZone).format(
    new Date(iso),
  );

/** The time in a zone, the reader's unless told. */
export const clock = (iso: string, timeZone = zone) =>
  inZone(hourAndMinute, timeZone).format(new Date(iso));

/** The time in the reader's zone, to the second. */
export const clockWithSeconds = (iso: string) =>
  inZone({...hourAndMinute, second: "2-digit"}).format(new Date(iso));

/** The time of today, the day of another. */
export function lately(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = inZone({day: "numeric", month: "short", year: "numeric"});
  return day.format(at) === day.format(now)
    ? inZone(hourAndMinute).format(at)
    : inZone({day: "numeric", month: "short"}).format(at);
}

/** Day and time in UTC, as notes have it; in the language of the page unless told. */
export const inUtc = (iso: string, language?: DeskLocale) =>
  `${inZone({day: "numeric", month: "short", year: "numeric", ...hourAndMinute}, "UTC", language).format(new Date(iso))} UTC`;

/** Day and time in UTC, the year only where it is not this one. */
export function shortUtc(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const sameYear = at.getUTCFullYear() === now.getUTCFullYear();
  const options = {day: "numeric", month: "short", ...hourAndMinute} as const;
  return `${inZone({...options, ...(!sameYear && {year: "numeric" as const})}, "UTC").format(at)} UTC`;
}

/** Weekday, day and time where the reader is, and in UTC where that is another. */
export const inBoth = (iso: string) =>
  zone === "UTC" ? `${weekdayAndTime(iso)} UTC` : `${weekdayAndTime(iso)} (${shortUtc(iso)})`;

/** A day, which is one of UTC; in the language of the page unless told. */
export const dayOf = (day: string, language?: DeskLocale) =>
  inZone({day: "numeric", month: "short", year: "numeric"}, "UTC", language).format(new Date(day));

/** The day, and the reader's zone with how it stands to UTC. */
export function todayAndZone(now = new Date()): string {
  const day = inZone({weekday: "short", day: "numeric", month: "long", year: "numeric"});
  const offset =
    new Intl.DateTimeFormat("en", {timeZone: zone, timeZoneName: "shortOffset"})
      .formatToParts(now)
      .find(({type}) => type === "timeZoneName")
      ?.value.replace("GMT", "UTC") ?? "";
  const place = zone === "UTC" ? "UTC" : `${placeOf(zone, locale.value)}, ${offset}`;
  return `${day.format(now)} · ${place}`;
}

/** How long until an instant, or since; coarse. */
export function fromNow(iso: string, now = new Date()): string {
  const minutes = Math.round((new Date(iso).getTime() - now.getTime()) / 60_000);
  const format = new Intl.RelativeTimeFormat(tag(), {numeric: "always", style: "short"});
  if (Math.abs(minutes) < 60) return format.format(minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return format.format(Math.round(minutes / 60), "hour");
  return format.format(Math.round(minutes / 1440), "day");
}

/** A length of time, to a tenth of a second. */
export function seconds(ms: number): string {
  const number = new Intl.NumberFormat(tag(), {
    minimumFractionDigits: ms < 60_000 ? 1 : 0,
    maximumFractionDigits: ms < 60_000 ? 1 : 0,
  });
  return number.format(ms / 1_000);
}
