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

/** The stages of a run as they stand at an instant. */
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
    .map(name => {
      const mine = steps.filter(step => step.name === name);
      const newest = [...Map.groupBy(mine, ({coin}) => coin ?? "").values()].map(tries =>
        tries.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1),
      );
      const done = newest.filter(step => step?.outcome === "done").length;
      const failed = newest.some(
        step => step?.outcome === "failed" && !(step.coin && settled.has(step.coin)),
      );
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

/** Why a run failed or was left: its own reason, or those of its notes. */
export function reasonsOf({reason, notes, steps}: Run): string[] {
  const ofItsNotes = notes.flatMap(note =>
    note.reason !== undefined && note.draft === undefined
      ? [notes.length > 1 ? `${note.coin}: ${note.reason}` : note.reason]
      : [],
  );
  const all = [...(reason === undefined ? [] : [reason]), ...ofItsNotes];
  if (all.length > 0) return [...new Set(all)];
  const failed = steps.findLast(step => step.outcome === "failed")?.reason;
  return failed === undefined ? [] : [failed];
}

/** The drafts that came of a run. */
export const draftsOf = ({notes}: Run): string[] =>
  notes.flatMap(({draft}) => (draft === undefined ? [] : [draft]));
