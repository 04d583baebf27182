import type {Schedule, Timing} from "../model/schedule.ts";
import {nominals} from "./nominals.ts";

/** Why a nominal instant has no run. */
export type WhyLeftOut = "superseded" | "too-many" | "too-late" | "paused" | "changed";

/** Nominal instants that were left out, from the first to the last of them. */
export interface LeftOut {
  readonly from: Date;
  readonly until: Date;
  readonly count: number;
  readonly why: WhyLeftOut;
}

export interface Due {
  /** Nominal instants to be run, in order. */
  readonly run: readonly Date[];
  readonly leftOut: readonly LeftOut[];
  /** Up to and with this instant all is settled. */
  readonly through: Date;
  /**
   * There is nothing to do before it, unless the clock is set back; undefined where nothing comes. It
   * is past where there was more than is looked at in one go.
   */
  readonly next?: Date;
}

/** With `misfire: "none"` what is older than this is too late: a planner may have been held up. */
export const graceMs = 5 * 60_000;
/** With `misfire: "all"` no more are made up for at once. */
export const mostAtOnce = 1000;
/** More instants are not settled in one go: nobody who plans is to be busy for seconds. */
const mostSettled = 10_000;
/** What was due longer ago is past, and is not looked for. */
const longestMs = 366 * 86_400_000;

/**
 * What of a schedule is due at `now`, where all up to `through` is settled. `made` holds, in
 * milliseconds, the nominal instants after `through` that have a run already: a clock that was set back
 * brings them again. Where the clock stands before `through`, nothing is due, and what comes next is
 * looked for from there.
 */
export function due(
  {timing, misfire}: Pick<Schedule, "timing" | "misfire">,
  through: Date,
  now: Date,
  made: ReadonlySet<number> = new Set(),
): Due {
  const {pending, settled, ...rest} = look(timing, through, now);
  const first = Math.min(firstToRun(pending, misfire, now), settled);
  const isOpen = (instant: Date) => !made.has(instant.getTime());
  return {
    run: pending.slice(first, settled).filter(isOpen),
    leftOut: leftOut(pending.slice(0, first).filter(isOpen), whyOf[misfire]),
    ...rest,
  };
}

/**
 * Leaves out what fell due after `through` up to `now`, while the schedule was paused or before it was
 * changed. It goes on from `now`, when that is settled.
 */
export function passOver(
  timing: Timing,
  through: Date,
  now: Date,
  why: "paused" | "changed",
  made: ReadonlySet<number> = new Set(),
): Due {
  const {pending, settled, ...rest} = look(timing, through, now);
  const open = pending.slice(0, settled).filter(instant => !made.has(instant.getTime()));
  return {run: [], leftOut: leftOut(open, why), ...rest};
}

const whyOf = {
  latest: "superseded",
  all: "too-many",
  none: "too-late",
} as const satisfies Record<Schedule["misfire"], WhyLeftOut>;

/**
 * What came up to `now`, how many of these are settled now, and up to when that is. Where there are more,
 * those after them that have a say in what becomes of them are looked at as well.
 */
function look(timing: Timing, through: Date, now: Date) {
  const from = Math.max(Math.min(through.getTime(), now.getTime()), now.getTime() - longestMs);
  const pending: Date[] = [];
  for (const instant of nominals(timing, new Date(from))) {
    if (instant > now) return {pending, settled: pending.length, through: now, next: instant};
    pending.push(instant);
    const last = pending[mostSettled - 1];
    const next = pending[mostSettled];
    if (pending.length === mostSettled + mostAtOnce && last && next)
      return {pending, settled: mostSettled, through: last, next};
  }
  return {pending, settled: pending.length, through: now};
}

/** The place of the first that is run; those before it are left out. */
function firstToRun(pending: readonly Date[], misfire: Schedule["misfire"], now: Date): number {
  switch (misfire) {
    case "latest":
      return Math.max(0, pending.length - 1);
    case "all":
      return Math.max(0, pending.length - mostAtOnce);
    case "none": {
      const earliest = now.getTime() - graceMs;
      return pending.length - pending.filter(instant => instant.getTime() >= earliest).length;
    }
  }
}

function leftOut(instants: readonly Date[], why: WhyLeftOut): LeftOut[] {
  const [from] = instants;
  const until = instants.at(-1);
  return from && until ? [{from, until, count: instants.length, why}] : [];
}
