import {due} from "../../src/jobs/due.ts";
import type {Schedule} from "../../src/model/schedule.ts";
import type {Reckoned} from "./reckoning.ts";

const minute = 60_000;

/**
 * Twenty schedules in five zones: times that the change of the clock leaves out or brings twice, lists
 * and steps of them, hours that are merely counted, days of the week and of the month.
 */
export const twenty: readonly Reckoned[] = [
  {cron: "30 7 * * 1-5", zone: "Europe/Istanbul"},
  {cron: "30 2 * * *", zone: "Europe/Istanbul"},
  {cron: "0 0 1 * *", zone: "Europe/Istanbul"},
  {cron: "*/30 9-17 * * 1-5", zone: "Europe/Istanbul"},
  {cron: "30 2 * * *", zone: "Europe/Berlin"},
  {cron: "0,15,30,45 2 * * *", zone: "Europe/Berlin"},
  {cron: "30 * * * *", zone: "Europe/Berlin"},
  {cron: "59 1 * * 0", zone: "Europe/Berlin"},
  {cron: "30 2 * * *", zone: "America/New_York"},
  {cron: "30 1 * * *", zone: "America/New_York"},
  {cron: "0 */2 * * *", zone: "America/New_York"},
  {cron: "0 3 * * 0", zone: "America/New_York"},
  {cron: "30 2 * * *", zone: "Australia/Sydney"},
  {cron: "*/20 1-3 * * *", zone: "Australia/Sydney"},
  {cron: "0 2 1-7 * *", zone: "Australia/Sydney"},
  {cron: "5 * * * *", zone: "Australia/Sydney"},
  {cron: "15 2 * * *", zone: "Australia/Lord_Howe"},
  {cron: "45 1 * * *", zone: "Australia/Lord_Howe"},
  {cron: "0,30 2 * * *", zone: "Australia/Lord_Howe"},
  {cron: "*/10 0-5 * 4,10 *", zone: "Australia/Lord_Howe"},
];

/** What a planner that looks at its clock each minute runs, by schedule: nominal instants. */
export function ticked(
  schedules: readonly Pick<Schedule, "timing" | "misfire">[],
  from: number,
  until: number,
): number[][] {
  const planned = schedules.map(schedule => ({
    schedule,
    through: new Date(from),
    next: from as number | undefined,
    runs: [] as number[],
  }));
  for (let now = from + minute; now <= until; now += minute)
    for (const one of planned) {
      if (one.next === undefined || now < one.next) continue;
      const found = due(one.schedule, one.through, new Date(now));
      one.runs.push(...found.run.map(instant => instant.getTime()));
      one.through = found.through;
      one.next = found.next?.getTime();
    }
  return planned.map(({runs}) => runs);
}

/** The instants of the stretch, to the minute, at which the zone's clocks are changed. */
export function changesOf(zone: string, from: number, until: number): number[] {
  const clock = new Intl.DateTimeFormat("en", {timeZone: zone, timeZoneName: "longOffset"});
  const offset = (instant: number) => clock.format(instant).split(", ")[1];
  const found: number[] = [];
  for (let at = from; at < until; at += 15 * minute)
    if (offset(at) !== offset(at - 15 * minute)) found.push(at);
  return found;
}
