import {readCron} from "../model/cron.ts";
import type {Schedule, Timing} from "../model/schedule.ts";
import {nextNominal} from "./nominals.ts";

/**
 * The edition of the schedule's notes for the instant. A note's id has the UTC day, so where a schedule
 * is due several times a day, the time is part of it. So it is where a change of the clock brings a daily
 * one twice within one UTC day, for the second, and where a person runs it beside its times.
 *
 * @example editionAt({timing: {cron: "0 8 * * *", zone: "UTC"}, order: {}}, new Date("2026-11-30T08:00Z")) // undefined
 * @example editionAt({timing: {everyMs: 7200000}, order: {edition: "event"}}, new Date("2026-11-30T14:00Z")) // "event-1400"
 */
export function editionAt(
  {timing, order}: Pick<Schedule, "timing"> & {readonly order: Pick<Schedule["order"], "edition">},
  nominal: Date,
): string | undefined {
  const timed = isSeveralTimesADay(timing) || !isFirstDueOf(timing, nominal);
  const time = timed ? nominal.toISOString().slice(11, 16).replace(":", "") : undefined;
  const parts = [order.edition, time].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join("-") : undefined;
}

const day = 86_400_000;

const isSeveralTimesADay = (timing: Timing): boolean =>
  "cron" in timing ? readCron(timing.cron).timesADay > 1 : timing.everyMs < day;

function isFirstDueOf(timing: Timing, nominal: Date): boolean {
  const midnight = Math.floor(nominal.getTime() / day) * day;
  return nextNominal(timing, new Date(midnight - 1))?.getTime() === nominal.getTime();
}
