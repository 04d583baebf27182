import type {Kysely} from "kysely";
import {z} from "zod";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Draft} from "../../model/draft.ts";
import {mergeSchema} from "../../model/merge.ts";
import {lackOf} from "../../render/about.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";
import type {Events, HistoryQuery, Revision, Revisions} from "../api/reviewShapes.ts";
import {readFaults} from "./faults.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";

/** The revisions of a draft, newest first. */
export async function listRevisions(
  db: Kysely<Tables>,
  id: string,
  {limit, before}: HistoryQuery,
): Promise<Revisions | undefined> {
  if (!(await isThere(db, id))) return undefined;
  let query = revisionRows(db, id).orderBy("number", "desc").limit(limit);
  if (before !== undefined) query = query.where("number", "<", before);
  return {revisions: (await query.execute()).map(summary)};
}

/** One revision with its text and what the check said of it. */
export async function findRevision(
  db: Kysely<Tables>,
  blobs: Blobs,
  {id, number}: {readonly id: string; readonly number: number},
): Promise<Revision | undefined> {
  if (!isId(id)) return undefined;
  const row = await revisionRows(db, id).where("number", "=", number).executeTakeFirst();
  if (!row) return undefined;
  const [text, draft] = await Promise.all([blobs.get(row.text), loadDraft(blobs, row.content)]);
  return revisionOf(row, text.toString("utf8"), draft);
}

/** A revision as its row, its text and the draft that it is one of say it. */
export function revisionOf(row: RevisionRow, text: string, {markdown}: Draft): Revision {
  const merge = row.merge === null ? undefined : mergeSchema.parse(row.merge);
  const lack = lackOf(markdown, text);
  return {
    ...summary(row),
    text,
    found: readFaults(row.faults),
    ...(lack && {lack}),
    ...(merge && {merge}),
  };
}

/** The columns that a revision is told from. */
export const revisionColumns = [
  "number",
  "text",
  "kind",
  "author",
  "parent",
  "suggested",
  "faults",
  "merge",
  "content",
  "created_at",
] as const;

const revisionRows = (db: Kysely<Tables>, id: string) =>
  db.selectFrom("revisions").select(revisionColumns).where("draft", "=", id);

type RevisionRow = Awaited<ReturnType<ReturnType<typeof revisionRows>["execute"]>>[number];

const summary = (row: RevisionRow) => ({
  number: row.number,
  kind: row.kind,
  author: row.author,
  ...(row.parent !== null && {parent: row.parent}),
  at: instantText(row.created_at),
  sha256: row.text,
  suggested: row.suggested,
  faults: z.array(z.unknown()).parse(row.faults).length,
});

/** What was done to a draft by whom, newest first. */
export async function listEvents(
  db: Kysely<Tables>,
  id: string,
  {limit, before}: HistoryQuery,
): Promise<Events | undefined> {
  if (!(await isThere(db, id))) return undefined;
  let query = db
    .selectFrom("events")
    .select(["seq", "at", "actor", "kind", "body"])
    .where("subject", "=", id)
    .orderBy("seq", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("seq", "<", before);
  const rows = await query.execute();
  return {
    events: rows.map(({seq, at, actor, kind, body}) => ({
      seq,
      at: instantText(at),
      actor,
      kind,
      data: bodySchema.parse(JSON.parse(body)).data,
    })),
  };
}

const bodySchema = z.object({data: z.record(z.string(), z.unknown())});

async function isThere(db: Kysely<Tables>, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  return (
    (await db.selectFrom("drafts").select("id").where("id", "=", id).executeTakeFirst()) !==
    undefined
  );
}
