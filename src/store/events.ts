import {createHash} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import {z} from "zod";
import type {Tables} from "./tables.ts";

/** Something that was done. `data` is JSON without secrets; texts stand in it by their digests. */
export interface Event {
  readonly actor: string;
  /** Such as `draft.written`. */
  readonly kind: string;
  /** The id of what it was done to. */
  readonly subject: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Any number that nobody else in the database locks. */
const chainLock = 7_221_001;
const beginning = "0".repeat(64);

/**
 * Adds events to the chain, in the transaction that does what they tell. Others who add wait until it
 * ends, so it comes last in it.
 */
export async function append(
  transaction: Transaction<Tables>,
  events: readonly Event[],
): Promise<void> {
  if (events.length === 0) return;
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(transaction);
  const {at, ...last} = await transaction
    .selectFrom(sql<{at: Date}>`(select clock_timestamp() as at)`.as("now"))
    .leftJoin(
      ({selectFrom}) =>
        selectFrom("events").select(["seq", "digest"]).orderBy("seq", "desc").limit(1).as("last"),
      join => join.onTrue(),
    )
    .select(["at", "seq", "digest"])
    .executeTakeFirstOrThrow();
  let {seq, digest} = {seq: last.seq ?? 0, digest: last.digest ?? beginning};
  for (const {actor, kind, subject, data = {}} of events) {
    const previous = digest;
    seq += 1;
    const body = canonical({seq, at: at.toISOString(), actor, kind, subject, data});
    digest = linkOf(previous, body);
    await transaction
      .insertInto("events")
      .values({seq, at, actor, kind, subject, body, previous, digest})
      .execute();
  }
}

/** The digest of the last event; empty where there is none. */
export async function headOf(db: Kysely<Tables>): Promise<string> {
  const last = await db
    .selectFrom("events")
    .select("digest")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.digest ?? "";
}

/** An event as the store has it. */
export interface StoredEvent extends Required<Event> {
  /** Counts from 1, without a gap. */
  readonly seq: number;
  readonly at: Date;
}

const bodySchema = z.object({data: z.record(z.string(), z.unknown())});

/** Events after that number, in their order, so many at most: none before them can come later. */
export async function eventsAfter(
  db: Kysely<Tables>,
  seq: number,
  most: number,
): Promise<StoredEvent[]> {
  const rows = await db
    .selectFrom("events")
    .select(["seq", "at", "actor", "kind", "subject", "body"])
    .where("seq", ">", seq)
    .orderBy("seq")
    .limit(most)
    .execute();
  return rows.map(({body, ...row}) => ({...row, ...bodySchema.parse(JSON.parse(body))}));
}

/** The number of the last event; 0 where there is none. */
export async function lastSeq(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom("events")
    .select(({fn}) => fn.max("seq").as("seq"))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** What is wrong with the chain of events, each with the number of its row; empty where nothing is. */
export async function verifyEvents(db: Kysely<Tables>): Promise<string[]> {
  const faults: string[] = [];
  let previous = beginning;
  let expected = 1;
  for await (const row of eventsOf(db)) {
    if (row.seq !== expected)
      faults.push(`event ${expected} is missing: after it comes ${row.seq}`);
    else if (row.previous !== previous)
      faults.push(`event ${row.seq} does not follow the one before it: one of them was changed`);
    if (linkOf(row.previous, row.body) !== row.digest)
      faults.push(`event ${row.seq} was changed: its digest is of other words`);
    else if (!saysTheSame(row))
      faults.push(`event ${row.seq} was changed: its columns differ from what it says`);
    previous = row.digest;
    expected = row.seq + 1;
  }
  return faults;
}

/** All events in their order, a thousand at a time. */
async function* eventsOf(db: Kysely<Tables>) {
  for (let seq = 0; ; ) {
    const rows = await db
      .selectFrom("events")
      .selectAll()
      .where("seq", ">", seq)
      .orderBy("seq")
      .limit(1000)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

function saysTheSame(row: {
  seq: number;
  at: Date;
  actor: string;
  kind: string;
  subject: string;
  body: string;
}) {
  const {seq, at, actor, kind, subject} = JSON.parse(row.body) as Record<string, unknown>;
  return (
    seq === row.seq &&
    at === row.at.toISOString() &&
    actor === row.actor &&
    kind === row.kind &&
    subject === row.subject
  );
}

const linkOf = (previous: string, body: string) =>
  createHash("sha256").update(`${previous}\n${body}`).digest("hex");

/** JSON with the keys of every object in order, so that the same content gives the same bytes. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
