import type {Kysely} from "kysely";
import type {Pressing, RevisionId} from "../../jobs/pressing.ts";
import {takesEdits} from "../../model/review.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import type {Tables} from "../../store/tables.ts";
import type {DraftFile} from "../api/services.ts";
import type {DraftSummary, Drafts, DraftsQuery} from "../api/shapes.ts";
import {microseconds, olderThan, pageOf, readCursor} from "./cursor.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import {newestData, staleness, staleSince, usualStaleMs} from "./stale.ts";
import {shownState, stateOf} from "./state.ts";

/** Drafts, newest first. `q` finds those that have each of its words in title, coin or id. */
export async function listDrafts(
  db: Kysely<Tables>,
  styles: ReadonlySet<string>,
  {limit, cursor, state, coin, q = ""}: DraftsQuery,
  staleMs = usualStaleMs,
): Promise<Drafts> {
  let query = draftRows(db, styles, staleMs)
    .orderBy("drafts.created_at", "desc")
    .orderBy("drafts.id", "desc")
    .limit(limit + 1);
  if (state !== undefined) query = query.where(shownState(styles), "=", state);
  if (coin !== undefined) query = query.where("drafts.asset", "=", coin);
  if (cursor !== undefined)
    query = query.where(olderThan("drafts.created_at", "drafts.id", readCursor(cursor)));
  for (const word of q.split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(({or, eb}) =>
      or(
        (["title", "asset", "symbol", "note_id"] as const).map(column =>
          eb(`drafts.${column}`, "ilike", pattern),
        ),
      ),
    );
  }
  const {page, ...next} = pageOf(await query.execute(), limit);
  return {drafts: page.map(summary), ...next};
}

export async function findDraft(
  db: Kysely<Tables>,
  styles: ReadonlySet<string>,
  id: string,
  staleMs = usualStaleMs,
): Promise<DraftSummary | undefined> {
  if (!isId(id)) return undefined;
  const row = await draftRows(db, styles, staleMs).where("drafts.id", "=", id).executeTakeFirst();
  return row && summary(row);
}

const draftRows = (db: Kysely<Tables>, styles: ReadonlySet<string>, staleMs: number) =>
  db
    .selectFrom("drafts")
    .leftJoin("tasks", "tasks.id", "drafts.task")
    .select([
      "drafts.id",
      "drafts.note_id",
      "drafts.asset",
      "drafts.symbol",
      "drafts.locale",
      "drafts.as_of",
      "drafts.edition",
      shownState(styles).as("state"),
      "drafts.revision",
      "drafts.title",
      "drafts.faults",
      "drafts.newsworthiness",
      "drafts.assignee",
      "tasks.run",
      staleSince(staleMs).as("stale"),
      newestData.as("newest"),
      microseconds("drafts.created_at").as("place"),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof draftRows>["execute"]>>[number];

const summary = (row: Row): DraftSummary => ({
  id: row.id,
  noteId: row.note_id,
  asset: row.asset,
  symbol: row.symbol,
  locale: row.locale,
  asOf: instantText(row.as_of),
  ...(row.edition !== null && {edition: row.edition}),
  state: stateOf(row.state),
  revision: row.revision,
  title: row.title,
  faults: row.faults,
  newsworthiness: row.newsworthiness,
  ...(row.assignee !== null && {assignee: row.assignee}),
  ...(row.run !== null && {run: row.run}),
  ...(row.stale && {stale: staleness(row.stale, row.newest)}),
});

/** The newest text with its revision. */
export async function textOf(
  db: Kysely<Tables>,
  blobs: Blobs,
  id: string,
): Promise<{revision: number; text: string} | undefined> {
  const found = await newestOf(db, id);
  return found && {revision: found.revision, text: (await blobs.get(found.text)).toString("utf8")};
}

/** The newest revision, with the state that is stored of its draft. */
export async function newestOf(db: Kysely<Tables>, id: string) {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom("drafts")
    .innerJoin("revisions", join =>
      join
        .onRef("revisions.draft", "=", "drafts.id")
        .onRef("revisions.number", "=", "drafts.revision"),
    )
    .select(["drafts.revision", "drafts.state", "revisions.text"])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  return row && {...row, state: stateOf(row.state)};
}

/**
 * A file of the newest revision, in the style that holds now: pressed at once where it is not there.
 * Once a draft is armed, out or dropped, its files stay as they were.
 *
 * @throws UsageError where the text cannot be printed
 */
export async function fileOf(
  {db, blobs, pressing}: FileRoom,
  {id, file}: {readonly id: string; readonly file: DraftFile},
): Promise<Uint8Array | undefined> {
  const draft = await newestOf(db, id);
  if (!draft) return undefined;
  const which = {draft: id, revision: draft.revision};
  const found = await fileRow(db, which, file);
  const styles = takesEdits(draft.state) ? await pressing.styles() : undefined;
  if (found && (styles === undefined || styles.has(found.style ?? "")))
    return blobs.get(found.sha256);
  await pressing.press(which);
  const made = await fileRow(db, which, file);
  return made && blobs.get(made.sha256);
}

interface FileRoom {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
  readonly pressing: Pressing;
}

const fileRow = (db: Kysely<Tables>, {draft, revision}: RevisionId, path: string) =>
  db
    .selectFrom("files")
    .select(["sha256", "style"])
    .where("draft", "=", draft)
    .where("revision", "=", revision)
    .where("path", "=", path)
    .executeTakeFirst();
