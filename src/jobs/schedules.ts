import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {UsageError} from "../model/errors.ts";
import {type Schedule, scheduleSchema} from "../model/schedule.ts";
import {append} from "../store/events.ts";
import type {Store} from "../store/open.ts";
import type {RunState, SchedulesTable, Tables} from "../store/tables.ts";
import {nextNominal} from "./nominals.ts";
import type {Queue} from "./queue.ts";
import {now, planRuns} from "./runs.ts";
import {leaveOut} from "./settled.ts";
import type {Clock} from "./tick.ts";

/** A schedule as the store has it, and how it stands. */
export interface ScheduleState {
  readonly schedule: Schedule;
  readonly paused?: {readonly at: Date; readonly by: string};
  /** Absent while it is paused, and where nothing comes. */
  readonly next?: Date;
  /** Its newest run. */
  readonly last?: {readonly run: string; readonly nominal: Date; readonly state: RunState};
}

/**
 * The schedules that are not removed, by name.
 *
 * @throws UsageError where one is of a newer program
 */
export async function scheduleStates(
  db: Kysely<Tables>,
  clock: Clock = now,
): Promise<ScheduleState[]> {
  const rows = await held(db).orderBy("name").execute();
  return statesOf(db, rows, await clock(db));
}

/**
 * Undefined where there is none of that name.
 *
 * @throws UsageError where it is of a newer program
 */
export async function scheduleState(
  db: Kysely<Tables>,
  name: string,
  clock: Clock = now,
): Promise<ScheduleState | undefined> {
  const rows = await held(db).where("name", "=", name).execute();
  const [state] = await statesOf(db, rows, await clock(db));
  return state;
}

const held = (db: Kysely<Tables>) =>
  db.selectFrom("schedules").selectAll().where("removed_at", "is", null);

async function statesOf(
  db: Kysely<Tables>,
  rows: readonly Selectable<SchedulesTable>[],
  at: Date,
): Promise<ScheduleState[]> {
  const {rows: newest} = await sql<{schedule: string; run: string; nominal: Date; state: RunState}>`
    select schedules.name as schedule, newest.id as run, newest.nominal, newest.state
    from assay.schedules cross join lateral (
      select id, nominal, state from assay.runs where schedule = schedules.name
      order by nominal desc limit 1
    ) as newest
    where schedules.name = any(${rows.map(({name}) => name)})`.execute(db);
  return rows.map(row => {
    const schedule = definitionOf(row);
    const next = row.paused_at ? undefined : nextNominal(schedule.timing, at);
    const last = newest.find(one => one.schedule === row.name);
    return {
      schedule,
      ...(row.paused_at && {paused: {at: row.paused_at, by: row.paused_by ?? "somebody"}}),
      ...(next && {next}),
      ...(last && {last: {run: last.run, nominal: last.nominal, state: last.state}}),
    };
  });
}

function definitionOf({name, definition}: Pick<Selectable<SchedulesTable>, "name" | "definition">) {
  const schedule = scheduleSchema.safeParse(definition);
  if (schedule.success) return schedule.data;
  throw new UsageError(
    `the schedule ${name} in the store is of another version of Assay: update this one`,
  );
}

/**
 * Runs the schedule once, now, beside its times and also while it is paused, before what is routine.
 * Returns the run's id, for two who ask within a second the same; undefined where there is no such
 * schedule.
 */
export async function runNow(
  {db}: Pick<Store, "db">,
  queue: Queue,
  {name, by}: {readonly name: string; readonly by: string},
  clock: Clock = now,
): Promise<string | undefined> {
  return db.transaction().execute(async transaction => {
    const row = await lock(transaction, name);
    if (!row) return undefined;
    const schedule: Schedule = {...definitionOf(row), priority: "urgent"};
    const nominal = new Date(Math.floor((await clock(transaction)).getTime() / 1000) * 1000);
    const [planned] = await planRuns(transaction, queue, {
      schedule,
      nominals: [nominal],
      askedBy: by,
    });
    if (!planned) {
      const {id} = await transaction
        .selectFrom("runs")
        .select("id")
        .where("schedule", "=", name)
        .where("nominal", "=", nominal)
        .executeTakeFirstOrThrow();
      return id;
    }
    const data = {schedule: name, nominal};
    await append(transaction, [{actor: by, kind: "run.ordered", subject: planned.id, data}]);
    return planned.id;
  });
}

/**
 * Pauses the schedule or lets it go on; what fell due while it was paused is left out. Returns how it
 * stands then; undefined where there is no such schedule.
 */
export async function setPaused(
  {db}: Pick<Store, "db">,
  {name, paused, by}: {readonly name: string; readonly paused: boolean; readonly by: string},
  clock: Clock = now,
): Promise<ScheduleState | undefined> {
  await db.transaction().execute(async transaction => {
    const row = await lock(transaction, name);
    if (!row || (row.paused_at !== null) === paused) return;
    const at = await clock(transaction);
    if (!paused) {
      const {timing} = definitionOf(row);
      await leaveOut(transaction, {name, timing, through: row.through}, at, "paused");
    }
    await transaction
      .updateTable("schedules")
      .set(paused ? {paused_at: at, paused_by: by} : {paused_at: null, paused_by: null})
      .where("name", "=", name)
      .execute();
    const kind = paused ? "schedule.paused" : "schedule.resumed";
    await append(transaction, [{actor: by, kind, subject: name}]);
  });
  return scheduleState(db, name, clock);
}

const lock = (transaction: Transaction<Tables>, name: string) =>
  held(transaction).where("name", "=", name).forUpdate().executeTakeFirst();

/** Whether somebody who works on the store was heard of within a minute. */
export async function isManned(db: Kysely<Tables>): Promise<boolean> {
  const {rows} = await sql<{manned: boolean}>`
    select exists (
      select from assay.workers
      where not stopping and seen_at > clock_timestamp() - interval '1 minute'
    ) as manned`.execute(db);
  return rows[0]?.manned ?? false;
}
