import {type Kysely, sql} from "kysely";
import type {z} from "zod";
import type {Receipt} from "../../model/publication.ts";
import type {Journal} from "../../publish/target.ts";
import type {Tables} from "../../store/tables.ts";
import {type Claimed, requireHeld} from "./claim.ts";

/** Whose steps are written down. */
export type Written = Pick<Claimed, "id" | "attempt" | "wanted" | "round">;

/** The step of putting it there, from the intent to the receipt. */
export const putStep = "put";

/** Writes down in the store what a target does once. */
export function openJournal(db: Kysely<Tables>, held: Written): Journal {
  return {
    async once<T>(step: string, schema: z.ZodType<T>, act: (begunBefore: boolean) => Promise<T>) {
      const name = `${prefix}${step}`;
      const before = await stepOf(db, held, name);
      if (before?.ended_at) return schema.parse(before.result);
      await beginStep(db, held, name);
      const result = await act(before !== undefined);
      await endStep(db, held, name, result);
      return result;
    },
    hold: () => db.transaction().execute(transaction => requireHeld(transaction, held)),
    async past() {
      const rows = await db
        .selectFrom("publication_steps")
        .innerJoin("publications", "publications.id", "publication_steps.publication")
        .select(["step", "publication_steps.round", "ended_at", "result"])
        .select(
          sql<boolean>`coalesce(publication_steps.began_at <= publications.arrived_at, false)`.as(
            "is_arrived",
          ),
        )
        .where("publication", "=", held.id)
        .where("version", "=", held.wanted)
        .orderBy("publication_steps.round")
        .execute();
      return rows
        .filter(({step}) => step.startsWith(prefix))
        .map(({step, round, ended_at, result, is_arrived}) => ({
          step: step.slice(prefix.length),
          isNow: round === held.round,
          isArrived: is_arrived,
          ...(ended_at && {result}),
        }));
    },
  };
}

/** Tells a target's steps from ours. */
const prefix = "target ";

const stepOf = (db: Kysely<Tables>, {id, wanted, round}: Written, step: string) =>
  db
    .selectFrom("publication_steps")
    .select(["ended_at", "result"])
    .where("publication", "=", id)
    .where("version", "=", wanted)
    .where("round", "=", round)
    .where("step", "=", step)
    .executeTakeFirst();

/**
 * Nobody else can take the publication up while this is written: who comes after finds it begun.
 *
 * @throws LostPublication where it is no longer ours: then nothing is begun
 */
export const beginStep = (db: Kysely<Tables>, held: Written, step: string): Promise<void> =>
  db.transaction().execute(async transaction => {
    await requireHeld(transaction, held);
    const {id, wanted, round} = held;
    await transaction
      .insertInto("publication_steps")
      .values({
        publication: id,
        version: wanted,
        round,
        step,
        began_at: sql<Date>`clock_timestamp()`,
      })
      .onConflict(conflict =>
        conflict.columns(["publication", "version", "round", "step"]).doNothing(),
      )
      .execute();
  });

const endStep = (db: Kysely<Tables>, {id, wanted, round}: Written, step: string, result: unknown) =>
  db
    .updateTable("publication_steps")
    .set({ended_at: sql`clock_timestamp()`, result: JSON.stringify(result ?? null)})
    .where("publication", "=", id)
    .where("version", "=", wanted)
    .where("round", "=", round)
    .where("step", "=", step)
    .execute();

/** It stands there: whoever began to put this version there has ended, in whichever order. */
export const endPut = (
  db: Kysely<Tables>,
  {id, wanted}: Written,
  {digest}: Pick<Receipt, "digest">,
) =>
  db
    .updateTable("publication_steps")
    .set({ended_at: sql`clock_timestamp()`, result: JSON.stringify({digest})})
    .where("publication", "=", id)
    .where("version", "=", wanted)
    .where("step", "=", putStep)
    .where("ended_at", "is", null)
    .execute();

/** Somebody has looked, and nothing stands there: what was begun has come to nothing. */
export const forgetPut = (db: Kysely<Tables>, id: string) =>
  db
    .deleteFrom("publication_steps")
    .where("publication", "=", id)
    .where("step", "=", putStep)
    .where("ended_at", "is", null)
    .execute();

/** Digests of the releases that somebody began to put there without being known to have ended. */
export async function begunDigests(db: Kysely<Tables>, id: string): Promise<Set<string>> {
  const {rows} = await sql<{digest: string}>`
    select distinct r.digest from assay.publication_steps s
    join assay.publications p on p.id = s.publication
    join assay.releases r on r.note_id = p.note_id and r.version = s.version
    where s.publication = ${id} and s.step = ${putStep} and s.ended_at is null`.execute(db);
  return new Set(rows.map(({digest}) => digest));
}
