import {setTimeout as sleep} from "node:timers/promises";
import type {Transaction} from "kysely";
import PQueue from "p-queue";
import {RenderingFailed} from "../model/errors.ts";
import {withRenderer} from "../render/renderer.ts";
import {mayPass} from "../store/open.ts";
import type {Tables} from "../store/tables.ts";
import type {Context} from "./context.ts";
import {reasonOf, remedyFor} from "./failure.ts";
import {jobSchema} from "./job.ts";
import {doNote} from "./noteTask.ts";
import type {Taken} from "./queue.ts";
import {begin, failRun} from "./runs.ts";
import {doScan} from "./scanTask.ts";
import {endTask, Lost, putBack, type Task, takeUp} from "./tasks.ts";
import {openTroubles} from "./trouble.ts";

/** A worker at work. */
export interface Worker {
  /** What its tasks in hand are on. */
  inHand(): readonly string[];
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
/** Jobs whose workers fell silent again and again are buried so often. */
const buryMs = 5_000;
const awayMs = 1_000;
/** One death may be a worker that was stopped hard; two may be the job's doing: it is done alone then. */
const suspectDeaths = 2;
/** A job of a newer version is left for a newer worker, and looked at again after so long. */
const newerMs = 60_000;

/** Starts to do what is in the queue, several tasks at once. */
export function startWorker(wish: WorkerWish): Worker {
  const stopping = new AbortController();
  const inHand = new Map<Taken, Task | undefined>();
  const {queue, store, observe, concurrency} = wish;
  const atWork = new Set<Promise<void>>();
  const taking = new PQueue({concurrency: 1});
  const troubles = openTroubles(observe);
  const trouble = troubles.of;
  const holding = regularly(holdMs, () => queue.hold([...inHand.keys()]).catch(trouble("hold")));
  const burying = regularly(buryMs, () => buryNext(wish).catch(trouble("bury")));

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
        const begun = await taking.add(() => beginNext(context, broken));
        if (begun) await begun.work;
        else await pause(lookMs);
      } catch (error) {
        trouble("queue")(error);
        await pause(awayMs);
      }
    }
  }

  /** Ends once others may be begun beside it. */
  async function beginNext(
    context: Context,
    broken: AbortController,
  ): Promise<{work: Promise<void>} | undefined> {
    const taken = await queue.take();
    troubles.passed();
    if (!taken) return;
    inHand.set(taken, undefined);
    const alone = taken.retryCount >= suspectDeaths;
    if (alone) await Promise.allSettled(atWork);
    const work = handle(context, taken, broken).finally(() => {
      inHand.delete(taken);
      atWork.delete(work);
    });
    atWork.add(work);
    if (alone) await Promise.allSettled([work]);
    return {work};
  }

  const pause = (ms: number) => sleep(ms, undefined, {signal: stopping.signal}).catch(() => {});

  async function handle(context: Context, taken: Taken, broken: AbortController): Promise<void> {
    if (stopping.signal.aborted) return await refuse(context, taken);
    const job = jobSchema.safeParse(taken.data);
    if (!job.success) return await leaveForNewer(context, taken);
    const {kind, id} = job.data;
    if (kind === "run") return await beginOrFail(id, taken);
    const task = await takeUp(context, id, taken);
    if (!task) return;
    inHand.set(taken, task);
    await work(context, task, broken);
  }

  async function beginOrFail(id: string, taken: Taken): Promise<void> {
    const finished = (what: (transaction: Transaction<Tables>) => Promise<void>) =>
      store.db.transaction().execute(async transaction => {
        await what(transaction);
        await queue.finish(transaction, taken);
      });
    try {
      await finished(transaction => begin(transaction, queue, id));
    } catch (error) {
      if (mayPass(error)) throw error;
      const reason = `it could not be begun: ${reasonOf(error)}`;
      trouble("begin")(new Error(`run ${id}: ${reason}`));
      await finished(transaction => failRun(transaction, queue, {id, reason}));
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
        if (!mayPass(error)) throw error;
        trouble("store")(error);
        await sleep(awayMs);
      }
  }

  const ended = run().finally(() => {
    holding.end();
    burying.end();
  });

  return {
    ended,
    inHand: () => [...inHand.values()].flatMap(task => (task ? [task.key] : [])),
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

/** The next whose workers fell silent again and again goes to the dead letters. */
async function buryNext(context: Pick<Context, "store" | "queue">): Promise<void> {
  const {store, queue} = context;
  const taken = await queue.takeDead();
  if (!taken) return;
  const job = jobSchema.safeParse(taken.data);
  const reason =
    "its worker died each time that it was at it, so nobody tries it any more: look into the logs of the workers";
  if (job.success && job.data.kind === "task") {
    const task = await takeUp(context, job.data.id, taken);
    if (task) await endTask(context, task, {state: "failed", reason, dead: true});
  } else if (job.success) {
    const {id} = job.data;
    await store.db.transaction().execute(transaction => failRun(transaction, queue, {id, reason}));
  }
  await queue.finishDead(taken);
}

/** Does it again and again, each time when the last is done. */
function regularly(ms: number, work: () => Promise<void>): {end(): void} {
  let timer = setTimeout(again, ms);
  let over = false;
  async function again(): Promise<void> {
    await work();
    if (!over) timer = setTimeout(again, ms);
  }
  return {
    end() {
      over = true;
      clearTimeout(timer);
    },
  };
}
