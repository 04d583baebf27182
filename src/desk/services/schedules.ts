import type {Kysely} from "kysely";
import {requireBudget} from "../../jobs/limits.ts";
import type {Queue} from "../../jobs/queue.ts";
import {runNow, type ScheduleState, scheduleStates, setPaused} from "../../jobs/schedules.ts";
import type {Store} from "../../store/open.ts";
import type {Tables} from "../../store/tables.ts";
import type {Ordered} from "../api/services.ts";
import type {ScheduleSummary} from "../api/shapes.ts";
import {instantText} from "./instant.ts";

/** The schedules that the configuration names, by name. */
export const listSchedules = async (db: Kysely<Tables>): Promise<ScheduleSummary[]> =>
  (await scheduleStates(db)).map(summary);

function summary({schedule, paused, next, last}: ScheduleState): ScheduleSummary {
  const {name, timing} = schedule;
  return {
    name,
    ...("cron" in timing ? timing : {every: timing.everyMs}),
    paused: paused !== undefined,
    ...(next && {next: instantText(next)}),
    ...(last && {
      last: {run: last.run, nominal: instantText(last.nominal), outcome: last.state},
    }),
  };
}

interface ScheduleDesk {
  readonly store: Store;
  readonly queue: Queue;
  readonly budgets: Readonly<Record<string, number>>;
}

/**
 * A run of the schedule now, beside its times, also while it is paused.
 *
 * @throws BudgetSpent where today's calls to its source are all made
 */
export async function runSchedule(
  desk: ScheduleDesk,
  name: string,
  by: string,
): Promise<Ordered | undefined> {
  const {store, queue} = desk;
  const found = (await scheduleStates(store.db)).find(({schedule}) => schedule.name === name);
  if (!found) return undefined;
  await requireBudget(desk, found.schedule.order.source);
  const run = await runNow(store, queue, {name, by});
  return run === undefined ? undefined : {run};
}

export async function pauseSchedule(
  store: Store,
  change: {readonly name: string; readonly paused: boolean; readonly by: string},
): Promise<ScheduleSummary | undefined> {
  const state = await setPaused(store, change);
  return state && summary(state);
}
