import type {ScheduleState} from "../jobs/schedules.ts";
import {durationText} from "../model/duration.ts";
import {seconds} from "../model/order.ts";
import type {Schedule} from "../model/schedule.ts";

/** A schedule by the words of the configuration, for machines. */
export function said({timing, when, order, ...rest}: Schedule) {
  return {
    ...rest,
    ...("cron" in timing ? timing : {every: durationText(timing.everyMs)}),
    ...(when && {
      when: {newsworthiness: when.newsworthiness},
      rest: durationText(when.restMs),
    }),
    ...order,
  };
}

/** How it stands, for machines; where no store is there, nothing is paused and nothing was run. */
export const standing = ({paused, last}: Pick<ScheduleState, "paused" | "last">) => ({
  paused: paused ? {at: seconds(paused.at), by: paused.by} : false,
  last: last ? {run: last.run, nominal: seconds(last.nominal), state: last.state} : null,
});

export const timingText = ({timing}: Schedule) =>
  "cron" in timing ? `${timing.cron} ${timing.zone}` : `every ${durationText(timing.everyMs)}`;

export function whatText({what, when}: Schedule): string {
  const above = when ? `, from ${when.newsworthiness}` : "";
  if ("scan" in what) return `${what.scan.write} of the top ${what.scan.top}${above}`;
  const coins = what.coins.length > 3 ? `${what.coins.length} coins` : what.coins.join(", ");
  return `${what.watch === undefined ? coins : `${what.watch}: ${coins}`}${above}`;
}

/** What the schedule's own clock shows then. */
export function clockText({timing}: Schedule, nominal: Date): string {
  const zone = "cron" in timing ? timing.zone : "UTC";
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${clock.format(nominal)} ${zone}`;
}
