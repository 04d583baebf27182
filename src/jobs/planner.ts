import {setTimeout as sleep} from "node:timers/promises";
import type {Log} from "../model/log.ts";
import {isAway, type Store} from "../store/open.ts";
import {type Candidate, openCandidate} from "./leader.ts";
import type {Queue} from "./queue.ts";
import {type Plan, tick} from "./tick.ts";

/** Something that is done beside planning, every so often, by whoever plans. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

export interface PlannerWish {
  readonly store: Store;
  readonly queue: Queue;
  /** The id of this process in the table of workers, where it says who plans. */
  readonly worker: string;
  readonly chores: readonly Chore[];
  readonly log: Log;
  /** Told after each look at the schedules, with the clock of the database. */
  readonly ticked: (at: Date) => void;
}

export interface Planner {
  /** Plans nothing new, and lets another one plan. */
  stop(): Promise<void>;
}

/** It looks at the schedules at each nominal instant, and so often besides. */
const lookMs = 2_000;
const awayMs = 1_000;

/**
 * Plans what is due, as long as no other planner of the store does: then it waits until that one is
 * gone. While the database is away it goes on trying.
 */
export function startPlanner(wish: PlannerWish): Planner {
  const {store, log, worker} = wish;
  const stopping = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, {signal: stopping.signal}).catch(() => {});
  const chores = wish.chores.map(chore => startable(chore, log));
  let candidate: Candidate | undefined;
  let standing = "";
  let told: ReadonlyMap<string, string> = new Map();
  let trouble: string | undefined;

  function say(now: string, fields = {}): void {
    if (standing !== now) log.info(fields, now);
    standing = now;
  }

  async function look(): Promise<number> {
    candidate ??= await openCandidate(store, worker);
    const other = await candidate.stand();
    if (other !== undefined) {
      say(`another process plans, and this one does not: ${other}`);
      return lookMs;
    }
    say("this process plans");
    const began = performance.now();
    const {at, next, faults}: Plan = await tick(wish);
    for (const {schedule, why} of faults)
      if (told.get(schedule) !== why) log.error({schedule, reason: why}, "it cannot be planned");
    told = new Map(faults.map(({schedule, why}) => [schedule, why]));
    wish.ticked(at);
    for (const chore of chores) chore.start();
    const left = next === undefined ? lookMs : next.getTime() - at.getTime();
    return Math.min(Math.max(0, left - (performance.now() - began)), lookMs);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted)
      try {
        const ms = await look();
        if (trouble !== undefined) log.info({}, "what kept the planner from planning is over");
        trouble = undefined;
        await pause(ms);
      } catch (error) {
        // However many ways there are to say that the database is away.
        const met = isAway(error) ? "away" : (error as Error).message;
        if (trouble !== met)
          log.warn({error}, "the planner cannot plan, and tries again until it can");
        trouble = met;
        await candidate?.leave();
        candidate = undefined;
        await pause(awayMs);
      }
    await Promise.all(chores.map(({ended}) => ended()));
    await candidate?.leave();
  }

  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/** Starts the chore where its time has come and it is not under way. */
function startable({name, everyMs, work}: Chore, log: Log) {
  let last = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;
  return {
    start() {
      if (underWay || performance.now() - last < everyMs) return;
      last = performance.now();
      underWay = work()
        .then(
          () => {},
          error => log.warn({error}, `${name} failed, and is tried again in its time`),
        )
        .finally(() => {
          underWay = undefined;
        });
    },
    ended: () => underWay,
  };
}
