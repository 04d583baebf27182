import type {Kysely} from "kysely";
import {type Schedule, scheduleSchema} from "../model/schedule.ts";
import {isAway, type Store} from "../store/open.ts";
import type {Tables} from "../store/tables.ts";
import {due} from "./due.ts";
import {nextNominal} from "./nominals.ts";
import type {Queue} from "./queue.ts";
import {now, planRuns} from "./runs.ts";
import {madeAfter, settle} from "./settled.ts";

/** Tells the time, by the database. */
export type Clock = (db: Kysely<Tables>) => Promise<Date>;

export interface Plan {
  /** When it was looked. */
  readonly at: Date;
  /** There is nothing to do before it, as far as is known; undefined where nothing comes. */
  readonly next?: Date;
  /** Schedules that could not be planned. */
  readonly faults: readonly {readonly schedule: string; readonly why: string}[];
}

/**
 * Plans what is due of each schedule: run and job in one transaction, so that two who plan at once do
 * each instant once.
 */
export async function tick(
  {store: {db}, queue}: {readonly store: Pick<Store, "db">; readonly queue: Queue},
  clock: Clock = now,
): Promise<Plan> {
  const at = await clock(db);
  const rows = await db
    .selectFrom("schedules")
    .select(["name", "definition", "through"])
    .where("paused_at", "is", null)
    .where("removed_at", "is", null)
    .orderBy("name")
    .execute();
  const coming: Date[] = [];
  const faults: {schedule: string; why: string}[] = [];
  for (const {name, definition, through} of rows)
    try {
      const {timing} = scheduleSchema.parse(definition);
      const expected = at < through ? at : nextNominal(timing, through);
      const next = expected && expected <= at ? await plan(db, queue, name, clock) : expected;
      if (next) coming.push(next);
    } catch (error) {
      if (isAway(error)) throw error;
      faults.push({schedule: name, why: (error as Error).message});
    }
  const next = coming.toSorted((a, b) => a.getTime() - b.getTime())[0];
  return {at, ...(next && {next}), faults};
}

/** Returns when there is something to do of it again. */
const plan = (
  db: Kysely<Tables>,
  queue: Queue,
  name: string,
  clock: Clock,
): Promise<Date | undefined> =>
  db.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom("schedules")
      .select(["definition", "through"])
      .where("name", "=", name)
      .where("paused_at", "is", null)
      .where("removed_at", "is", null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const schedule: Schedule = scheduleSchema.parse(row.definition);
    const at = await clock(transaction);
    const {through} = row;
    const made = await madeAfter(transaction, name, through < at ? through : at);
    const found = due(schedule, through, at, made);
    await planRuns(transaction, queue, {schedule, nominals: found.run, askedBy: "planner"});
    await settle(transaction, name, through, found);
    return found.next;
  });
