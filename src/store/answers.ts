import type {Kysely} from "kysely";
import {z} from "zod";
import {StoreDamaged} from "../model/errors.ts";
import {parseShallow} from "../model/parseJson.ts";
import type {Blobs} from "./blobs/blobs.ts";
import type {Tables} from "./tables.ts";

/** As much of a snapshot's manifest, of whatever version, as says which blobs it rests on. */
const manifestSchema = z.object({
  answers: z.array(z.object({sha256: z.string().regex(/^[0-9a-f]{64}$/)})),
});

/** @throws StoreDamaged where the manifest is missing, was changed, or is none */
export async function answersOf(blobs: Blobs, snapshot: string): Promise<string[]> {
  const bytes = await blobs.get(snapshot);
  try {
    const {answers} = manifestSchema.parse(parseShallow(bytes.toString("utf8")));
    return [...new Set(answers.map(({sha256}) => sha256))];
  } catch (cause) {
    throw new StoreDamaged(`blob ${snapshot} is not a snapshot's manifest`, {cause});
  }
}

export async function addAnswers(
  db: Kysely<Tables>,
  snapshot: string,
  answers: readonly string[],
): Promise<void> {
  if (answers.length === 0) return;
  await db
    .insertInto("answers")
    .values(answers.map(sha256 => ({snapshot, sha256})))
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/**
 * Reads in the manifests which blobs those snapshots rest on that an older Assay kept without saying
 * so in a row. Returns the snapshots whose manifest is damaged.
 */
export async function completeAnswers(db: Kysely<Tables>, blobs: Blobs): Promise<string[]> {
  const silent = await db
    .selectFrom("snapshots")
    .select("sha256")
    .where(({not, exists, selectFrom}) =>
      not(
        exists(
          selectFrom("answers")
            .select("sha256")
            .whereRef("answers.snapshot", "=", "snapshots.sha256"),
        ),
      ),
    )
    .execute();
  const damaged: string[] = [];
  for (const {sha256} of silent)
    try {
      await addAnswers(db, sha256, await answersOf(blobs, sha256));
    } catch (error) {
      if (!(error instanceof StoreDamaged)) throw error;
      damaged.push(sha256);
    }
  return damaged;
}
