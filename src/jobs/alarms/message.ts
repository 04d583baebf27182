import {displayText} from "../../format/displayText.ts";
import type {Alarm} from "../../model/alarm.ts";

/** An alarm in words. */
export interface Message {
  /** One line that says it all. */
  readonly title: string;
  /** Plain text, in lines. */
  readonly text: string;
}

/** Words an alarm. Nothing in its names and reasons can pass for a header, markup or a terminal's command. */
export function wording(alarm: Alarm): Message {
  const said = headline(alarm);
  const lines = [
    `${said}.`,
    "",
    `Why: ${inert(alarm.reason, 1000)}`,
    `What to do: ${inert(alarm.next, 500)}`,
    ...line("See", alarm.link),
    "",
    ...line("Schedule", alarm.schedule),
    ...line("Run", alarm.run),
    ...line("Due", alarm.nominal && fullInstant(alarm.nominal, alarm.zone)),
    ...line("Noticed", alarm.at),
    ...line("Alarm", alarm.id),
  ];
  return {title: `Assay: ${said}`, text: `${lines.join("\n")}\n`};
}

/** An alarm in a few words, on one line. */
export function headline({kind, subject: given, nominal, zone, at}: Alarm): string {
  const subject = inert(given, 60);
  const due = nominal === undefined ? undefined : shortInstant(nominal, zone, at);
  const after = (words: string) => (due === undefined ? "" : `${words} ${due}`);
  switch (kind) {
    case "failed":
      return `${subject} failed${after(", due")}`;
    case "late":
      return `${subject} is late${after(", due")}`;
    case "silent":
      return due === undefined ? `${subject} is silent` : `${subject} did not run ${due}`;
    case "draft":
      return `${subject} has a draft to review${after(", due")}`;
    case "publication":
      return `${subject} needs a publisher`;
    case "recovered":
      return `${subject} is well again${after(", due")}`;
    case "budget":
      return `the calls of the day at ${subject} do not suffice`;
    case "bundle":
      return `${subject} at once`;
  }
}

const line = (label: string, value: string | undefined) =>
  value === undefined ? [] : [`${label}: ${inert(value, 2000)}`];

/** Somebody's words on one line, without what a terminal, a mail program or a page would obey. */
const inert = (text: string, longest: number) =>
  displayText(text, longest).replaceAll("<", "‹").replaceAll(">", "›");

/** The time on the schedule's wall and in UTC; with its day where that is not the day of `at`. */
function shortInstant(instant: string, zone = "UTC", at = instant): string {
  const {day, time} = wall(instant, zone);
  const on = day === wall(at, zone).day ? "" : `on ${day} `;
  const utc = zone === "UTC" ? "" : ` (${wall(instant, "UTC").time} UTC)`;
  return `${on}at ${time} ${cityOf(zone)}${utc}`;
}

function fullInstant(instant: string, zone = "UTC"): string {
  const {day, time} = wall(instant, zone);
  return `${day}, ${time} ${zone} (${instant})`;
}

function wall(instant: string, timeZone: string): {readonly day: string; readonly time: string} {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", {timeZone, ...options}).format(new Date(instant));
  return {
    day: write({day: "numeric", month: "long", year: "numeric"}),
    time: write({hour: "2-digit", minute: "2-digit", hourCycle: "h23"}),
  };
}

/** `New York` of `America/New_York`. */
const cityOf = (zone: string) => zone.replace(/^.*\//, "").replaceAll("_", " ");
