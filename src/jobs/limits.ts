import {type Kysely, sql} from "kysely";
import {ExpectedError, SourceUnavailable} from "../model/errors.ts";
import {type SourceKind, sources} from "../model/source.ts";
import type {Tables} from "../store/tables.ts";
import type {Context} from "./context.ts";
import {now} from "./runs.ts";

/** How long after its instant a note can still be made from a source that answers for now only. */
export const freshMs = 60 * 60_000;

/**
 * @throws SourceUnavailable where the source answers for now only, and the instant is past: with the
 * figures of today nothing is said about yesterday
 */
export async function requireInTime(
  db: Kysely<Tables>,
  {nominal}: {readonly nominal: Date},
  source: SourceKind,
): Promise<void> {
  if (!sources[source].nowOnly) return;
  const lateMs = (await now(db)).getTime() - nominal.getTime();
  if (lateMs > freshMs)
    throw new SourceUnavailable(
      `${source} answers for now only, and ${nominal.toISOString()} is ${Math.round(lateMs / 60_000)} minutes past: order the note anew, as of now`,
    );
}

/** @throws BudgetSpent where today's calls to the source are all made */
export async function requireBudget(
  {store, budgets}: Pick<Context, "store" | "budgets">,
  source: SourceKind,
): Promise<void> {
  const budget = budgets[source];
  if (budget === undefined) return;
  const made = await callsToday(store.db, source);
  if (made >= budget)
    throw new BudgetSpent(
      `today's budget of ${budget} calls to ${source} is spent (${made} made since midnight UTC): raise budgets.${source}, or order it tomorrow`,
      untilMidnight(await now(store.db)),
    );
}

/** The calls that a source may get in a day are made. */
export class BudgetSpent extends ExpectedError {
  /** Until the next day of UTC, in milliseconds. */
  readonly afterMs: number;

  constructor(message: string, afterMs: number) {
    super(message);
    this.afterMs = afterMs;
  }
}

const dayMs = 86_400_000;

/**
 * How long the day of UTC goes on, in milliseconds.
 *
 * @example untilMidnight(new Date("2026-11-28T23:59:00Z")) // 60000
 */
export const untilMidnight = (at: Date): number => dayMs - (at.getTime() % dayMs);

/** Calls to the source since midnight, UTC. */
export async function callsToday(db: Kysely<Tables>, source: string): Promise<number> {
  const row = await db
    .selectFrom("calls")
    .select("calls")
    .where("source", "=", source)
    .where("day", "=", sql<string>`(clock_timestamp() at time zone 'UTC')::date`)
    .executeTakeFirst();
  return row?.calls ?? 0;
}
