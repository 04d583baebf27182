import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {type Schedule, scheduleSchema} from "../model/schedule.ts";
import {append, canonical} from "../store/events.ts";
import type {Store} from "../store/open.ts";
import type {SchedulesTable, Tables} from "../store/tables.ts";
import {now} from "./runs.ts";
import {leaveOut} from "./settled.ts";

/** The names of the schedules of which the store now holds something else than before. */
export interface Registered {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

export interface Registration {
  readonly schedules: readonly Schedule[];
  /** Who says so. */
  readonly by: string;
  /** Those that are not named stay as they are; otherwise they are removed. */
  readonly alone?: boolean;
}

/** Any number that nobody else in the database locks. */
const registerLock = 7_221_010;

/**
 * Makes the store's schedules what a configuration says: whoever says it last is right. A new one, and
 * one that was removed and is back, begins now. One whose times were changed goes by the new ones from
 * now on; whatever else was changed holds for its next run, be that overdue. Pauses stay.
 */
export async function register(
  {db}: Pick<Store, "db">,
  {schedules, by, alone = false}: Registration,
  clock: (db: Kysely<Tables>) => Promise<Date> = now,
): Promise<Registered> {
  return db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${registerLock})`.execute(transaction);
    const rows = await transaction
      .selectFrom("schedules")
      .selectAll()
      .orderBy("name")
      .forUpdate()
      .execute();
    const at = await clock(transaction);
    const held = new Map(rows.map(row => [row.name, row]));
    const added = schedules.filter(({name}) => held.get(name)?.removed_at !== null);
    const changed = schedules.filter(one => {
      const row = held.get(one.name);
      return row?.removed_at === null && canonical(row.definition) !== canonical(one);
    });
    const names = new Set(schedules.map(({name}) => name));
    const removed = alone
      ? []
      : rows.filter(({name, removed_at}) => removed_at === null && !names.has(name));
    for (const one of added) await add(transaction, one, at);
    for (const one of changed) {
      const row = held.get(one.name);
      if (row) await change(transaction, row, {one, at});
    }
    for (const {name} of removed)
      await transaction
        .updateTable("schedules")
        .set({removed_at: at})
        .where("name", "=", name)
        .execute();
    const event = (what: string) => (one: Schedule) => ({
      actor: by,
      kind: `schedule.${what}`,
      subject: one.name,
      data: {definition: one},
    });
    await append(transaction, [
      ...added.map(event("added")),
      ...changed.map(event("changed")),
      ...removed.map(({name}) => ({actor: by, kind: "schedule.removed", subject: name})),
    ]);
    const namesOf = (of: readonly {readonly name: string}[]) => of.map(({name}) => name);
    return {added: namesOf(added), changed: namesOf(changed), removed: namesOf(removed)};
  });
}

async function add(transaction: Transaction<Tables>, one: Schedule, at: Date): Promise<void> {
  const row = {
    definition: JSON.stringify(one),
    since: at,
    through: at,
    paused_at: null,
    paused_by: null,
    removed_at: null,
  };
  await transaction
    .insertInto("schedules")
    .values({name: one.name, ...row})
    .onConflict(conflict => conflict.column("name").doUpdateSet(row))
    .execute();
}

async function change(
  transaction: Transaction<Tables>,
  {name, definition, through}: Selectable<SchedulesTable>,
  {one, at}: {one: Schedule; at: Date},
): Promise<void> {
  const before = scheduleSchema.safeParse(definition);
  const retimed = !before.success || canonical(before.data.timing) !== canonical(one.timing);
  if (before.success && retimed)
    await leaveOut(transaction, {name, timing: before.data.timing, through}, at, "changed");
  await transaction
    .updateTable("schedules")
    .set({definition: JSON.stringify(one), ...(retimed && {since: at, through: at})})
    .where("name", "=", name)
    .execute();
}
