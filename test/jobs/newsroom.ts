import {randomUUID} from "node:crypto";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {plainWorkspace} from "../../src/config/workspace.ts";
import type {Observation} from "../../src/jobs/context.ts";
import {openQueue, type Queue} from "../../src/jobs/queue.ts";
import {startWorker, type Worker, type WorkerWish} from "../../src/jobs/worker.ts";
import {type Schedule, scheduleSchema} from "../../src/model/schedule.ts";
import type {Blobs} from "../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import type {Store} from "../../src/store/open.ts";
import {lay, madeUp} from "../cli/madeUpData.ts";
import {type TestStore, testStore} from "../store/testStore.ts";

/** A newsroom of a test: store, blobs, queue, and made-up data under the name `recorded`. */
export interface Newsroom {
  readonly store: Store;
  readonly blobs: Blobs;
  readonly queue: Queue;
  readonly folder: string;
  readonly seen: Observation[];
  wish(changes?: Partial<WorkerWish>): WorkerWish;
  work(changes?: Partial<WorkerWish>): Worker;
  close(): Promise<void>;
}

export async function newsroom(given?: TestStore): Promise<Newsroom> {
  const place = given ?? (await testStore());
  const store = await place.open();
  const {folder} = place.wish;
  const data = join(folder, "data");
  lay(data, madeUp());
  const blobs = await openBlobs({folder: join(folder, "blobs")}, {}, clock);
  const queue = await openQueue(store, () => {});
  const seen: Observation[] = [];
  const workers: Worker[] = [];
  const wish = (changes: Partial<WorkerWish> = {}): WorkerWish => ({
    store,
    blobs,
    queue,
    workspace: {...plainWorkspace, datasets: {recorded: data}},
    env: {XDG_CACHE_HOME: join(folder, "cache")},
    budgets: {},
    random: () => 0.5,
    worker: randomUUID(),
    observe: one => seen.push(one),
    concurrency: 2,
    ...changes,
  });
  return {
    store,
    blobs,
    queue,
    folder,
    seen,
    wish,
    work(changes) {
      const worker = startWorker(wish(changes));
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map(worker => worker.stop(20_000)));
      await queue.close();
      await store.close();
      await place.remove();
    },
  };
}

const clock = {now: () => new Date(), sleep: (ms: number) => sleep(ms), random: Math.random};

/** A schedule over the made-up data. */
export const schedule = (changes: Partial<Schedule> = {}): Schedule =>
  scheduleSchema.parse({
    name: "morning",
    timing: {cron: "30 7 * * *", zone: "Europe/Istanbul"},
    what: {coins: ["gadget"]},
    order: {source: "files", data: "recorded", locale: "en", template: "coin-note", paper: "A4"},
    targets: [],
    tell: [],
    misfire: "latest",
    overlap: "skip",
    priority: "routine",
    ...changes,
  });

/** Waits until it is so. */
export async function until(what: () => Promise<boolean>, ms = 60_000): Promise<void> {
  for (const end = Date.now() + ms; !(await what()); await sleep(50))
    if (Date.now() > end) throw new Error("it did not come to be");
}
