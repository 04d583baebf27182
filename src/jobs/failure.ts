import {z} from "zod";
import {
  ExpectedError,
  NothingToSay,
  RenderingFailed,
  SourceUnavailable,
  StoreUnavailable,
} from "../model/errors.ts";
import {mayPass} from "../store/open.ts";

/** What is to be done about a failed task. */
export type Remedy =
  /** It may pass: again after so long. */
  | {readonly kind: "again"; readonly afterMs: number; readonly why: string}
  /** The store is away, or a disk is full: not the task's fault, and it counts against nobody. */
  | {readonly kind: "wait"; readonly why: string}
  /** Nothing could honestly be said, which is an answer. */
  | {readonly kind: "nothing-to-say"; readonly why: string}
  /** It fails, and would fail again. */
  | {readonly kind: "failed"; readonly why: string}
  /** A fault of ours: for the dead letters, with where it happened. */
  | {readonly kind: "dead"; readonly why: string};

/** Failures that may pass are tried again so often: for some two hours. */
export const mostFailures = 8;
const first = 30_000;
const longest = 30 * 60_000;

const machineLimits = new Set(["ENOSPC", "EDQUOT", "EROFS", "EIO", "EMFILE", "ENFILE", "ENOMEM"]);

/**
 * By the kind of the failure: a source that told us when to come again is asked then, a network that
 * failed after a time that doubles, halved to full at random; a changed shape or a wrong order fails.
 */
export function remedyFor(error: unknown, failures: number, random: () => number): Remedy {
  if (error instanceof StoreUnavailable || mayPass(error) || meetsLimit(error))
    return {kind: "wait", why: (error as Error).message};
  if (error instanceof NothingToSay) return {kind: "nothing-to-say", why: error.message};
  const passing =
    error instanceof SourceUnavailable
      ? error.passing
      : error instanceof RenderingFailed
        ? {}
        : undefined;
  if (passing && error instanceof ExpectedError) {
    const why = error.message;
    if (failures + 1 >= mostFailures)
      return {kind: "failed", why: `${why} (tried ${failures + 1} times)`};
    const backOff = Math.min(longest, first * 2 ** failures) * (0.5 + random() / 2);
    return {kind: "again", afterMs: Math.round(Math.max(passing.afterMs ?? 0, backOff)), why};
  }
  if (error instanceof ExpectedError) return {kind: "failed", why: error.message};
  return {kind: "dead", why: reasonOf(error)};
}

/** For people where it was to be expected or a row is not ours; otherwise with where it happened. */
export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof ExpectedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function meetsLimit(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return machineLimits.has((error as NodeJS.ErrnoException).code ?? "") || meetsLimit(error.cause);
}
