import {setTimeout as sleep} from "node:timers/promises";
import {RenderingFailed} from "../model/errors.ts";
import {withRenderer} from "../render/renderer.ts";
import {isAway} from "../store/open.ts";
import type {Context} from "./context.ts";
import {remedyFor} from "./failure.ts";
import {jobSchema} from "./job.ts";
import {doNote} from "./noteTask.ts";
import type {Taken} from "./queue.ts";
import {begin} from "./runs.ts";
import {doScan} from "./scanTask.ts";
import {endTask, Lost, putBack, type Task, takeUp} from "./tasks.ts";

/** A worker at work. */
export interface Worker {
  /** Takes nothing new; what is not finished within the time is handed back. */
  stop(graceMs: number): Promise<void>;
  /** Ends when the worker has. */
  readonly ended: Promise<void>;
}

export interface WorkerWish extends Omit<Context, "renderer"> {
  /** Tasks at once. */
  readonly concurrency: number;
}

/** Idle workers look for a job so often. */
const lookMs = 500;
const holdMs = 3_000;
const awayMs = 1_000;
/** A job of a newer version is left for a newer worker, and looked at again after so long. */
const newerMs = 60_000;

/** Starts to do what is in the queue, several tasks at once. */
export function startWorker(wish: WorkerWish): Worker {
  const stopping = new AbortController();
  const inHand = new Map<Taken, Task | undefined>();
  const {queue, store, observe, concurrency} = wish;
  const trouble = (what: string) => (error: unknown) =>
    observe({kind: "trouble", what, why: (error as Error).message});

  const holding = setInterval(() => {
    queue.hold([...inHand.keys()]).catch(trouble("hold"));
  }, holdMs);

  async function run(): Promise<void> {
    while (!stopping.signal.aborted)
      await withRenderer({pdf: true, pages: concurrency}, async renderer => {
        const broken = new AbortController();
        const context: Context = {...wish, renderer};
        await Promise.all(Array.from({length: concurrency}, () => slot(context, broken)));
      }).catch(async error => {
        trouble("renderer")(error);
        await pause(awayMs);
      });
  }

  /** One task after another, until we are to stop or the browser has failed. */
  async function slot(context: Context, broken: AbortController): Promise<void> {
    while (!stopping.signal.aborted && !broken.signal.aborted) {
      try {
        const dead = await queue.takeDead();
        if (dead) await bury(context, dead);
        const taken = await queue.take();
        if (!taken) await pause(lookMs);
        else if (stopping.signal.aborted) await refuse(context, taken);
        else await handle(context, taken, broken);
      } catch (error) {
        trouble("queue")(error);
        await pause(awayMs);
      }
    }
  }

  const pause = (ms: number) => sleep(ms, undefined, {signal: stopping.signal}).catch(() => {});

  async function handle(context: Context, taken: Taken, broken: AbortController): Promise<void> {
    inHand.set(taken, undefined);
    try {
      const job = jobSchema.safeParse(taken.data);
      if (!job.success) return await leaveForNewer(context, taken);
      const {kind, id} = job.data;
      if (kind === "run")
        return await store.db.transaction().execute(async transaction => {
          await begin(transaction, queue, id);
          await queue.finish(transaction, taken);
        });
      const task = await takeUp(context, id, taken);
      if (!task) return;
      inHand.set(taken, task);
      await work(context, task, broken);
    } finally {
      inHand.delete(taken);
    }
  }

  async function work(context: Context, task: Task, broken: AbortController): Promise<void> {
    const began = performance.now();
    const tell = (outcome: string, reason?: string) =>
      observe({
        kind: "task",
        run: task.run,
        schedule: task.schedule,
        key: task.key,
        outcome,
        ...(reason !== undefined && {reason}),
        seconds: (performance.now() - began) / 1000,
      });
    try {
      const {order} = task;
      await (order.kind === "note" ? doNote(context, task, order) : doScan(context, task, order));
      tell("done");
    } catch (error) {
      if (error instanceof Lost) return tell("lost");
      if (error instanceof RenderingFailed) broken.abort();
      const remedy = remedyFor(error, task.failures, context.random);
      tell(remedy.kind, remedy.why);
      await whileAway(() => mend(context, task, remedy));
    }
  }

  /** Again until the store answers: what is known of a task is not to be lost. */
  async function whileAway(write: () => Promise<void>): Promise<void> {
    for (;;)
      try {
        return await write();
      } catch (error) {
        if (error instanceof Lost) return;
        if (!isAway(error)) throw error;
        trouble("store")(error);
        await sleep(awayMs);
      }
  }

  const ended = run().finally(() => clearInterval(holding));

  return {
    ended,
    async stop(graceMs) {
      stopping.abort();
      const late = sleep(graceMs, "late" as const, {ref: false});
      if ((await Promise.race([ended, late])) !== "late") return;
      for (const task of inHand.values())
        if (task)
          await putBack(wish, task, {
            afterMs: 0,
            reason: "its worker was stopped",
            counts: false,
          }).catch(trouble("hand back"));
    },
  };
}

async function mend(
  context: Context,
  task: Task,
  remedy: ReturnType<typeof remedyFor>,
): Promise<void> {
  const {why: reason} = remedy;
  switch (remedy.kind) {
    case "again":
      return putBack(context, task, {afterMs: remedy.afterMs, reason, counts: true});
    case "wait":
      return putBack(context, task, {afterMs: 5_000, reason, counts: false});
    case "nothing-to-say":
      return endTask(context, task, {state: "done", outcome: "nothing-to-say", reason});
    case "failed":
      return endTask(context, task, {state: "failed", reason});
    case "dead":
      return endTask(context, task, {state: "failed", reason, dead: true});
  }
}

/** A job that we do not know how to do. */
async function leaveForNewer({queue, observe}: Context, taken: Taken): Promise<void> {
  observe({
    kind: "trouble",
    what: "a job of another version",
    why: `job ${taken.id} is not one that this Assay knows: it is left for a newer worker`,
  });
  await queue.defer(taken, newerMs);
}

async function refuse({queue}: Context, taken: Taken): Promise<void> {
  await queue.defer(taken, 0);
}

/** Its workers fell silent again and again: it goes to the dead letters. */
async function bury(context: Context, taken: Taken): Promise<void> {
  const job = jobSchema.safeParse(taken.data);
  const reason =
    "its worker died each time that it was at it, so nobody tries it any more: look into the logs of the workers";
  if (job.success && job.data.kind === "task") {
    const task = await takeUp(context, job.data.id, taken);
    if (task) await endTask(context, task, {state: "failed", reason, dead: true});
  }
  await context.queue.finishDead(taken);
}
