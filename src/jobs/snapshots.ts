import type {Kysely} from "kysely";
import {StoreDamaged} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import type {Snapshot} from "../model/snapshot.ts";
import {manifestSchema} from "../snapshots/folder.ts";
import {manifestText} from "../snapshots/record.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import type {Tables} from "../store/tables.ts";

/** Keeps what was gathered: each answer is a blob, and the manifest, whose digest is the snapshot's. */
export async function keepSnapshot(
  db: Kysely<Tables>,
  blobs: Blobs,
  snapshot: Snapshot,
): Promise<void> {
  const bodies = new Map(snapshot.answers.map(({sha256, body}) => [sha256, body]));
  await Promise.all([...bodies.values()].map(body => blobs.put(body)));
  await blobs.put(manifestText(snapshot));
  await db
    .insertInto("snapshots")
    .values({
      sha256: snapshot.sha256,
      asset: snapshot.asset.id,
      as_of: new Date(snapshot.asOf),
      bytes: snapshot.answers.reduce((sum, {body}) => sum + body.length, 0),
    })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/**
 * The snapshot as it was kept.
 *
 * @throws StoreDamaged where its manifest or an answer is missing or was changed
 */
export async function loadSnapshot(blobs: Blobs, sha256: string): Promise<Snapshot> {
  const text = (await blobs.get(sha256)).toString("utf8");
  const manifest = manifestSchema.safeParse(parseJson(text, `snapshot ${sha256}`));
  if (!manifest.success) throw new StoreDamaged(`blob ${sha256} is not a snapshot's manifest`);
  const {schema: _, answers, ...content} = manifest.data;
  return {
    ...content,
    answers: await Promise.all(
      answers.map(async answer => ({...answer, body: await blobs.get(answer.sha256)})),
    ),
    sha256,
  };
}
