import type {Kysely} from "kysely";
import {eventsAfter} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";
import type {Hook} from "./hooks.ts";

const atOnce = 500;

/**
 * Makes a delivery of each event that the hook asks for and that has none yet. The events and how far
 * they are settled are of one transaction: none is lost, and none is there twice.
 */
export async function fill(
  db: Kysely<Tables>,
  {name, on}: Pick<Hook, "name" | "on">,
): Promise<void> {
  while (await fillSome(db, name, on));
}

/** Whether there may be more. */
const fillSome = (db: Kysely<Tables>, name: string, on: readonly string[]): Promise<boolean> =>
  db.transaction().execute(async transaction => {
    // Whoever else fills it at the moment does what we would.
    const hook = await transaction
      .selectFrom("hooks")
      .select("through")
      .where("name", "=", name)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    const events = hook ? await eventsAfter(transaction, hook.through, atOnce) : [];
    const through = events.at(-1)?.seq;
    if (through === undefined) return false;
    const wanted = events.filter(({kind}) => on.includes(kind));
    if (wanted.length > 0)
      await transaction
        .insertInto("hook_deliveries")
        .values(wanted.map(({seq}) => ({hook: name, seq, state: "waiting" as const})))
        .onConflict(conflict => conflict.columns(["hook", "seq"]).doNothing())
        .execute();
    await transaction.updateTable("hooks").set({through}).where("name", "=", name).execute();
    return events.length === atOnce;
  });
