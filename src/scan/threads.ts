import {once} from "node:events";
import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import type {Job} from "./jobs.ts";
import {type Task, takeShares} from "./shares.ts";

/** Threads that stay, so that job after job finds them warm. */
export interface Threads extends AsyncDisposable {
  /** Does the job for all coins; the calling thread does its part, share by share. */
  run(job: Job, coins: number): Promise<void>;
}

/** Coins in a share: few enough that no thread waits long for the last one. */
const share = 16;

/** The worker beside this file, as source or compiled. */
const worker = new URL(
  import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js",
  import.meta.url,
);

/**
 * Starts `count` threads, of which the calling one is the first. Arrays of a job must lie on
 * SharedArrayBuffers where `count` is more than 1: the others fill them in place.
 */
export function startThreads(count = availableParallelism()): Threads {
  const workers = Array.from({length: Math.max(1, count) - 1}, () => new Worker(worker));
  for (const one of workers) one.unref();
  return {
    async run(job, coins) {
      const next = new Int32Array(new SharedArrayBuffer(4));
      const task: Task = {job, coins, share, next};
      const ended = workers.map(async one => {
        one.ref();
        one.postMessage(task);
        await once(one, "message");
        one.unref();
      });
      await takeShares(task);
      await Promise.all(ended);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map(one => one.terminate()));
    },
  };
}

/** Numbers that all threads see. */
export function sharedFloats(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * 8));
}
