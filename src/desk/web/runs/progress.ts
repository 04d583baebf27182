import type {Run} from "../../api/shapes.ts";

type Step = Run["steps"][number];
export type StageName = Step["name"];

/** How far a run has come with one kind of step, over all its notes. */
export interface Stage {
  readonly name: StageName;
  readonly state: "done" | "now" | "bad" | "todo";
  /** Spent on it, in milliseconds. */
  readonly ms: number;
  /** Calls at sources. */
  readonly calls: number;
  /** Of how many of its notes it is done. */
  readonly done: number;
  readonly of: number;
}

const ofNotes: readonly StageName[] = ["gather", "write", "press", "draft"];

/**
 * The stages of a run as they stand at an instant. One that has succeeded needed no others than those
 * that it came to: a draft that is made again is not pressed, and where nothing can be said nothing is.
 */
export function stagesOf({steps, notes, schedule, state}: Run, now: Date): Stage[] {
  const scans = steps.some(({name}) => name === "scan");
  // A schedule's run knows its notes once it has begun; what is to be scanned knows them after that.
  const of = Math.max(notes.length, 1);
  const names = scans ? ["scan" as const, ...ofNotes] : ofNotes;
  const ended = state !== "waiting" && state !== "running";
  // A scan that was ordered writes nothing; one of a schedule may have picked nothing.
  const noneWritten = scans && notes.length === 0 && (schedule === undefined || state === "done");
  // That nothing can be said of a coin is no failure.
  const settled = new Set(notes.flatMap(note => (note.state === "done" ? [note.coin] : [])));
  return names
    .filter(name => !noneWritten || name === "scan")
    .filter(name => state !== "done" || steps.some(step => step.name === name))
    .map(name => {
      const mine = steps.filter(step => step.name === name);
      const newest = [...Map.groupBy(mine, ({coin}) => coin ?? "").values()].map(tries =>
        tries.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1),
      );
      const isSettled = (step: Step | undefined) =>
        step?.outcome === "failed" && step.coin !== undefined && settled.has(step.coin);
      const done = newest.filter(step => step?.outcome === "done" || isSettled(step)).length;
      const failed = newest.some(step => step?.outcome === "failed" && !isSettled(step));
      const whole = name === "scan" ? 1 : of;
      return {
        name,
        state:
          done >= whole
            ? "done"
            : failed || (ended && state !== "done" && done < mine.length)
              ? "bad"
              : mine.length > 0 && !ended
                ? "now"
                : done > 0
                  ? "done"
                  : "todo",
        ms: mine.reduce((sum, step) => sum + lengthOf(step, now), 0),
        calls: mine.reduce((sum, {calls}) => sum + calls, 0),
        done,
        of: whole,
      };
    });
}

const lengthOf = ({startedAt, endedAt}: Step, now: Date) =>
  Math.max(0, (endedAt ? new Date(endedAt) : now).getTime() - new Date(startedAt).getTime());

/** How long after its hour a run began, in milliseconds; undefined where it did not begin. */
export const lateness = ({nominal, startedAt}: Run): number | undefined =>
  startedAt === undefined
    ? undefined
    : Math.max(0, new Date(startedAt).getTime() - new Date(nominal).getTime());

export const hasEnded = ({state}: Run): boolean => state !== "waiting" && state !== "running";

export interface Reason {
  readonly says: string;
  /** Of which coin, by its id; absent: of the run as a whole. */
  readonly coin?: string | undefined;
  /** There are other coins, for which it does not hold. */
  readonly isOneOf?: boolean;
}

/** Why a run failed or was left: its own reason, or those of its notes. */
export function reasonsOf({reason, coin, notes, steps}: Run): Reason[] {
  const isOneOf = notes.length > 1;
  const all = [
    ...(reason === undefined ? [] : [{says: reason, coin}]),
    ...notes.flatMap(note =>
      note.reason !== undefined && note.draft === undefined
        ? [{says: note.reason, coin: note.coin, isOneOf}]
        : [],
    ),
  ];
  if (all.length > 0)
    return [...Map.groupBy(all, one => `${one.says} ${one.coin}`).values()].flatMap(
      ([one]) => one ?? [],
    );
  const failed = steps.findLast(step => step.outcome === "failed");
  return failed?.reason === undefined ? [] : [{says: failed.reason, coin: failed.coin}];
}

/** The drafts that came of a run. */
export const draftsOf = ({notes}: Run): string[] =>
  notes.flatMap(({draft}) => (draft === undefined ? [] : [draft]));
