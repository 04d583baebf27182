import {setImmediate} from "node:timers/promises";
import {type Job, workOn} from "./jobs.ts";

/** What a thread is asked to do: shares of the job, taken from a counter that all threads share. */
export interface Task {
  readonly job: Job;
  readonly coins: number;
  /** Coins in a share. */
  readonly share: number;
  /** The first coin that nobody has taken. */
  readonly next: Int32Array;
}

/** Takes shares until none is left, and lets others have the thread in between. */
export async function takeShares({job, coins, share, next}: Task): Promise<void> {
  const work = workOn(job);
  for (;;) {
    const from = Atomics.add(next, 0, share);
    if (from >= coins) return;
    work(from, Math.min(coins, from + share));
    await setImmediate();
  }
}
