import {type Kysely, sql} from "kysely";
import {evidenceText} from "../../evidence/evidenceText.ts";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Pressing, RevisionId} from "../../jobs/pressing.ts";
import {takesEdits} from "../../model/review.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import {withNewestRevision} from "../../store/newestRevision.ts";
import type {Tables} from "../../store/tables.ts";
import type {DraftFile} from "../api/services.ts";
import type {DraftSummary, Drafts, DraftsQuery} from "../api/shapes.ts";
import {microseconds, olderThan, pageOf, readCursor} from "./cursor.ts";
import {deskCursorAt, deskRank, deskWeight, readDeskCursor} from "./deskOrder.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import {newestData, staleness, staleSince, usualStaleMs} from "./stale.ts";
import {shownState, stateOf} from "./state.ts";

/** Drafts in the order that is asked for. `q` finds those that have each of its words in title, coin or id. */
export async function listDrafts(
  db: Kysely<Tables>,
  styles: ReadonlySet<string>,
  query: DraftsQuery,
  staleMs = usualStaleMs,
): Promise<Drafts> {
  const {limit, cursor, state, order} = query;
  let rows = draftRows(db, styles, staleMs)
    .where(matching(query))
    .limit(limit + 1);
  if (state !== undefined) rows = rows.where(shownState(styles), "in", state);
  const list = order === "desk" ? deskPage(rows, styles, query) : newestPage(rows, query);
  const counts = cursor === undefined ? await countsOf(db, styles, query) : undefined;
  const {page, ...next} = await list;
  return {drafts: page.map(summary), ...next, ...(counts && {counts})};
}

type Rows = ReturnType<typeof draftRows>;

async function newestPage(rows: Rows, {limit, cursor}: DraftsQuery) {
  let sorted = rows.orderBy("drafts.created_at", "desc").orderBy("drafts.id", "desc");
  if (cursor !== undefined)
    sorted = sorted.where(olderThan("drafts.created_at", "drafts.id", readCursor(cursor)));
  return pageOf(await sorted.execute(), limit);
}

async function deskPage(rows: Rows, styles: ReadonlySet<string>, {limit, cursor}: DraftsQuery) {
  const [rank, weight] = [deskRank(styles), deskWeight(styles)];
  let sorted = rows
    .select([rank.as("rank"), weight.as("weight")])
    .orderBy(rank, "desc")
    .orderBy(weight, "desc")
    .orderBy("drafts.id", "desc");
  if (cursor !== undefined) {
    const at = readDeskCursor(cursor);
    sorted = sorted.where(
      sql<boolean>`(${rank}, ${weight}, drafts.id) < (${at[0]}::int, ${at[1]}::float8, ${at[2]}::uuid)`,
    );
  }
  const found = await sorted.execute();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    page,
    ...(last && found.length > limit && {cursor: deskCursorAt([last.rank, last.weight, last.id])}),
  };
}

async function countsOf(db: Kysely<Tables>, styles: ReadonlySet<string>, query: DraftsQuery) {
  const rows = await db
    .selectFrom("drafts")
    .select([shownState(styles).as("state"), sql<number>`count(*)::int`.as("count")])
    .where(matching(query))
    .groupBy(sql`1`)
    .execute();
  return Object.fromEntries(rows.map(({state, count}) => [stateOf(state), count]));
}

/** All that narrows the list but the states. */
function matching({coin, locale, assignee, faults, publications, newsworthy, q = ""}: DraftsQuery) {
  const wanted = [sql<boolean>`true`];
  if (coin !== undefined) wanted.push(sql`drafts.asset = ${coin}`);
  if (locale !== undefined) wanted.push(sql`drafts.locale = ${locale}`);
  if (assignee !== undefined) wanted.push(sql`drafts.assignee = ${assignee}`);
  if (faults !== undefined) wanted.push(sql`drafts.faults > 0`);
  if (publications !== undefined) wanted.push(isAmiss);
  if (newsworthy !== undefined) wanted.push(sql`drafts.newsworthiness >= ${newsworthy}`);
  for (const word of q.split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    wanted.push(sql`concat_ws(' ', title, asset, symbol, note_id) ilike ${pattern}`);
  }
  return sql.join<boolean>(wanted, sql` and `);
}

/** Something of it is not out as it should be, and a person is to look. */
const isAmiss = sql<boolean>`exists (select from assay.publications p where p.draft = drafts.id
  and (p.state in ('refused', 'differs', 'unknown') or p.asks is not null))`;

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
      "drafts.updated_at",
      "tasks.run",
      staleSince(staleMs).as("stale"),
      newestData.as("newest"),
      isCorrecting.as("correcting"),
      publicationsOf.as("publications"),
      microseconds("drafts.created_at").as("place"),
    ]);

/** A correction of its text is open. */
export const isCorrecting = sql<boolean>`exists (select from assay.corrections c
  where c.draft = drafts.id and c.closed_at is null and c.kind <> 'retracted')`;

const publicationsOf = sql<DraftSummary["publications"] | null>`(
  select jsonb_agg(jsonb_strip_nulls(
    jsonb_build_object('target', p.target, 'state', p.state, 'asks', p.asks)) order by p.target)
  from assay.publications p where p.draft = drafts.id and p.state <> 'withdrawn')`;

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
  ...(row.correcting && {correcting: true}),
  ...(row.publications && {publications: row.publications}),
  updatedAt: instantText(row.updated_at),
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
  const row = await withNewestRevision(db)
    .select([
      "drafts.revision",
      "drafts.state",
      "revisions.text",
      "revisions.content",
      isCorrecting.as("correcting"),
    ])
    .where("drafts.id", "=", id)
    .executeTakeFirst();
  return row && {...row, state: stateOf(row.state)};
}

/**
 * A file of the newest revision, in the style that holds now: pressed at once where it is not there.
 * Once a draft is armed, out or dropped, its files stay as they were. The evidence is there whatever
 * has become of the text: it is what the text is held against.
 *
 * @throws UsageError where the text cannot be printed
 */
export async function fileOf(
  {db, blobs, pressing}: FileRoom,
  {id, file}: {readonly id: string; readonly file: DraftFile},
): Promise<Uint8Array | string | undefined> {
  const draft = await newestOf(db, id);
  if (!draft) return undefined;
  const which = {draft: id, revision: draft.revision};
  const found = await fileRow(db, which, file);
  const styles = takesEdits(draft.state, draft.correcting) ? await pressing.styles() : undefined;
  if (found && (styles === undefined || styles.has(found.style ?? "")))
    return blobs.get(found.sha256);
  if (file === "evidence.json")
    return evidenceText((await loadDraft(blobs, draft.content)).evidence);
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
