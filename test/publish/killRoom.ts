import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {loadRelease} from "../../src/jobs/publishing/releases.ts";
import type {Release} from "../../src/publish/release.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import type {ReviewRoom} from "../desk/reviewRoom.ts";
import type {Publishing} from "./publisherFleet.ts";

// Notes that are ordered while those who publish are disturbed, and what became of each.

/** Where notes are published while that is disturbed. */
export interface Disturbed extends Publishing {
  readonly targets: TargetSet;
  /** Orders name these; the last is the one that is held against what was approved. */
  readonly names: readonly string[];
  /** What is wrong with what stands of the release, which is to stand there once; none where it does. */
  readonly audit: (release: Release) => Promise<readonly string[]>;
  /** Nothing can be read back there, as of a mail. */
  readonly unreadable?: boolean;
  /** A question that only a person can answer is no fault there: whether a mail arrived. */
  readonly mayAsk?: boolean;
}

/** A newsroom whose notes are published by processes of their own. */
export type KillRoom = Pick<ReviewRoom, "store" | "blobs" | "folder" | "fresh" | "open">;

/** What became of notes: both lists are to be empty. */
export interface Toll {
  readonly notes: number;
  /** Ordered, and not published in the end. */
  readonly lost: readonly string[];
  /** What `audit` found: twice there, hidden leftovers, half of it. */
  readonly wrong: readonly string[];
  /** Of so many a person is asked whether they arrived. */
  readonly asked: number;
}

let notes = 0;

/** Approves another note and orders it; gives the draft. */
export async function ordered(
  room: KillRoom,
  {targets, names}: Pick<Disturbed, "targets" | "names">,
): Promise<string> {
  const ask = room.open({targets, solo: true});
  const id = await room.fresh();
  notes += 1;
  await room.store.db
    .updateTable("drafts")
    .set({note_id: `2026-03-20-gadget-k${process.pid}-${notes}`})
    .where("id", "=", id)
    .execute();
  const body = {to: "approved", send: true, publish: {targets: names}};
  const answer = await ask("paul", `/api/drafts/${id}/transitions`, {body});
  if (!answer.ok) throw new Error(await answer.text());
  return id;
}

/** A person gives the same order again for what was refused; how many that were. */
export async function orderAgain(room: KillRoom, {targets}: Disturbed): Promise<number> {
  const refused = await room.store.db
    .selectFrom("publications")
    .select(["draft", "target"])
    .where("state", "=", "refused")
    .where("asks", "is", null)
    .execute();
  const ask = room.open({targets, solo: true});
  for (const {draft, target} of refused) {
    const body = {targets: [target]};
    const answer = await ask("paul", `/api/drafts/${draft}/publications`, {body});
    if (!answer.ok) throw new Error(await answer.text());
  }
  return refused.length;
}

/** What failed and is to be tried later is tried now. */
export const hurry = ({store}: KillRoom) =>
  sql`update assay.publications set not_before = null where not_before is not null`.execute(
    store.db,
  );

/** How many are on their way, and wait for nobody. */
export async function onTheWay({store}: KillRoom): Promise<number> {
  const {rows} = await sql<{count: number}>`
    select count(*)::int as count from assay.publications
    where state in ('planned', 'sending', 'unknown') and asks is null`.execute(store.db);
  return rows[0]?.count ?? 0;
}

/** Waits until nothing is on its way, or it takes too long: what is left is told as lost. */
export async function carried(room: KillRoom, ms = 120_000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(50)) {
    await hurry(room);
    if ((await onTheWay(room)) === 0) return;
  }
}

/**
 * What stands and was not read yet, or all of it, is read now and not only in a minute or five; waits
 * until it has been, or it takes too long.
 */
export async function readBack(
  {store: {db}}: KillRoom,
  {all = false, ms = 120_000}: {readonly all?: boolean; readonly ms?: number} = {},
): Promise<void> {
  const {rows} = await sql<{id: string}>`
    update assay.publications set read_again_at = clock_timestamp(), failures = 0
    where state in ('published', 'differs') and asks is null and read_again_at is not null
      and (${all} or read_at is null) returning id`.execute(db);
  const ids = rows.map(({id}) => id);
  for (const end = Date.now() + ms; ids.length > 0 && Date.now() < end; await sleep(50)) {
    // Whatever failed is tried again at once.
    await sql`
      update assay.publications set read_again_at = clock_timestamp()
      where id = any(${ids}) and failures > 0 and lease_until is null`.execute(db);
    const {rows: left} = await sql`
      select from assay.publications where id = any(${ids})
        and (read_again_at is not null or lease_until is not null)`.execute(db);
    if (left.length === 0) return;
  }
}

/** Holds what stands of each note against what was ordered. */
export async function toll(
  {store, blobs}: KillRoom,
  {names, audit, unreadable = false, mayAsk = false}: Disturbed,
  drafts: readonly string[],
): Promise<Toll> {
  const lost: string[] = [];
  const wrong: string[] = [];
  let asked = 0;
  for (const draft of drafts) {
    const {
      state,
      asks,
      reason,
      note_id: noteId,
      ...one
    } = await store.db
      .selectFrom("publications")
      .select(["state", "asks", "reason", "note_id", "wanted", "read_at", "receipt"])
      .where("draft", "=", draft)
      .where("target", "=", names.at(-1) ?? "")
      .executeTakeFirstOrThrow();
    const isAsked = mayAsk && state === "unknown" && asks === "outcome";
    if (isAsked) asked += 1;
    else if (state !== "published") lost.push(`${noteId} is ${state}: ${JSON.stringify(reason)}`);
    else if (one.read_at === null && !unreadable)
      lost.push(`${noteId} was never read: ${JSON.stringify(reason)}`);
    const sent = {publishedAt: new Date()};
    const release = await loadRelease({db: store.db, blobs}, {noteId, version: one.wanted}, sent);
    for (const fault of await audit(release)) wrong.push(`${noteId}: ${fault}`);
  }
  return {lost, wrong, asked, notes: drafts.length};
}

export const both = (a: Toll, b: Toll): Toll => ({
  notes: a.notes + b.notes,
  lost: [...a.lost, ...b.lost],
  wrong: [...a.wrong, ...b.wrong],
  asked: a.asked + b.asked,
});
export const nothing: Toll = {notes: 0, lost: [], wrong: [], asked: 0};
