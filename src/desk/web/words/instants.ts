import {locale} from "./locale.ts";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const tag = () => (locale.value === "en" ? "en-GB" : locale.value);
const inZone = (options: Intl.DateTimeFormatOptions, timeZone = zone) =>
  new Intl.DateTimeFormat(tag(), {...options, timeZone});

/** The reader's zone, such as Europe/Istanbul. */
export const readersZone = zone;

/** Day and time in the reader's zone. */
export const dayAndTime = (iso: string) =>
  inZone({day: "numeric", month: "short", hour: "2-digit", minute: "2-digit"}).format(
    new Date(iso),
  );

/** The time of today, the day of another. */
export function lately(iso: string, now = new Date()): string {
  const at = new Date(iso);
  const day = inZone({day: "numeric", month: "short", year: "numeric"});
  return day.format(at) === day.format(now)
    ? inZone({hour: "2-digit", minute: "2-digit"}).format(at)
    : inZone({day: "numeric", month: "short"}).format(at);
}

/** Day and time in UTC, as notes have it. */
export const inUtc = (iso: string) =>
  `${inZone({day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit"}, "UTC").format(new Date(iso))} UTC`;
