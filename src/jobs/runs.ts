import {randomUUID} from "node:crypto";
import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {Conflict, UsageError} from "../model/errors.ts";
import type {NoteSpec} from "../model/order.ts";
import {type Schedule, scheduleSchema} from "../model/schedule.ts";
import {append} from "../store/events.ts";
import type {Store} from "../store/open.ts";
import type {RunState, RunsTable, Tables} from "../store/tables.ts";
import {beginRun, doTask, type Priority, priorities} from "./job.ts";
import {type Ordered, orderedSchema, tasksOf} from "./ordered.ts";
import type {Queue} from "./queue.ts";

/**
 * Plans a run of the schedule for each of the instants that has none yet, together with its job.
 * Returns those it has planned.
 */
export async function planRuns(
  transaction: Transaction<Tables>,
  queue: Queue,
  {schedule, nominals, askedBy}: {schedule: Schedule; nominals: readonly Date[]; askedBy: string},
): Promise<{id: string; nominal: Date}[]> {
  if (nominals.length === 0) return [];
  const priority = priorities[schedule.priority];
  const planned = await transaction
    .insertInto("runs")
    .values(
      nominals.map(nominal => ({
        id: randomUUID(),
        schedule: schedule.name,
        nominal,
        asked_by: askedBy,
        priority,
        state: "waiting" as const,
      })),
    )
    .onConflict(conflict => conflict.columns(["schedule", "nominal"]).doNothing())
    .returning(["id", "nominal"])
    .execute();
  await queue.add(
    transaction,
    planned.map(({id}) => ({job: beginRun(id), priority})),
  );
  return planned;
}

/** Who wants something now. */
interface ByHand {
  readonly askedBy: string;
  readonly priority?: Priority;
  /** Ordered again by the same under the same key, it is the same run. */
  readonly key?: string;
}

/** A note that a person wants now. */
export interface NoteOrder extends ByHand {
  readonly spec: NoteSpec;
  /** The draft that is made again. */
  readonly draft?: string;
}

/** A list of the coins of a market that a person wants now. */
export interface ScanOrder extends ByHand {
  readonly scan: Extract<Ordered, {scan: unknown}>["scan"];
}

/**
 * Orders a note; returns the run's id.
 *
 * @throws Conflict where the key was used for another order
 */
export const orderNote = (store: Store, queue: Queue, {spec, draft, ...byHand}: NoteOrder) =>
  order(store, queue, {
    definition: {by: "person", spec, ...(draft !== undefined && {draft})},
    ...byHand,
  });

/**
 * Orders a scan; returns the run's id.
 *
 * @throws Conflict where the key was used for another order
 */
export const orderScan = (store: Store, queue: Queue, {scan, ...byHand}: ScanOrder) =>
  order(store, queue, {definition: {by: "person", scan}, ...byHand});

async function order(
  {db}: Store,
  queue: Queue,
  {definition, askedBy, priority = "urgent", key}: ByHand & {readonly definition: Ordered},
): Promise<string> {
  const {by: _, ...data} = definition;
  const idempotencyKey = key === undefined ? null : `${askedBy} ${key}`;
  return db.transaction().execute(async transaction => {
    const id = randomUUID();
    const nominal = await now(transaction);
    const made = await transaction
      .insertInto("runs")
      .values({
        id,
        nominal,
        asked_by: askedBy,
        idempotency_key: idempotencyKey,
        definition: JSON.stringify(definition),
        priority: priorities[priority],
        state: "waiting",
      })
      .onConflict(conflict => conflict.column("idempotency_key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made) {
      await queue.add(transaction, [{job: beginRun(id), priority: priorities[priority]}]);
      await append(transaction, [{actor: askedBy, kind: "run.ordered", subject: id, data}]);
      return id;
    }
    const earlier = await transaction
      .selectFrom("runs")
      .select(["id", "definition"])
      .where("idempotency_key", "=", idempotencyKey)
      .executeTakeFirstOrThrow();
    if (
      JSON.stringify(orderedSchema.parse(earlier.definition)) !==
      JSON.stringify(orderedSchema.parse(definition))
    )
      throw new Conflict(
        `the Idempotency-Key "${key}" was used for another order (run ${earlier.id}): give this one a key of its own`,
      );
    return earlier.id;
  });
}

/** How long a run waits for the one before it, where its schedule says so. */
const lookAgainMs = 5_000;

/**
 * Makes the tasks of a run, by what its schedule says now: one that is paused or gone skips it, and
 * so does an earlier run that still goes on, unless the schedule queues. Of those that queue only the
 * first in line looks whether it can begin; whoever leaves the line has the next look.
 */
export async function begin(
  transaction: Transaction<Tables>,
  queue: Queue,
  id: string,
): Promise<void> {
  const run = await transaction
    .selectFrom("runs")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!run) return;
  const inLine = await beginOrWait(transaction, queue, run);
  if (!inLine && run.schedule !== null) await wakeNext(transaction, queue, run.schedule);
}

/** Whether the run still waits in the line of its schedule. */
async function beginOrWait(
  transaction: Transaction<Tables>,
  queue: Queue,
  run: Selectable<RunsTable>,
): Promise<boolean> {
  const {id} = run;
  if (run.state !== "waiting") return false;
  const skip = async (reason: string) => {
    await endRun(transaction, {id, state: "skipped", reason, actor: "planner"});
    return false;
  };
  let ordered: Ordered;
  if (run.schedule === null) ordered = orderedSchema.parse(run.definition);
  else {
    const row = await transaction
      .selectFrom("schedules")
      .selectAll()
      .where("name", "=", run.schedule)
      .forUpdate()
      .executeTakeFirst();
    if (!row || row.removed_at) return skip("the configuration no longer has the schedule");
    if (row.paused_at && run.asked_by === "planner") return skip(`paused by ${row.paused_by}`);
    const schedule = scheduleSchema.parse(row.definition);
    const earlier = await underWay(transaction, run.schedule, id, run.nominal);
    if (earlier && schedule.overlap === "queue") {
      if (earlier.state === "running")
        await queue.add(transaction, [
          {job: beginRun(id), priority: run.priority, afterMs: lookAgainMs},
        ]);
      return true;
    }
    if (earlier)
      return skip(`the run of ${earlier.nominal.toISOString()} still went on (overlap: "skip")`);
    ordered = {by: "schedule", schedule};
  }
  const tasks = tasksOf(ordered, run.nominal).map(task => ({...task, id: randomUUID()}));
  await transaction
    .insertInto("tasks")
    .values(
      tasks.map(({id: task, key, order}) => ({
        id: task,
        run: id,
        kind: order.kind,
        key,
        order: JSON.stringify(order),
        state: "waiting" as const,
      })),
    )
    .execute();
  await transaction
    .updateTable("runs")
    .set({state: "running", began_at: sql`clock_timestamp()`, definition: JSON.stringify(ordered)})
    .where("id", "=", id)
    .execute();
  await queue.add(
    transaction,
    tasks.map(task => ({job: doTask(task.id), priority: run.priority})),
  );
  return false;
}

async function wakeNext(
  transaction: Transaction<Tables>,
  queue: Queue,
  schedule: string,
): Promise<void> {
  const next = await transaction
    .selectFrom("runs")
    .select(["id", "priority"])
    .where("schedule", "=", schedule)
    .where("state", "=", "waiting")
    .orderBy("nominal")
    .limit(1)
    .executeTakeFirst();
  if (next) await queue.add(transaction, [{job: beginRun(next.id), priority: next.priority}]);
}

/** Ends a run that could not even be begun. */
export async function failRun(
  transaction: Transaction<Tables>,
  queue: Queue,
  {id, reason}: {id: string; reason: string},
): Promise<void> {
  const run = await transaction
    .selectFrom("runs")
    .select(["state", "schedule"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (run?.state !== "waiting") return;
  await endRun(transaction, {id, state: "failed", reason, actor: "worker"});
  if (run.schedule !== null) await wakeNext(transaction, queue, run.schedule);
}

/** A run of the schedule that is before this one: rather one that waits as well than one that goes on. */
const underWay = (transaction: Transaction<Tables>, schedule: string, id: string, nominal: Date) =>
  transaction
    .selectFrom("runs")
    .select(["id", "nominal", "state"])
    .where("schedule", "=", schedule)
    .where("id", "!=", id)
    .where(where =>
      where.or([
        where("state", "=", "running"),
        // Of runs that wait together, the earlier goes first.
        where.and([where("state", "=", "waiting"), where("nominal", "<", nominal)]),
      ]),
    )
    .orderBy("state", "desc")
    .orderBy("nominal")
    .limit(1)
    .executeTakeFirst();

/**
 * Ends the run that goes on, and that the transaction has locked, when none of its tasks is open; what
 * its tasks came to is what it came to.
 */
export async function settle(transaction: Transaction<Tables>, id: string): Promise<void> {
  const tasks = await transaction
    .selectFrom("tasks")
    .select(["key", "state", "reason"])
    .where("run", "=", id)
    .orderBy("key")
    .execute();
  if (tasks.some(({state}) => state === "waiting" || state === "running")) return;
  const failed = tasks.filter(({state}) => state === "failed");
  const reason = failed.map(({key, reason}) => `${key}: ${reason}`).join("; ");
  await endRun(transaction, {
    id,
    state: failed.length > 0 ? "failed" : "done",
    ...(reason && {reason}),
    actor: "worker",
  });
}

async function endRun(
  transaction: Transaction<Tables>,
  {id, state, reason, actor}: {id: string; state: RunState; reason?: string; actor: string},
): Promise<void> {
  await transaction
    .updateTable("runs")
    .set({state, reason: reason ?? null, ended_at: sql`clock_timestamp()`})
    .where("id", "=", id)
    .execute();
  await append(transaction, [
    {actor, kind: `run.${state}`, subject: id, data: reason ? {reason} : {}},
  ]);
}

/**
 * Cancels a run: what waits is not begun, what is being done ends at its next step.
 *
 * @throws UsageError where there is no such run
 * @throws Conflict where it is over
 */
export async function cancelRun(
  {db}: Store,
  {id, by, reason}: {id: string; by: string; reason?: string},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const run = await transaction
      .selectFrom("runs")
      .select("state")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!run) throw new UsageError(`there is no run ${id}`);
    if (run.state !== "waiting" && run.state !== "running")
      throw new Conflict(`run ${id} is over: it is ${run.state}`);
    await transaction
      .updateTable("tasks")
      .set({
        state: "cancelled",
        reason: reason ?? `cancelled by ${by}`,
        ended_at: sql`clock_timestamp()`,
      })
      .where("run", "=", id)
      .where("state", "in", ["waiting", "running"])
      .execute();
    await endRun(transaction, {id, state: "cancelled", reason: reason ?? `by ${by}`, actor: by});
  });
}

/**
 * Does again what failed of a run, and leaves the rest of it as it is; what was gathered is not
 * gathered anew.
 *
 * @throws UsageError where there is no such run
 * @throws Conflict where it has not failed
 */
export async function retryRun(
  {db}: Store,
  queue: Queue,
  {id, by}: {readonly id: string; readonly by: string},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const run = await transaction
      .selectFrom("runs")
      .select(["state", "priority"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!run) throw new UsageError(`there is no run ${id}`);
    if (run.state !== "failed")
      throw new Conflict(`run ${id} has not failed: it is ${run.state}, and is not run again`);
    const tasks = await transaction
      .updateTable("tasks")
      .set({
        state: "waiting",
        outcome: null,
        reason: null,
        failures: 0,
        dead: false,
        not_before: null,
        ended_at: null,
      })
      .where("run", "=", id)
      .where("state", "=", "failed")
      .returning("id")
      .execute();
    const begun = tasks.length > 0;
    await transaction
      .updateTable("runs")
      .set({
        state: begun ? "running" : "waiting",
        reason: null,
        ended_at: null,
      })
      .where("id", "=", id)
      .execute();
    const jobs = begun ? tasks.map(task => doTask(task.id)) : [beginRun(id)];
    await queue.add(
      transaction,
      jobs.map(job => ({job, priority: run.priority})),
    );
    // Where it fails once more, that is told once more.
    await sql`
      update assay.alarms set key = key || ' until it was retried ' || clock_timestamp()
      where key = ${`failed:${id}`}`.execute(transaction);
    await append(transaction, [{actor: by, kind: "run.retried", subject: id}]);
  });
}

/** By the clock of the database: the one clock of all workers. */
export async function now(db: Kysely<Tables>): Promise<Date> {
  const {rows} = await sql<{at: Date}>`select clock_timestamp() as at`.execute(db);
  return rows[0]?.at ?? new Date();
}
