import {type Kysely, type Selectable, sql} from "kysely";
import {requireBudget} from "../../jobs/limits.ts";
import {nextNominal} from "../../jobs/nominals.ts";
import type {Queue} from "../../jobs/queue.ts";
import {now, planRuns} from "../../jobs/runs.ts";
import {type Schedule, scheduleSchema} from "../../model/schedule.ts";
import {append} from "../../store/events.ts";
import type {Store} from "../../store/open.ts";
import type {SchedulesTable, Tables} from "../../store/tables.ts";
import type {Ordered} from "../api/services.ts";
import type {ScheduleSummary} from "../api/shapes.ts";

/** The schedules that the configuration names, by name. */
export async function listSchedules(db: Kysely<Tables>): Promise<ScheduleSummary[]> {
  const rows = await rowsOf(db).orderBy("name").execute();
  return told(db, rows);
}

async function findSchedule(
  db: Kysely<Tables>,
  name: string,
): Promise<ScheduleSummary | undefined> {
  const [found] = await told(db, await rowsOf(db).where("name", "=", name).execute());
  return found;
}

const rowsOf = (db: Kysely<Tables>) =>
  db.selectFrom("schedules").selectAll().where("removed_at", "is", null);

async function told(
  db: Kysely<Tables>,
  rows: readonly Selectable<SchedulesTable>[],
): Promise<ScheduleSummary[]> {
  if (rows.length === 0) return [];
  const newest = await db
    .selectFrom("runs")
    .distinctOn("schedule")
    .select(["id", "schedule", "nominal", "state"])
    .where(
      "schedule",
      "in",
      rows.map(({name}) => name),
    )
    .orderBy("schedule")
    .orderBy("nominal", "desc")
    .execute();
  const at = await now(db);
  return rows.map(({name, definition, paused_at}) => {
    const {timing} = scheduleSchema.parse(definition);
    const next = paused_at ? undefined : nextNominal(timing, at);
    const last = newest.find(({schedule}) => schedule === name);
    return {
      name,
      ...("cron" in timing ? timing : {every: timing.everyMs}),
      paused: paused_at !== null,
      ...(next && {next: next.toISOString()}),
      ...(last && {
        last: {run: last.id, nominal: last.nominal.toISOString(), outcome: last.state},
      }),
    };
  });
}

interface ScheduleDesk {
  readonly store: Store;
  readonly queue: Queue;
  readonly budgets: Readonly<Record<string, number>>;
}

/** A run of the schedule now, beside its times, also while it is paused. */
export async function runSchedule(
  desk: ScheduleDesk,
  name: string,
  by: string,
): Promise<Ordered | undefined> {
  const {db} = desk.store;
  const row = await rowsOf(db).where("name", "=", name).executeTakeFirst();
  if (!row) return undefined;
  const schedule: Schedule = scheduleSchema.parse(row.definition);
  await requireBudget(desk, schedule.order.source);
  return db.transaction().execute(async transaction => {
    const nominal = new Date(Math.floor((await now(transaction)).getTime() / 1000) * 1000);
    const [planned] = await planRuns(transaction, desk.queue, {
      schedule,
      nominals: [nominal],
      askedBy: by,
    });
    if (planned) {
      const data = {schedule: name, nominal: nominal.toISOString()};
      await append(transaction, [{actor: by, kind: "run.ordered", subject: planned.id, data}]);
      return {run: planned.id};
    }
    // Two who ask within a second ask for the same.
    const {id} = await transaction
      .selectFrom("runs")
      .select("id")
      .where("schedule", "=", name)
      .where("nominal", "=", nominal)
      .executeTakeFirstOrThrow();
    return {run: id};
  });
}

export async function pauseSchedule(
  db: Kysely<Tables>,
  {name, paused, by}: {readonly name: string; readonly paused: boolean; readonly by: string},
): Promise<ScheduleSummary | undefined> {
  await db.transaction().execute(async transaction => {
    const changed = await transaction
      .updateTable("schedules")
      .set(
        paused
          ? {paused_at: sql<Date>`clock_timestamp()`, paused_by: by}
          : {paused_at: null, paused_by: null},
      )
      .where("name", "=", name)
      .where("removed_at", "is", null)
      .where("paused_at", paused ? "is" : "is not", null)
      .returning("name")
      .executeTakeFirst();
    if (!changed) return;
    const kind = paused ? "schedule.paused" : "schedule.resumed";
    await append(transaction, [{actor: by, kind, subject: name}]);
  });
  return findSchedule(db, name);
}
