import {sql, type Transaction} from "kysely";
import {z} from "zod";
import type {StepName, Tables, TaskState} from "../store/tables.ts";
import type {Context} from "./context.ts";
import {doTask} from "./job.ts";
import {type TaskOrder, taskOrderSchema} from "./ordered.ts";
import type {Taken} from "./queue.ts";
import {settle} from "./runs.ts";

/** A task in the hands of a worker. */
export interface Task {
  readonly id: string;
  readonly run: string;
  readonly key: string;
  readonly order: TaskOrder;
  /** Ours: who holds an older number has lost the task. */
  readonly attempt: number;
  readonly failures: number;
  readonly snapshot: string | null;
  readonly nominal: Date;
  readonly schedule: string | null;
  readonly priority: number;
  readonly taken: Taken;
}

/** What makes a task ours. */
export type Held = Pick<Task, "id" | "run" | "attempt" | "taken">;

/** The task is no longer ours: it was cancelled, or another worker has it. */
export class Lost extends Error {}

/**
 * Takes the task up; undefined where there is nothing to do about it, and then its job is finished.
 * An order that is none is such a task: it is dead.
 */
export async function takeUp(
  context: Pick<Context, "store" | "queue">,
  id: string,
  taken: Taken,
): Promise<Task | undefined> {
  const task = await claim(context, id, taken);
  if (!task) return undefined;
  const order = taskOrderSchema.safeParse(task.order);
  if (order.success) return {...task, order: order.data};
  const reason = `its order in the store is not one that this Assay knows: ${z.prettifyError(order.error)}`;
  await endTask(context, task, {state: "failed", reason, dead: true});
  return undefined;
}

async function claim(
  {store: {db}, queue}: Pick<Context, "store" | "queue">,
  id: string,
  taken: Taken,
): Promise<(Omit<Task, "order"> & {order: unknown}) | undefined> {
  const row = await db
    .updateTable("tasks")
    .from("runs")
    .set(({ref}) => ({
      state: "running",
      attempt: sql<number>`${ref("tasks.attempt")} + 1`,
      began_at: sql<Date>`coalesce(${ref("tasks.began_at")}, clock_timestamp())`,
    }))
    .whereRef("runs.id", "=", "tasks.run")
    .where("tasks.id", "=", id)
    .where("tasks.state", "in", ["waiting", "running"])
    .returning([
      "tasks.run",
      "tasks.key",
      "tasks.order",
      "tasks.attempt",
      "tasks.failures",
      "tasks.snapshot",
      "runs.nominal",
      "runs.schedule",
      "runs.priority",
    ])
    .executeTakeFirst();
  if (row) return {id, ...row, taken};
  await db.transaction().execute(transaction => queue.finish(transaction, taken));
  return undefined;
}

/** Does a step and writes it down: when, by whom, with how many calls, and how it ended. */
export async function step<T>(
  context: Context,
  task: Task,
  name: StepName,
  work: (called: () => void) => Promise<T>,
): Promise<T> {
  const {db} = context.store;
  const began = performance.now();
  let calls = 0;
  await beginStep(context, task, name);
  const ended = (outcome: "done" | "failed", reason: string | null) => {
    context.observe({
      kind: "step",
      run: task.run,
      schedule: task.schedule,
      key: task.key,
      name,
      outcome,
      seconds: (performance.now() - began) / 1000,
      calls,
      source: task.order.spec.source ?? "coingecko",
    });
    return db
      .updateTable("steps")
      .set({ended_at: sql`clock_timestamp()`, calls, outcome, reason})
      .where("task", "=", task.id)
      .where("attempt", "=", task.attempt)
      .where("name", "=", name)
      .execute();
  };
  try {
    const result = await work(() => {
      calls += 1;
    });
    await ended("done", null);
    return result;
  } catch (error) {
    await ended("failed", (error as Error).message).catch(() => {}); // the failure itself is told
    throw error;
  }
}

/** @throws Lost where the task is no longer ours */
async function beginStep(
  {store: {db}, worker}: Context,
  {id, attempt}: Task,
  name: StepName,
): Promise<void> {
  const begun = await db
    .insertInto("steps")
    .columns(["task", "attempt", "name", "worker", "began_at"])
    .expression(ours =>
      ours
        .selectFrom("tasks")
        .select([
          "id",
          "attempt",
          sql<StepName>`${name}::text`.as("name"),
          sql<string>`${worker}::uuid`.as("worker"),
          sql<Date>`clock_timestamp()`.as("began_at"),
        ])
        .where("id", "=", id)
        .where("attempt", "=", attempt)
        .where("state", "=", "running"),
    )
    .returning("task")
    .executeTakeFirst();
  if (!begun) throw new Lost(`task ${id}`);
}

/** How a task ended. */
export interface Ending {
  readonly state: Exclude<TaskState, "waiting" | "running">;
  readonly outcome?: string;
  readonly reason?: string;
  /** A fault of ours. */
  readonly dead?: boolean;
}

/**
 * Ends the task, with whatever else is done at its end, its job and, where it was the last, its run:
 * all of it or nothing.
 *
 * @throws Lost where the task is no longer ours
 */
export async function endTask(
  {store: {db}, queue}: Pick<Context, "store" | "queue">,
  task: Held,
  {state, outcome, reason, dead = false}: Ending,
  also: (transaction: Transaction<Tables>) => Promise<void> = async () => {},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    // Whoever changes a run and its tasks locks the run first.
    const run = await transaction
      .selectFrom("runs")
      .select("state")
      .where("id", "=", task.run)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const row = await transaction
      .updateTable("tasks")
      .set({
        state,
        outcome: outcome ?? null,
        reason: reason ?? null,
        dead,
        ended_at: sql`clock_timestamp()`,
      })
      .where("id", "=", task.id)
      .where("attempt", "=", task.attempt)
      .where("state", "=", "running")
      .returning("id")
      .executeTakeFirst();
    if (!row) throw new Lost(`task ${task.id}`);
    await also(transaction);
    await queue.finish(transaction, task.taken);
    if (run.state === "running") await settle(transaction, task.run);
  });
}

/** Puts the task back into the queue, for now or for later; `counts` as one of its failures. */
export async function putBack(
  {store: {db}, queue}: Pick<Context, "store" | "queue">,
  task: Task,
  {afterMs, reason, counts}: {afterMs: number; reason: string; counts: boolean},
): Promise<void> {
  await db.transaction().execute(async transaction => {
    const row = await transaction
      .updateTable("tasks")
      .set(({eb}) => ({
        state: "waiting",
        reason,
        failures: counts ? eb("failures", "+", 1) : eb.ref("failures"),
        not_before: sql<Date>`clock_timestamp() + make_interval(secs => ${afterMs / 1000})`,
      }))
      .where("id", "=", task.id)
      .where("attempt", "=", task.attempt)
      .where("state", "=", "running")
      .returning("id")
      .executeTakeFirst();
    // Where the job is no longer ours, it is in the queue already.
    const ours = await queue.finish(transaction, task.taken);
    if (!row || !ours) return;
    await queue.add(transaction, [{job: doTask(task.id), priority: task.priority, afterMs}]);
  });
}
