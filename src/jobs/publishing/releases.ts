import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {z} from "zod";
import {evidenceText} from "../../evidence/evidenceText.ts";
import {Conflict, StoreDamaged} from "../../model/errors.ts";
import type {House} from "../../model/house.ts";
import {parseJson} from "../../model/parseJson.ts";
import type {Correction, ReleaseKind} from "../../model/publication.ts";
import {releaseDigest} from "../../publish/digest.ts";
import {makeRelease} from "../../publish/makeRelease.ts";
import type {Release} from "../../publish/release.ts";
import {type Blobs, digestOf} from "../../store/blobs/blobs.ts";
import type {Event} from "../../store/events.ts";
import type {ReleasesTable, Tables} from "../../store/tables.ts";
import {loadDraft} from "../loadDraft.ts";
import {putStep} from "./journal.ts";

/** What a release is to be made of; its files are those that are pressed of the revision. */
export interface ReleaseWish {
  readonly draft: string;
  readonly kind: ReleaseKind;
  readonly revision: number;
  readonly approval: string;
  /** Blob of the house as JSON. */
  readonly house: string;
  readonly reason?: string;
  readonly wrong?: string;
  readonly right?: string;
  readonly by: string;
}

export type ReleaseRow = Selectable<ReleasesTable>;

/**
 * Makes the next version of a note of what was approved, or finds the one that was made of it.
 * `event` tells of a new one.
 *
 * @throws Conflict where the files are not those of the approval, or the note is out from another draft
 */
export async function releaseIn(
  transaction: Transaction<Tables>,
  wish: ReleaseWish,
): Promise<{readonly release: ReleaseRow; readonly event?: Event}> {
  const {draft, kind, revision, approval, house, by} = wish;
  const approved = await approvedParts(transaction, wish);
  const files = await transaction
    .selectFrom("files")
    .select(["path", "sha256", "bytes"])
    .where("draft", "=", draft)
    .where("revision", "=", revision)
    .where("style", "=", approved.style)
    .orderBy("path")
    .execute();
  const note = files.find(({path}) => path === "note.md");
  if (note?.sha256 !== approved.text)
    throw new Conflict(
      `the files of revision ${revision} of draft ${draft} are not those that were approved: approve it anew`,
    );
  const {note_id} = approved;
  const before = await transaction
    .selectFrom("releases")
    .selectAll()
    .where("note_id", "=", note_id)
    .orderBy("version")
    .execute();
  const last = before.at(-1);
  if (last && last.draft !== draft && (await wasSent(transaction, note_id)))
    throw new Conflict(
      `the note ${note_id} is out already, from draft ${last.draft}: correct that one, or give this note an edition of its own`,
    );
  if (kind === "note" && last?.draft === draft && last.approval === approval)
    return {release: last};
  if (kind === "note" && last) {
    if (await wasSent(transaction, note_id))
      throw new Conflict(`the note ${note_id} is out already: what is out is corrected`);
    // Nobody has seen it: the version is still free.
    await transaction.deleteFrom("releases").where("note_id", "=", note_id).execute();
  }
  const version = kind === "note" ? 1 : (last?.version ?? 0) + 1;
  const {rows} = await sql<{at: Date}>`
    select date_trunc('milliseconds', clock_timestamp()) as at`.execute(transaction);
  const made_at = rows[0]?.at ?? new Date();
  const row = {
    note_id,
    version,
    draft,
    kind,
    revision,
    approval,
    text: approved.text,
    content: approved.content,
    house,
    reason: wish.reason ?? null,
    wrong: wish.wrong ?? null,
    right: wish.right ?? null,
    made_by: by,
    made_at,
  };
  const digest = digestOfRow({...row, digest: ""}, kind === "note" ? [] : before, files);
  const release = {...row, digest};
  await transaction.insertInto("releases").values(release).execute();
  await transaction
    .insertInto("release_files")
    .values(files.map(file => ({note_id, version, ...file})))
    .execute();
  const data = {noteId: note_id, version, kind, revision, approval, digest};
  return {release, event: {actor: by, kind: "release.made", subject: draft, data}};
}

/** Whether the note may stand anywhere: what was cancelled or refused before it stood does not. */
const wasSent = async (db: Kysely<Tables>, noteId: string): Promise<boolean> =>
  (await db
    .selectFrom("publications")
    .select("id")
    .where("note_id", "=", noteId)
    .where("attempt", ">", 0)
    .where(eb =>
      eb.or([
        eb("state", "not in", ["withdrawn", "refused"]),
        eb("receipt", "is not", null),
        // It was refused in the midst of it, and nobody has looked since.
        eb.exists(
          eb
            .selectFrom("publication_steps")
            .select("step")
            .whereRef("publication", "=", "publications.id")
            .where("step", "=", putStep)
            .where("ended_at", "is", null),
        ),
      ]),
    )
    .executeTakeFirst()) !== undefined;

async function approvedParts(
  transaction: Transaction<Tables>,
  {draft, revision, approval}: ReleaseWish,
) {
  const row = await transaction
    .selectFrom("approvals")
    .innerJoin("drafts", "drafts.id", "approvals.draft")
    .innerJoin("revisions", join =>
      join.onRef("revisions.draft", "=", "approvals.draft").on("revisions.number", "=", revision),
    )
    .select(["drafts.note_id", "approvals.text", "approvals.style", "revisions.content"])
    .where("approvals.id", "=", approval)
    .where("approvals.draft", "=", draft)
    .whereRef("approvals.text", "=", "revisions.text")
    .whereRef("approvals.snapshot", "=", "revisions.snapshot")
    .where("approvals.withdrawn_at", "is", null)
    .executeTakeFirst();
  if (row) return row;
  throw new Conflict(
    `revision ${revision} of draft ${draft} is not what was approved: only an approved text leaves the house`,
  );
}

type FileRow = {readonly path: string; readonly sha256: string};

/** @param before the versions before it */
const digestOfRow = (row: ReleaseRow, before: readonly ReleaseRow[], files: readonly FileRow[]) => {
  const retraction = retractionOf(row);
  return releaseDigest({
    id: row.note_id,
    version: row.version,
    kind: row.kind,
    text: row.text,
    content: row.content,
    house: row.house,
    files: Object.fromEntries(files.map(({path, sha256}) => [path, sha256])),
    corrections: correctionsOf([...before, row]),
    ...(retraction && {retraction}),
  });
};

const correctionsOf = (rows: readonly ReleaseRow[]): Correction[] =>
  rows
    .filter(({kind}) => kind === "corrected")
    .map(({made_at, wrong, right, version}) => ({
      at: made_at.toISOString(),
      wrong: wrong ?? "",
      right: right ?? "",
      version,
    }));

const retractionOf = ({kind, made_at, reason}: ReleaseRow) =>
  kind === "retracted" ? {at: made_at.toISOString(), reason: reason ?? ""} : undefined;

/** What is known of a version only once it is sent somewhere. */
export interface Sent {
  readonly publishedAt: Date;
  readonly home?: string;
}

/**
 * A version of a note as it is given to targets, each byte held against what was approved.
 *
 * @throws StoreDamaged where any of it is another, or is missing
 */
export async function loadRelease(
  {db, blobs}: {readonly db: Kysely<Tables>; readonly blobs: Blobs},
  {noteId, version}: {readonly noteId: string; readonly version: number},
  {publishedAt, home}: Sent,
): Promise<Release> {
  const rows = await db
    .selectFrom("releases")
    .selectAll()
    .where("note_id", "=", noteId)
    .where("version", "<=", version)
    .orderBy("version")
    .execute();
  const row = rows.at(-1);
  if (row?.version !== version)
    throw new StoreDamaged(`there is no version ${version} of the note ${noteId} in the store`);
  const listed = await db
    .selectFrom("release_files")
    .select(["path", "sha256"])
    .where("note_id", "=", noteId)
    .where("version", "=", version)
    .orderBy("path")
    .execute();
  const approval = await db
    .selectFrom("approvals")
    .select("text")
    .where("id", "=", row.approval)
    .executeTakeFirst();
  if (approval?.text !== row.text || digestOfRow(row, rows.slice(0, -1), listed) !== row.digest)
    throw new StoreDamaged(
      `version ${version} of the note ${noteId} is not what was approved: assay store verify says more`,
    );
  // Each is held against its digest as it is read.
  const files = new Map<string, Uint8Array>();
  for (const {path, sha256} of listed) files.set(path, await blobs.get(sha256));
  const draft = await loadDraft(blobs, row.content);
  const evidence = files.get("evidence.json");
  if (evidence && digestOf(evidence) !== digestOf(Buffer.from(evidenceText(draft.evidence))))
    throw new StoreDamaged(
      `the evidence of version ${version} of the note ${noteId} is not that of its draft`,
    );
  const retraction = retractionOf(row);
  const updated = version === 1 ? publishedAt : row.made_at;
  return makeRelease({
    id: noteId,
    version,
    kind: row.kind,
    digest: row.digest,
    house: houseSchema.parse(parseJson((await blobs.get(row.house)).toString("utf8"), "the house")),
    draft,
    text: (await blobs.get(row.text)).toString("utf8"),
    files,
    corrections: correctionsOf(rows),
    ...(retraction && {retraction}),
    publishedAt: publishedAt.toISOString(),
    updatedAt: updated.toISOString(),
    ...(home !== undefined && {home}),
  });
}

/** It was written by us, and its blob is held against its digest. */
const houseSchema = z.custom<House>(value => typeof value === "object" && value !== null);
