import {randomUUID} from "node:crypto";
import {sql, type Transaction} from "kysely";
import {asUnread} from "../../check/authorship.ts";
import {loadDraft} from "../../jobs/loadDraft.ts";
import type {Pressing} from "../../jobs/pressing.ts";
import {cancelAll} from "../../jobs/publishing/cancel.ts";
import {orderIn, readyOrder} from "../../jobs/publishing/order.ts";
import type {PublishingPlace, TargetSet} from "../../jobs/publishing/place.ts";
import {Conflict} from "../../model/errors.ts";
import {includesRole} from "../../model/person.ts";
import {type DraftState, mayMove} from "../../model/review.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import {append} from "../../store/events.ts";
import type {Store} from "../../store/open.ts";
import type {Tables} from "../../store/tables.ts";
import {Problem, wrongField} from "../api/problem.ts";
import type {Accepted, Revision} from "../api/reviewShapes.ts";
import type {Assignment, Transition} from "../api/services.ts";
import type {DraftSummary} from "../api/shapes.ts";
import {ownRevisions, weigh} from "./approvals.ts";
import {findDraft} from "./drafts.ts";
import type {NamedFault} from "./faults.ts";
import {isId} from "./id.ts";
import {findRevision} from "./revisions.ts";

export interface ReviewRoom {
  readonly store: Pick<Store, "db">;
  readonly blobs: Blobs;
  readonly pressing: Pressing;
  /** One person writes and approves. */
  readonly solo: boolean;
  /** Data older than this are stale. */
  readonly staleMs: number;
  readonly targets: TargetSet;
  readonly workspace: PublishingPlace["workspace"];
}

/**
 * Moves a draft to another state, where state, role, faults and whose words they are allow it.
 *
 * @throws Problem 403 beyond one's role, or where one would approve one's own words; 409 where no way
 * leads there or a fault is open; 412 where there is a newer revision; 422 for a field
 */
export async function moveDraft(
  room: ReviewRoom,
  transition: Transition,
): Promise<DraftSummary | undefined> {
  const {db} = room.store;
  const {id, to, by, on, reason, publish} = transition;
  const styles = await room.pressing.styles();
  const draft = await findDraft(db, styles, id, room.staleMs);
  if (!draft) return undefined;
  const sent = transition.send === true && draft.state !== "in-review";
  if (sent) requireMove({...transition, to: "in-review"}, draft.state);
  const from = sent ? "in-review" : draft.state;
  requireMove(transition, from);
  if (on !== undefined && on !== draft.revision)
    throw new Problem(
      412,
      `Revision ${draft.revision} is newer than ${on}, which you have read: read it first.`,
      {headers: {ETag: `"${draft.revision}"`}},
    );
  if (to === "dropped" && reason === undefined)
    throw wrongField("reason", "must say why the draft is dropped");
  if (publish && !includesRole(by.role, "publisher"))
    throw new Problem(
      403,
      `To publish it needs the role publisher, and ${by.name} has ${by.role}: approve it alone.`,
    );
  const order = publish && (await readyOrder({...room, db}, publish));
  const approval =
    to === "approved"
      ? await approvalOf(room, {...transition, revision: draft.revision})
      : undefined;
  await db.transaction().execute(async transaction => {
    const now = await locked(transaction, id);
    const state = (await findDraft(transaction, styles, id))?.state;
    if (now.revision !== draft.revision || state !== draft.state)
      throw new Conflict(`draft ${id} was changed by another just now: look at it again`);
    await transaction
      .updateTable("drafts")
      .set({state: to, updated_at: sql<Date>`clock_timestamp()`})
      .where("id", "=", id)
      .execute();
    if (now.state === "approved" && !approval) await withdraw(transaction, {id, who: by.name});
    if (approval)
      await transaction
        .insertInto("approvals")
        .values({
          id: approval.id,
          draft: id,
          revision: draft.revision,
          text: approval.text,
          snapshot: now.snapshot,
          style: approval.style,
          approved_by: by.name,
          accepted: JSON.stringify(approval.accepted),
        })
        .execute();
    const data = {
      from,
      revision: draft.revision,
      ...(reason !== undefined && {reason}),
      ...(approval && {
        approval: approval.id,
        text: approval.text,
        snapshot: now.snapshot,
        style: approval.style,
        accepted: approval.accepted,
      }),
    };
    const sending = {from: draft.state, revision: draft.revision};
    const cancelled =
      to === "dropped" ? await cancelAll(transaction, {draft: id, by: by.name}) : [];
    await append(transaction, [
      ...cancelled,
      ...(sent ? [{actor: by.name, kind: "draft.in-review", subject: id, data: sending}] : []),
      {actor: by.name, kind: `draft.${to}`, subject: id, data},
    ]);
    if (order && approval)
      await orderIn(transaction, order, {draft: id, by: by.name, approval: approval.id});
  });
  return findDraft(db, styles, id, room.staleMs);
}

function requireMove({id, to, by}: Transition, from: DraftState): void {
  const move = mayMove(from, to, by.role);
  if (move.may) return;
  if ("needs" in move)
    throw new Problem(
      403,
      `To move a draft from ${from} to ${to} needs the role ${move.needs}, and ${by.name} has ${by.role}.`,
    );
  throw new Conflict(
    `draft ${id} is ${from}, and from there goes ${move.leads.join(" or ") || "nowhere"}, not ${to}`,
  );
}

interface Ready {
  readonly id: string;
  readonly text: string;
  readonly style: string;
  readonly accepted: readonly Accepted[];
}

/** Whose text is to be approved, and by whom. */
interface Approving extends Pick<Transition, "id" | "by" | "accepted"> {
  readonly revision: number;
}

/**
 * What an approval says of the newest text, whose files are pressed by then.
 *
 * @throws Problem 403 where it is of one's own words, 409 where something in it is open
 */
export async function approvalOf(
  room: ReviewRoom,
  {id, by, accepted, revision}: Approving,
): Promise<Ready> {
  const {store, blobs, pressing, solo} = room;
  const found = await findRevision(store.db, blobs, {id, number: revision});
  if (!found) throw new Error(`draft ${id} has no revision ${revision}`);
  const own = solo ? [] : await ownRevisions(store.db, {id, who: by.name});
  if (own.length > 0)
    throw new Problem(
      403,
      `Words of yours are in this text since revision ${own[0]}, and nobody approves their own: another editor can. A desk of one person is started with --solo.`,
    );
  if (await isUnread(room, id, found.text))
    throw new Problem(
      409,
      `Revision ${revision} says that no person has read it: save it, and it says so no more.`,
    );
  const {conflicts = []} = found.merge ?? {};
  if (conflicts.length > 0)
    throw new Problem(
      409,
      `Revision ${revision} was made again on newer data, and ${conflicts.length === 1 ? "one passage of an editor is" : `${conflicts.length} passages of editors are`} still to be settled: settle each, then approve.`,
    );
  const weighed = weigh(found.found, accepted);
  if (weighed.open.length > 0) throw openFaults(found, weighed.open);
  const style = await pressing.press({draft: id, revision});
  return {id: randomUUID(), text: found.sha256, style, accepted: weighed.accepted};
}

/** Whether the text says that no person has read it, which a person's approval would make untrue. */
async function isUnread({store: {db}, blobs}: ReviewRoom, id: string, text: string) {
  const {content} = await db
    .selectFrom("drafts")
    .select("content")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const {markdown, evidence} = await loadDraft(blobs, content);
  return text === asUnread(markdown, evidence.authorship);
}

const openFaults = ({number}: Revision, open: readonly NamedFault[]) =>
  new Problem(
    409,
    `Revision ${number} has ${open.length === 1 ? "a fault that is open" : `${open.length} faults that are open`}: mend each, or accept it with a reason.`,
    {
      errors: open.map(({id, line, text, reason}) => ({
        field: "accepted",
        says: `lacks a reason for ${id}, “${text}” in line ${line}: ${reason}`,
      })),
    },
  );

const locked = (transaction: Transaction<Tables>, id: string) =>
  transaction
    .selectFrom("drafts")
    .select(["revision", "state", "snapshot"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirstOrThrow();

/** What was approved is so no longer, though the same text return. */
const withdraw = (
  transaction: Transaction<Tables>,
  {id, who}: {readonly id: string; readonly who: string},
) =>
  transaction
    .updateTable("approvals")
    .set({withdrawn_at: sql<Date>`clock_timestamp()`, withdrawn_by: who})
    .where("draft", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();

/** Gives a draft to somebody, or to nobody. */
export async function assignDraft(
  {store: {db}, pressing, staleMs}: ReviewRoom,
  {id, to, by}: Assignment,
): Promise<DraftSummary | undefined> {
  if (!isId(id)) return undefined;
  await db.transaction().execute(async transaction => {
    const before = await transaction
      .selectFrom("drafts")
      .select("assignee")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!before || before.assignee === to) return;
    await transaction.updateTable("drafts").set({assignee: to}).where("id", "=", id).execute();
    const data = {from: before.assignee, to};
    await append(transaction, [{actor: by.name, kind: "draft.assigned", subject: id, data}]);
  });
  return findDraft(db, await pressing.styles(), id, staleMs);
}
