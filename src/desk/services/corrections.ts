import {randomUUID} from "node:crypto";
import {sql} from "kysely";
import {loadDraft} from "../../jobs/loadDraft.ts";
import {
  approveIn,
  type CorrectionRow,
  openCorrection,
  openOf,
  takeBackIn,
} from "../../jobs/publishing/corrections.ts";
import {keepHouse} from "../../jobs/publishing/order.ts";
import {Conflict} from "../../model/errors.ts";
import {unheldOf, unheldSays} from "../../publish/heldWords.ts";
import {aboutOf} from "../../render/about.ts";
import {append} from "../../store/events.ts";
import {Problem, wrongField} from "../api/problem.ts";
import type {CorrectionSummary, Corrections} from "../api/publicationShapes.ts";
import type {ApprovingCorrection, Correcting, TakingBack} from "../api/services.ts";
import {isId} from "./id.ts";
import {instantText} from "./instant.ts";
import type {PublishingRoom} from "./publications.ts";
import {approvalOf} from "./review.ts";

/** The corrections of a draft, newest first. */
export async function listCorrections(
  {db}: Pick<PublishingRoom, "db">,
  id: string,
): Promise<Corrections | undefined> {
  if (!isId(id)) return undefined;
  const draft = await db.selectFrom("drafts").select("id").where("id", "=", id).executeTakeFirst();
  if (!draft) return undefined;
  const rows = await db
    .selectFrom("corrections")
    .selectAll()
    .where("draft", "=", id)
    .orderBy("opened_at", "desc")
    .execute();
  return {corrections: rows.map(summary)};
}

const summary = (row: CorrectionRow): CorrectionSummary => ({
  id: row.id,
  kind: row.kind,
  state: row.closed_at === null ? "open" : row.approval === null ? "withdrawn" : "approved",
  reason: row.reason,
  ...(row.wrong !== null && {wrong: row.wrong}),
  ...(row.right !== null && {right: row.right}),
  by: row.opened_by,
  at: instantText(row.opened_at),
  ...(row.closed_by !== null && {closedBy: row.closed_by}),
  ...(row.closed_at !== null && {closedAt: instantText(row.closed_at)}),
  ...(row.version !== null && {version: row.version}),
});

/**
 * Opens a correction or a retraction of a draft that is out.
 *
 * @throws Conflict where it is not out, or another is open
 */
export async function correct(
  room: PublishingRoom,
  {id, by, correction}: Correcting,
): Promise<CorrectionSummary | undefined> {
  if (!isId(id)) return undefined;
  await requireHeld(room, id, correction);
  const opened = await openCorrection(room.db, {draft: id, by: by.name, ...correction});
  return opened === undefined ? undefined : find(room, opened);
}

/**
 * Approves what was opened: from then on it goes to every target where the note stands.
 *
 * @throws Problem 403 where it is of one's own words; 409 where a fault is open, or nothing was changed
 */
export async function approveCorrection(
  room: PublishingRoom,
  {id, correction, by, accepted}: ApprovingCorrection,
): Promise<CorrectionSummary | undefined> {
  const {db} = room;
  const open = isId(id) ? await openOf(db, id) : undefined;
  if (open?.id !== correction) return undefined;
  // Of a typo readers are told nothing: whoever reported it may approve another's text.
  if (!room.solo && open.kind !== "refiled" && open.opened_by === by.name)
    throw new Problem(
      403,
      "What readers are told of it is in your words, and nobody approves their own: another publisher can, under Publication in this draft. A desk of one person is started with --solo.",
    );
  const draft = await db
    .selectFrom("drafts")
    .select(["revision", "snapshot"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const approval =
    open.kind === "retracted"
      ? await asItStands(room, id, draft.revision)
      : await approvalOf(room, {id, by, accepted, revision: draft.revision});
  if (open.kind !== "retracted" && approval.text === (await textOut(room, id)))
    throw new Conflict(
      `the text of draft ${id} is still the one that is out: change what is wrong in it, or take the correction back`,
    );
  await requireHeld(room, id, open, approval.text);
  const house = await keepHouse(room, room.workspace.house);
  await db.transaction().execute(async transaction => {
    const now = await transaction
      .selectFrom("drafts")
      .select("revision")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (now.revision !== draft.revision)
      throw new Conflict(`draft ${id} was changed by another just now: look at it again`);
    await transaction
      .insertInto("approvals")
      .values({
        id: approval.id,
        draft: id,
        revision: draft.revision,
        text: approval.text,
        snapshot: draft.snapshot,
        style: approval.style,
        approved_by: by.name,
        accepted: JSON.stringify(approval.accepted),
      })
      .execute();
    await approveIn(transaction, {
      draft: id,
      correction,
      approval: approval.id,
      house,
      by: by.name,
    });
  });
  return find(room, correction);
}

/**
 * Readers are told what was wrong and what is right in words of the notes.
 *
 * @param after the blob of the corrected text, once there is one
 * @throws Problem 422 that names the words that do not stand there, and sentences that come near
 */
async function requireHeld(
  {db, blobs}: PublishingRoom,
  draft: string,
  {
    wrong,
    right,
  }: {readonly kind: string; readonly wrong?: string | null; readonly right?: string | null},
  after?: string,
): Promise<void> {
  const before = await lastRelease(db, draft).executeTakeFirst();
  if (!before || typeof wrong !== "string" || typeof right !== "string") return;
  const {locale} = await db
    .selectFrom("drafts")
    .select("locale")
    .where("id", "=", draft)
    .executeTakeFirstOrThrow();
  const textOf = async (blob: string) => (await blobs.get(blob)).toString("utf8");
  const unheld = unheldOf(
    {wrong, right},
    {
      before: await textOf(before.text),
      ...(after !== undefined && {after: await textOf(after)}),
    },
    locale,
  );
  if (unheld) throw wrongField(unheld.field, unheldSays(unheld));
}

/** A notice takes the place of the text, which nobody judges once more. */
async function asItStands({db, pressing}: PublishingRoom, draft: string, revision: number) {
  const {text} = await db
    .selectFrom("revisions")
    .select("text")
    .where("draft", "=", draft)
    .where("number", "=", revision)
    .executeTakeFirstOrThrow();
  return {id: randomUUID(), text, style: await pressing.press({draft, revision}), accepted: []};
}

async function textOut({db}: Pick<PublishingRoom, "db">, draft: string) {
  const row = await lastRelease(db, draft).executeTakeFirst();
  return row?.text;
}

const lastRelease = (db: PublishingRoom["db"], draft: string) =>
  db
    .selectFrom("releases")
    .innerJoin("revisions", join =>
      join
        .onRef("revisions.draft", "=", "releases.draft")
        .onRef("revisions.number", "=", "releases.revision"),
    )
    .select(["releases.text", "releases.revision", "revisions.faults", "revisions.content"])
    .where("releases.draft", "=", draft)
    .orderBy("releases.version", "desc");

/** Takes back what was opened: the text is again the one that is out. */
export async function takeBack(
  room: PublishingRoom,
  {id, correction, by}: TakingBack,
): Promise<CorrectionSummary | undefined> {
  const {db, blobs} = room;
  if (!isId(id)) return undefined;
  const out = await lastRelease(db, id).executeTakeFirst();
  if (!out) return undefined;
  const text = (await blobs.get(out.text)).toString("utf8");
  const {title} = aboutOf(await loadDraft(blobs, out.content), text);
  const done = await db.transaction().execute(async transaction => {
    const now = await transaction
      .selectFrom("drafts")
      .innerJoin("revisions", join =>
        join
          .onRef("revisions.draft", "=", "drafts.id")
          .onRef("revisions.number", "=", "drafts.revision"),
      )
      .select(["drafts.revision", "drafts.snapshot", "drafts.content", "revisions.text"])
      .where("drafts.id", "=", id)
      .forUpdate("drafts")
      .executeTakeFirstOrThrow();
    const event = await takeBackIn(transaction, {draft: id, correction, by: by.name});
    if (!event) return false;
    const events = [event];
    if (now.text !== out.text) {
      const number = now.revision + 1;
      const faults = out.faults as unknown[];
      await transaction
        .insertInto("revisions")
        .values({
          draft: id,
          number,
          text: out.text,
          kind: "corrected",
          author: by.name,
          parent: now.revision,
          faults: JSON.stringify(faults),
          content: now.content,
          snapshot: now.snapshot,
          merge: null,
        })
        .execute();
      await transaction
        .updateTable("drafts")
        .set({
          revision: number,
          title,
          faults: faults.length,
          updated_at: sql<Date>`clock_timestamp()`,
        })
        .where("id", "=", id)
        .execute();
      const data = {
        revision: number,
        parent: now.revision,
        text: out.text,
        faults: faults.length,
        suggested: false,
      };
      events.push({actor: by.name, kind: "draft.edited", subject: id, data});
    }
    await append(transaction, events);
    return true;
  });
  return done ? find(room, correction) : undefined;
}

async function find(
  {db}: Pick<PublishingRoom, "db">,
  id: string,
): Promise<CorrectionSummary | undefined> {
  const row = await db
    .selectFrom("corrections")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && summary(row);
}
