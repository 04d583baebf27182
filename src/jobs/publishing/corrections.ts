import {randomUUID} from "node:crypto";
import {type Kysely, type Selectable, sql, type Transaction} from "kysely";
import {Conflict} from "../../model/errors.ts";
import {append, type Event} from "../../store/events.ts";
import type {CorrectionsTable, Tables} from "../../store/tables.ts";
import {releaseIn} from "./releases.ts";

/** That something is to be put right in a note that is out. */
export type CorrectionWish = {
  readonly draft: string;
  readonly reason: string;
  readonly by: string;
} & (
  | {readonly kind: "corrected"; readonly wrong: string; readonly right: string}
  | {readonly kind: "refiled" | "retracted"; readonly wrong?: undefined; readonly right?: undefined}
);

export type CorrectionRow = Selectable<CorrectionsTable>;

/**
 * Opens a correction: until it is approved or taken back, the text may be edited, and readers go on
 * reading the version that is out. Gives its id; undefined where there is no such draft.
 *
 * @throws Conflict where the note is not out, or another correction is open
 */
export async function openCorrection(
  db: Kysely<Tables>,
  {draft, kind, reason, wrong, right, by}: CorrectionWish,
): Promise<string | undefined> {
  return db.transaction().execute(async transaction => {
    const row = await lockedDraft(transaction, draft);
    if (!row) return undefined;
    if (row.state !== "published" && row.state !== "corrected")
      throw new Conflict(
        row.state === "retracted"
          ? `draft ${draft} is retracted, and what is retracted is not corrected any more`
          : `draft ${draft} is ${row.state}: only what is out is corrected or retracted`,
      );
    const open = await openOf(transaction, draft);
    if (open)
      throw new Conflict(
        `${open.opened_by} has opened a correction of draft ${draft} that is not approved yet: finish it, or take it back first`,
      );
    const id = randomUUID();
    await transaction
      .insertInto("corrections")
      .values({
        id,
        draft,
        kind,
        reason,
        wrong: wrong ?? null,
        right: right ?? null,
        opened_by: by,
        approval: null,
        version: null,
        closed_by: null,
        closed_at: null,
      })
      .execute();
    const data = {
      correction: id,
      kind,
      reason,
      revision: row.revision,
      ...(wrong !== undefined && {wrong}),
      ...(right !== undefined && {right}),
    };
    await append(transaction, [{actor: by, kind: "correction.opened", subject: draft, data}]);
    return id;
  });
}

/** What approving a correction brings along. */
export interface CorrectionApproval {
  readonly draft: string;
  readonly correction: string;
  /** Of the approval, whose row is there. */
  readonly approval: string;
  /** Blob of the house as JSON. */
  readonly house: string;
  readonly by: string;
}

/**
 * Makes the corrected release of what was approved and sends it to every target where the note
 * stands, in the transaction that approves it. What never stood anywhere goes out corrected, or not
 * at all where the note is retracted.
 */
export async function approveIn(
  transaction: Transaction<Tables>,
  {draft, correction, approval, house, by}: CorrectionApproval,
): Promise<void> {
  const row = await lockedDraft(transaction, draft);
  const open = await openOf(transaction, draft);
  if (!row || open?.id !== correction)
    throw new Conflict(`the correction ${correction} is open no more: look at it again`);
  const {kind, reason, wrong, right} = open;
  const {release, event} = await releaseIn(transaction, {
    draft,
    kind,
    revision: row.revision,
    approval,
    house,
    reason,
    ...(wrong !== null && {wrong}),
    ...(right !== null && {right}),
    by,
  });
  const {version, digest} = release;
  await close(transaction, correction, {by, approval, version});
  const approved = await transaction
    .selectFrom("approvals")
    .select(["revision", "text", "snapshot", "style", "accepted"])
    .where("id", "=", approval)
    .executeTakeFirstOrThrow();
  const data = {correction, kind, approval, version, digest, ...approved};
  const events: Event[] = [
    ...(event ? [event] : []),
    {actor: by, kind: "correction.approved", subject: draft, data},
  ];
  const stands = await transaction
    .selectFrom("publications")
    .select(["id", "target", "receipt", "state"])
    .where("draft", "=", draft)
    .where("state", "!=", "withdrawn")
    .forUpdate()
    .execute();
  for (const {id, target, receipt, state} of stands) {
    const isUnsent = receipt === null && !["sending", "unknown"].includes(state);
    if (kind === "retracted" && isUnsent) {
      await transaction
        .updateTable("publications")
        .set({state: "withdrawn", wanted: version, asks: null, reason: null})
        .where("id", "=", id)
        .execute();
      const cancelled = {publication: id, target};
      events.push({actor: by, kind: "publication.cancelled", subject: draft, data: cancelled});
      continue;
    }
    await transaction
      .updateTable("publications")
      .set({
        wanted: version,
        // Whoever has it in hand finds that there is a newer version when they are done.
        ...(receipt !== null &&
          ["published", "differs", "refused", "left"].includes(state) && {
            state: "planned",
            asks: null,
            conflict: null,
            reason: null,
            not_before: null,
            failures: 0,
          }),
      })
      .where("id", "=", id)
      .execute();
    const ordered = {publication: id, noteId: release.note_id, target, version, digest};
    events.push({actor: by, kind: "publication.ordered", subject: draft, data: ordered});
  }
  await append(transaction, events);
}

/**
 * Takes a correction back, in a transaction: what is out stays as it is. The draft's text is put back
 * by whoever calls. Undefined where none is open by that id.
 */
export async function takeBackIn(
  transaction: Transaction<Tables>,
  {
    draft,
    correction,
    by,
  }: {readonly draft: string; readonly correction: string; readonly by: string},
): Promise<Event | undefined> {
  const open = await openOf(transaction, draft);
  if (open?.id !== correction) return undefined;
  await close(transaction, correction, {by, approval: null, version: null});
  return {actor: by, kind: "correction.withdrawn", subject: draft, data: {correction}};
}

/** The correction of a draft that is open. */
export const openOf = (db: Kysely<Tables>, draft: string): Promise<CorrectionRow | undefined> =>
  db
    .selectFrom("corrections")
    .selectAll()
    .where("draft", "=", draft)
    .where("closed_at", "is", null)
    .executeTakeFirst();

const close = (
  transaction: Transaction<Tables>,
  id: string,
  {by, approval, version}: {by: string; approval: string | null; version: number | null},
) =>
  transaction
    .updateTable("corrections")
    .set({closed_by: by, closed_at: sql<Date>`clock_timestamp()`, approval, version})
    .where("id", "=", id)
    .execute();

const lockedDraft = (transaction: Transaction<Tables>, draft: string) =>
  transaction
    .selectFrom("drafts")
    .select(["state", "revision", "note_id"])
    .where("id", "=", draft)
    .forUpdate()
    .executeTakeFirst();
