import type {Transaction} from "kysely";
import type {Timing} from "../model/schedule.ts";
import {append} from "../store/events.ts";
import type {Tables} from "../store/tables.ts";
import {type Due, type LeftOut, passOver} from "./due.ts";

// How far a schedule is settled, as the store has it. Whoever writes it has locked the schedule's row.

/** The nominal instants after the given one that have a run, in milliseconds. */
export async function madeAfter(
  transaction: Transaction<Tables>,
  schedule: string,
  after: Date,
): Promise<Set<number>> {
  const rows = await transaction
    .selectFrom("runs")
    .select("nominal")
    .where("schedule", "=", schedule)
    .where("nominal", ">", after)
    .execute();
  return new Set(rows.map(({nominal}) => nominal.getTime()));
}

interface Unsettled {
  readonly name: string;
  readonly timing: Timing;
  readonly through: Date;
}

/** Leaves out all that the schedule was due up to `at`. */
export async function leaveOut(
  transaction: Transaction<Tables>,
  {name, timing, through}: Unsettled,
  at: Date,
  why: "paused" | "changed",
): Promise<void> {
  const made = await madeAfter(transaction, name, through);
  for (let from = through; ; ) {
    const found = passOver(timing, from, at, why, made);
    await settle(transaction, name, from, found);
    if (!isMore(found, at)) return;
    from = found.through;
  }
}

/** Whether there was more than is settled in one go. */
export const isMore = ({next}: Due, now: Date): boolean => next !== undefined && next <= now;

/** Writes down what was left out, and how far all is settled, which was up to `from`. */
export async function settle(
  transaction: Transaction<Tables>,
  name: string,
  from: Date,
  {leftOut, through}: Due,
): Promise<void> {
  for (const one of leftOut) await record(transaction, name, from, one);
  await transaction
    .updateTable("schedules")
    .set(({fn, val}) => ({through, since: fn<Date>("least", ["since", val(through)])}))
    .where("name", "=", name)
    .execute();
  await append(
    transaction,
    leftOut.map(({from: first, until: last, count, why}) => ({
      actor: "planner",
      kind: "schedule.left-out",
      subject: name,
      data: {first, last, count, why},
    })),
  );
}

/** In one row with what was left out for the same reason right before. */
async function record(
  transaction: Transaction<Tables>,
  schedule: string,
  from: Date,
  {from: first, until: last, count, why}: LeftOut,
): Promise<void> {
  const {numUpdatedRows} = await transaction
    .updateTable("left_out")
    .set(({eb}) => ({last, count: eb("count", "+", count)}))
    .where("schedule", "=", schedule)
    .where("why", "=", why)
    .where("last", "=", from)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await transaction
    .insertInto("left_out")
    .values({schedule, first, last, count, why})
    // A clock that was set back brings them again.
    .onConflict(conflict =>
      conflict.columns(["schedule", "first", "why"]).doUpdateSet({last, count}),
    )
    .execute();
}
