import {randomUUID} from "node:crypto";
import {type Selectable, sql, type Transaction} from "kysely";
import {Conflict, UsageError} from "../../model/errors.ts";
import type {House} from "../../model/house.ts";
import type {ReleaseKind} from "../../model/publication.ts";
import type {TargetSet} from "../../publish/targetSet.ts";
import type {Blobs} from "../../store/blobs/blobs.ts";
import {keepBlobs} from "../../store/blobs/keep.ts";
import type {Event} from "../../store/events.ts";
import {append} from "../../store/events.ts";
import type {PublicationsTable, Tables} from "../../store/tables.ts";
import type {PublishingPlace} from "./place.ts";
import {releaseIn} from "./releases.ts";
import {instantOf} from "./wallClock.ts";

/** That a note is to stand at targets. */
export interface PublicationOrder {
  readonly targets: readonly string[];
  /** An instant, or an hour of the wall clock at each target; now without it. */
  readonly at?: string | undefined;
  /** Puts posts there again that were removed. */
  readonly again?: boolean | undefined;
  /** Writes over posts that somebody has changed. */
  readonly overwrite?: boolean | undefined;
}

/** An order that can be carried out, whatever the draft. */
export interface ReadyOrder {
  readonly targets: readonly {readonly name: string; readonly at?: Date; readonly home?: string}[];
  readonly again: boolean;
  readonly overwrite: boolean;
  /** Blob of the house as it is now. */
  readonly house: string;
}

/**
 * Looks at an order, and keeps what it takes.
 *
 * @throws UsageError where a target or an instant is none
 */
export async function readyOrder(
  {db, blobs, targets, workspace}: PublishingPlace,
  order: PublicationOrder,
): Promise<ReadyOrder> {
  if (order.targets.length === 0) throw new UsageError("no target is named: name one or more");
  const names = [...new Set(order.targets)];
  return {
    targets: names.map(name => readyTarget(targets, name, order.at)),
    again: order.again ?? false,
    overwrite: order.overwrite ?? false,
    house: await keepHouse({db, blobs}, workspace.house),
  };
}

function readyTarget(targets: TargetSet, name: string, at: string | undefined) {
  const home = targets.homeOf(name);
  return {
    name,
    ...(at !== undefined && {at: instantOf(at, targets.zoneOf(name))}),
    ...(home !== undefined && {home}),
  };
}

export async function keepHouse(
  {db, blobs}: {readonly db: PublishingPlace["db"]; readonly blobs: Blobs},
  house: House,
): Promise<string> {
  const [digest] = await keepBlobs(db, blobs, [`${JSON.stringify(house)}\n`]);
  return digest;
}

/**
 * Orders an approved draft, locked by whoever calls, to stand at targets, with whatever else the
 * transaction does.
 *
 * @throws Conflict where it is not approved, or the note is out from another draft
 */
export async function orderIn(
  transaction: Transaction<Tables>,
  {targets, again, overwrite, house}: ReadyOrder,
  {
    draft,
    by,
    approval,
  }: {readonly draft: string; readonly by: string; readonly approval: string | undefined},
): Promise<void> {
  const row = await transaction
    .selectFrom("drafts")
    .select(["state", "revision", "note_id"])
    .where("id", "=", draft)
    .executeTakeFirstOrThrow();
  const isMade = ["scheduled", "published", "corrected", "retracted"].includes(row.state);
  if (!isMade && (row.state !== "approved" || approval === undefined))
    throw new Conflict(
      `draft ${draft} is ${row.state === "approved" ? "approved in another style" : row.state}, and only an approved text leaves the house: approve it first`,
    );
  const {release, event} =
    isMade || approval === undefined
      ? {release: await newestRelease(transaction, draft), event: undefined}
      : await releaseIn(transaction, {
          draft,
          kind: "note",
          revision: row.revision,
          approval,
          house,
          by,
        });
  const {version, digest, kind} = release;
  const order = {draft, by, again, overwrite, noteId: row.note_id, version, digest, kind};
  const events: Event[] = event ? [event] : [];
  for (const target of targets) events.push(...(await orderAt(transaction, order, target)));
  await requireHomes(transaction, row.note_id, targets);
  if (row.state === "approved") {
    await transaction
      .updateTable("drafts")
      .set({state: "scheduled", updated_at: sql<Date>`clock_timestamp()`})
      .where("id", "=", draft)
      .execute();
    const data = {from: "approved", revision: row.revision};
    events.push({actor: by, kind: "draft.scheduled", subject: draft, data});
  }
  await append(transaction, events);
}

const newestRelease = (transaction: Transaction<Tables>, draft: string) =>
  transaction
    .selectFrom("releases")
    .select(["version", "digest", "kind"])
    .where("draft", "=", draft)
    .orderBy("version", "desc")
    .executeTakeFirstOrThrow();

interface Ordering {
  readonly draft: string;
  readonly by: string;
  readonly noteId: string;
  readonly version: number;
  readonly digest: string;
  readonly kind: ReleaseKind;
  readonly again: boolean;
  readonly overwrite: boolean;
}

async function orderAt(
  transaction: Transaction<Tables>,
  {draft, by, noteId, version, digest, kind, again, overwrite}: Ordering,
  {name, at}: ReadyOrder["targets"][number],
): Promise<Event[]> {
  const before = await transaction
    .selectFrom("publications")
    .selectAll()
    .where("note_id", "=", noteId)
    .where("target", "=", name)
    .forUpdate()
    .executeTakeFirst();
  if (before && before.draft !== draft && before.state !== "withdrawn")
    throw new Conflict(
      `the note ${noteId} is ${before.state} at ${name} from draft ${before.draft}: that one is corrected or cancelled there`,
    );
  if (kind === "retracted" && !before?.receipt)
    throw new Conflict(`the note ${noteId} is retracted, and never stood at ${name}`);
  const asked = again || overwrite;
  if (before && !isOpenTo(before, {asked, at})) return [];
  if (before?.asks === "outcome" && !again)
    throw new Conflict(
      `nobody can look up whether ${noteId} was sent to ${name}: see there, then say that it has arrived, send it again, or cancel it`,
    );
  const due = sql<Date>`${at ?? null}::timestamptz`;
  const now = sql<Date>`clock_timestamp()`;
  const open = {
    draft,
    wanted: version,
    state: "planned" as const,
    // A post keeps the date that it bears.
    ...(!before?.receipt && {at: at === undefined ? now : due, began_at: null}),
    not_before: null,
    ordered_by: by,
    ordered_at: now,
    again,
    overwrite,
    asks: null,
    failures: 0,
    reason: null,
    conflict: null,
  };
  const id = before?.id ?? randomUUID();
  if (before)
    await transaction
      .updateTable("publications")
      // Who reads it just now finds that it is theirs no more.
      .set({
        ...open,
        attempt: before.attempt + 1,
        worker: null,
        lease_until: null,
        read_again_at: null,
        ...(asked && {round: before.round + 1}),
      })
      .where("id", "=", id)
      .execute();
  else
    await transaction
      .insertInto("publications")
      .values({id, note_id: noteId, target: name, ...open, at: at === undefined ? now : due})
      .execute();
  const data = {
    publication: id,
    noteId,
    target: name,
    version,
    digest,
    ...(at && {at: at.toISOString()}),
    ...(again && {again}),
    ...(overwrite && {overwrite}),
  };
  return [{actor: by, kind: "publication.ordered", subject: draft, data}];
}

/** Whether an order changes what is on its way or done. */
function isOpenTo(
  {state, asks, receipt}: Selectable<PublicationsTable>,
  {asked, at}: {readonly asked: boolean; readonly at: Date | undefined},
): boolean {
  if (state === "sending") return false;
  if (asked || asks !== null) return true;
  if (state === "published" || state === "left") return false;
  // A post that stands is not put off.
  return !(at && receipt !== null && at.getTime() > Date.now());
}

/** Who names a home is published after it: so it has to stand there, or be ordered. */
async function requireHomes(
  transaction: Transaction<Tables>,
  noteId: string,
  targets: ReadyOrder["targets"],
): Promise<void> {
  for (const {name, home} of targets) {
    if (home === undefined) continue;
    const there = await transaction
      .selectFrom("publications")
      .select("id")
      .where("note_id", "=", noteId)
      .where("target", "=", home)
      .where("state", "!=", "withdrawn")
      .executeTakeFirst();
    if (!there)
      throw new UsageError(
        `${name} is published after ${home}, its home, and ${noteId} is not ordered there: name ${home} as well`,
      );
  }
}

/** The approval that holds of a draft as it is; undefined where none does. */
export async function holdingApproval(
  transaction: Transaction<Tables>,
  draft: string,
  styles: ReadonlySet<string>,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom("approvals")
    .innerJoin("drafts", "drafts.id", "approvals.draft")
    .innerJoin("revisions", join =>
      join
        .onRef("revisions.draft", "=", "drafts.id")
        .onRef("revisions.number", "=", "drafts.revision"),
    )
    .select("approvals.id")
    .where("drafts.id", "=", draft)
    .where("approvals.withdrawn_at", "is", null)
    .whereRef("approvals.text", "=", "revisions.text")
    .whereRef("approvals.snapshot", "=", "drafts.snapshot")
    .where("approvals.style", "in", [...styles])
    .orderBy("approvals.approved_at", "desc")
    .executeTakeFirst();
  return row?.id;
}
