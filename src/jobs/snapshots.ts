import {type Kysely, sql} from "kysely";
import type {z} from "zod";
import {StoreDamaged} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {manifestSchema} from "../snapshots/folder.ts";
import {manifestText} from "../snapshots/record.ts";
import {addAnswers} from "../store/answers.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import {keepBlobs} from "../store/blobs/keep.ts";
import type {Tables} from "../store/tables.ts";

/** Keeps what was gathered: each answer is a blob, and the manifest, whose digest is the snapshot's. */
export async function keepSnapshot(
  db: Kysely<Tables>,
  blobs: Blobs,
  snapshot: Snapshot,
): Promise<void> {
  const {sha256, asset, asOf, answers} = snapshot;
  const bodies = new Map(answers.map(answer => [answer.sha256, answer.body]));
  await keepBlobs(db, blobs, [...bodies.values(), manifestText(snapshot)]);
  await db.transaction().execute(async transaction => {
    await transaction
      .insertInto("snapshots")
      .values({
        sha256,
        asset: asset.id,
        as_of: new Date(asOf),
        bytes: answers.reduce((sum, {body}) => sum + body.length, 0),
      })
      // Kept again, it is not what retention takes for left over.
      .onConflict(conflict => conflict.column("sha256").doUpdateSet({kept_at: sql`now()`}))
      .execute();
    await addAnswers(transaction, sha256, [...bodies.keys()]);
  });
}

/**
 * The snapshot as it was kept.
 *
 * @throws StoreDamaged where its manifest or an answer is missing or was changed
 */
export async function loadSnapshot(blobs: Blobs, sha256: string): Promise<Snapshot> {
  const {schema: _, answers, ...content} = await loadManifest(blobs, sha256);
  return {
    ...content,
    answers: await Promise.all(
      answers.map(async answer => ({...answer, body: await blobs.get(answer.sha256)})),
    ),
    sha256,
  };
}

/** @throws StoreDamaged where it is missing, was changed, or is none */
export async function loadManifest(blobs: Blobs, sha256: string): Promise<Manifest> {
  const text = (await blobs.get(sha256)).toString("utf8");
  const manifest = manifestSchema.safeParse(parseJson(text, `snapshot ${sha256}`));
  if (!manifest.success) throw new StoreDamaged(`blob ${sha256} is not a snapshot's manifest`);
  return manifest.data;
}

type Manifest = z.output<typeof manifestSchema>;
