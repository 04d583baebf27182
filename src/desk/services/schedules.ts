import type {Kysely} from "kysely";
import {requireBudget} from "../../jobs/limits.ts";
import {nominals} from "../../jobs/nominals.ts";
import type {Queue} from "../../jobs/queue.ts";
import {now} from "../../jobs/runs.ts";
import {
  runNow,
  type ScheduleState,
  scheduleState,
  scheduleStates,
  setPaused,
} from "../../jobs/schedules.ts";
import type {Store} from "../../store/open.ts";
import type {Tables} from "../../store/tables.ts";
import type {Ordered} from "../api/services.ts";
import type {ScheduleDetail, ScheduleSummary} from "../api/shapes.ts";
import {instantText} from "./instant.ts";
import {listRuns} from "./ledger.ts";

/** The schedules that the configuration names, by name. */
export const listSchedules = async (db: Kysely<Tables>): Promise<ScheduleSummary[]> =>
  (await scheduleStates(db)).map(summary);

function summary({schedule, paused, next, last}: ScheduleState): ScheduleSummary {
  const {name, timing, targets} = schedule;
  return {
    name,
    ...("cron" in timing ? timing : {every: timing.everyMs}),
    paused: paused !== undefined,
    ...(next && {next: instantText(next)}),
    ...(last && {
      last: {run: last.run, nominal: instantText(last.nominal), outcome: last.state},
    }),
    ...(targets.length > 0 && {targets: [...targets]}),
  };
}

const mostUpcoming = 10;
const mostRuns = 10;
const mostLeftOut = 20;

/** What a page on the schedule tells; undefined where there is none of that name. */
export async function findSchedule(
  db: Kysely<Tables>,
  name: string,
): Promise<ScheduleDetail | undefined> {
  const state = await scheduleState(db, name);
  if (!state) return undefined;
  const {schedule, paused} = state;
  const {what, order, when, misfire, overlap, priority} = schedule;
  const {runs} = await listRuns(db, {schedule: name, limit: mostRuns});
  const leftOut = await db
    .selectFrom("left_out")
    .select(["first", "last", "count", "why"])
    .where("schedule", "=", name)
    .orderBy("last", "desc")
    .limit(mostLeftOut)
    .execute();
  return {
    ...summary(state),
    ...(paused && {pausedAt: instantText(paused.at), pausedBy: paused.by}),
    what,
    order: {
      source: order.source,
      ...(order.data !== undefined && {data: order.data}),
      locale: order.locale,
      template: order.template,
      ...(order.edition !== undefined && {edition: order.edition}),
    },
    ...(when && {when}),
    misfire,
    overlap,
    priority,
    upcoming: nominals(schedule.timing, await now(db))
      .take(mostUpcoming)
      .map(instantText)
      .toArray(),
    runs,
    leftOut: leftOut.map(({first, last, count, why}) => ({
      from: instantText(first),
      until: instantText(last),
      count,
      why,
    })),
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
