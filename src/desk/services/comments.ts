import {randomUUID} from "node:crypto";
import {type Kysely, sql} from "kysely";
import {loadDraft} from "../../jobs/loadDraft.ts";
import {type Blobs, bytesOf, digestOf} from "../../store/blobs/blobs.ts";
import {append} from "../../store/events.ts";
import type {Tables} from "../../store/tables.ts";
import {wrongField} from "../api/problem.ts";
import {
  type Anchor,
  type AskedAnchor,
  anchorSchema,
  type Comment,
  type Comments,
} from "../api/reviewShapes.ts";
import type {Remark, Resolution} from "../api/services.ts";
import {placeOf, placesOfAnchor} from "./anchor.ts";
import {type Marked, markedText, passageOf, placeNow} from "./anchoredTo.ts";
import {textOf} from "./drafts.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import {findRevision} from "./revisions.ts";

interface CommentRoom {
  readonly db: Kysely<Tables>;
  readonly blobs: Blobs;
}

/** The comments on a draft, oldest first, each with its place in the newest text. */
export async function listComments(
  {db, blobs}: CommentRoom,
  id: string,
): Promise<Comments | undefined> {
  const newest = await textOf(db, blobs, id);
  if (!newest) return undefined;
  const rows = await commentRows(db).where("draft", "=", id).orderBy("created_at").execute();
  const marked = once(() => markedOf({db, blobs}, id, newest));
  return {comments: await Promise.all(rows.map(row => told(row, newest.text, marked)))};
}

/**
 * Keeps what somebody says of a passage of a revision, which is the newest unless told.
 *
 * @throws Problem 422 where the passage does not stand there, or in more places than one
 */
export async function addComment(
  {db, blobs}: CommentRoom,
  {id, anchor: asked, text, by, ...remark}: Remark,
): Promise<Comment | undefined> {
  const newest = await textOf(db, blobs, id);
  if (!newest) return undefined;
  const {revision = newest.revision} = remark;
  const read = await findRevision(db, blobs, {id, number: revision});
  if (!read) throw wrongField("revision", `must be one of the draft's, 1 to ${newest.revision}`);
  const anchor = await anchorIn({db, blobs}, id, asked, {revision, text: read.text});
  const comment = randomUUID();
  await db.transaction().execute(async transaction => {
    await transaction
      .insertInto("comments")
      .values({
        id: comment,
        draft: id,
        revision,
        anchor: JSON.stringify(anchor),
        text,
        author: by.name,
        created_at: sql<Date>`clock_timestamp()`,
      })
      .execute();
    const data = {comment, revision, text: digestOf(bytesOf(text))};
    await append(transaction, [{actor: by.name, kind: "comment.added", subject: id, data}]);
  });
  return findComment({db, blobs}, comment);
}

/** Says that a comment is settled, or that it is not after all. */
export async function resolveComment(
  room: CommentRoom,
  {id, resolved, by}: Resolution,
): Promise<Comment | undefined> {
  if (!isId(id)) return undefined;
  await room.db.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom("comments")
      .select(["draft", "resolved_at"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!row || (row.resolved_at !== null) === resolved) return;
    await transaction
      .updateTable("comments")
      .set({
        resolved_at: resolved ? sql<Date>`clock_timestamp()` : null,
        resolved_by: resolved ? by.name : null,
      })
      .where("id", "=", id)
      .execute();
    const kind = resolved ? "comment.resolved" : "comment.reopened";
    await append(transaction, [{actor: by.name, kind, subject: row.draft, data: {comment: id}}]);
  });
  return findComment(room, id);
}

async function findComment({db, blobs}: CommentRoom, id: string): Promise<Comment | undefined> {
  const row = await commentRows(db).where("id", "=", id).executeTakeFirst();
  const newest = row && (await textOf(db, blobs, row.draft));
  return newest && told(row, newest.text, () => markedOf({db, blobs}, row.draft, newest));
}

const commentRows = (db: Kysely<Tables>) => db.selectFrom("comments").selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof commentRows>["execute"]>>[number];

async function told(row: Row, text: string, marked: () => Promise<Marked>): Promise<Comment> {
  const anchor = anchorSchema.parse(row.anchor);
  const isQuote = anchor.figure === undefined && anchor.statement === undefined;
  const place = isQuote ? placeOf(text, anchor) : placeNow(await marked(), anchor);
  return {
    id: row.id,
    draft: row.draft,
    revision: row.revision,
    anchor,
    text: row.text,
    author: row.author,
    at: instantText(row.created_at),
    placed: place !== undefined,
    ...(place && {from: place.from, to: place.to}),
    ...(row.resolved_at !== null && {resolvedAt: instantText(row.resolved_at)}),
    ...(row.resolved_by !== null && {resolvedBy: row.resolved_by}),
  };
}

interface Text {
  readonly revision: number;
  readonly text: string;
}

/** A text with the evidence that it is held against. */
async function markedOf(
  {db, blobs}: CommentRoom,
  id: string,
  {revision, text}: Text,
): Promise<Marked> {
  const {content} = await db
    .selectFrom("revisions")
    .select("content")
    .where("draft", "=", id)
    .where("number", "=", revision)
    .executeTakeFirstOrThrow();
  return markedText(text, (await loadDraft(blobs, content)).evidence);
}

/** Asked however often, it is done once. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

/**
 * What is commented on, as a passage of the text.
 *
 * @throws Problem 422 where it does not stand there, or a quotation in more places than one
 */
async function anchorIn(
  room: CommentRoom,
  id: string,
  asked: AskedAnchor,
  read: Text,
): Promise<Anchor> {
  const {before, quote, after, figure} = asked;
  if (quote !== undefined) {
    const anchor = canonicalAnchor({before, quote, after});
    requirePlace(read.text, anchor, read.revision);
    return anchor;
  }
  const found = passageOf(await markedOf(room, id, read), asked);
  if (found) return found;
  throw wrongField(
    "anchor",
    `names a ${figure === undefined ? "statement" : "figure"} that does not stand in revision ${read.revision}`,
  );
}

/** A passage in the form in which texts are kept. */
const canonicalAnchor = (anchor: Anchor): Anchor => {
  const form = (text: string) => text.replace(/\r\n?/g, "\n").normalize("NFC");
  return {
    before: form(anchor.before),
    quote: form(anchor.quote),
    after: form(anchor.after),
  };
};

function requirePlace(text: string, anchor: Anchor, revision: number): void {
  const {length} = placesOfAnchor(text, anchor);
  if (length === 0)
    throw wrongField("anchor", `does not stand in revision ${revision}, word for word`);
  if (length > 1)
    throw wrongField(
      "anchor",
      `stands in revision ${revision} ${length} times: send more of what stands before or after`,
    );
}
