import {randomUUID} from "node:crypto";
import {sql} from "kysely";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {prune} from "../../src/jobs/retention.ts";
import {verify} from "../../src/store/verify.ts";
import {addRuns, emptyRoom, everyRow, type Room} from "../store/filled.ts";
import {testServer} from "../store/testStore.ts";

let server: Awaited<ReturnType<typeof testServer>>;
let room: Room;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await room?.[Symbol.asyncDispose]();
  room = await emptyRoom(server.url);
  await addRuns(room, 0, 12);
  // Run i has ended i days after the first, and the last a day and a half ago.
  await sql`
    update assay.runs r set
      nominal = clock_timestamp() - make_interval(hours => 36 + 24 * (11 - i)),
      ended_at = clock_timestamp() - make_interval(hours => 36 + 24 * (11 - i))
    from (select id, (definition ->> 'i')::int as i from assay.runs) o where o.id = r.id`.execute(
    room.store.db,
  );
});
afterAll(() => room?.[Symbol.asyncDispose]());

const keep = (days: number, runs: number) => prune(room.store, room.blobs, {days, runs});
const left = async () => {
  const {rows} = await sql<{i: number}>`
    select (definition ->> 'i')::int as i from assay.runs order by 1`.execute(room.store.db);
  return rows.map(({i}) => i);
};
const days = (from: number) => Array.from({length: 12 - from}, (_, i) => from + i);

test("runs go by age, with their tasks and steps; drafts stay, and the store is whole", async () => {
  expect(await keep(5, 1000)).toMatchObject({runs: 8, damaged: []});
  expect(await left()).toEqual(days(8));
  const {tasks, steps, drafts, revisions, events} = await everyRow(room.store);
  expect([tasks, steps, drafts, revisions, events].map(rows => rows?.length)).toEqual([
    4, 4, 12, 12, 36,
  ]);
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
});

test("runs go by number where that is stricter, the oldest first", async () => {
  expect(await keep(365, 3)).toMatchObject({runs: 9});
  expect(await left()).toEqual(days(9));
  expect(await keep(365, 3)).toMatchObject({runs: 0});
});

test("the newest run of a schedule stays, however old, and what is open stays", async () => {
  await sql`update assay.runs set ended_at = null, state = 'running'
    where definition ->> 'i' = '2'`.execute(room.store.db);
  await keep(1, 1);
  expect(await left()).toEqual([2, 11]);
});

test("what ended within a day stays, whatever their number", async () => {
  await sql`update assay.runs set ended_at = clock_timestamp()`.execute(room.store.db);
  expect(await keep(365, 1)).toMatchObject({runs: 0});
});

test("runs stay that a rest period still looks back to", async () => {
  await sql`update assay.schedules set definition = ${JSON.stringify({when: {restMs: 6 * 86_400_000}})}`.execute(
    room.store.db,
  );
  await keep(2, 1000);
  expect(await left()).toEqual(days(7));
});

test("snapshots and blobs go that only a removed run had, a day after they are found", async () => {
  const {db} = room.store;
  const before = (await Array.fromAsync(room.blobs.list())).length;
  for (const table of ["comments", "approvals", "files", "revisions"] as const)
    await db.deleteFrom(table).execute();
  await db.deleteFrom("drafts").execute();
  await sql`update assay.snapshots set kept_at = kept_at - interval '2 days'`.execute(db);
  // Of eight runs: manifest, answer. Of all: draft, text, PDF.
  expect(await keep(5, 1000)).toMatchObject({snapshots: 8, condemned: 8 * 2 + 12 * 3, removed: 0});
  await sql`update assay.condemned set at = at - interval '2 days'`.execute(db);
  expect(await keep(5, 1000)).toMatchObject({snapshots: 0, condemned: 0, removed: 8 * 2 + 12 * 3});
  expect((await Array.fromAsync(room.blobs.list())).length).toBe(before - 8 * 2 - 12 * 3);
});

test("what was left out, told and long gone goes by age", async () => {
  const {db} = room.store;
  const day = (ago: number) => sql<Date>`clock_timestamp() - make_interval(days => ${ago})`;
  for (const ago of [1, 9]) {
    const id = `00000000-0000-0000-0000-00000000000${ago}`;
    await db
      .insertInto("left_out")
      .values({
        schedule: "morning",
        first: day(ago),
        last: day(ago),
        count: 1,
        why: "downtime",
        noted_at: day(ago),
      })
      .execute();
    await db
      .insertInto("alarms")
      .values({id, key: `k-${ago}`, kind: "failed", body: "{}", cleared_at: day(ago)})
      .execute();
    await db
      .insertInto("workers")
      .values({
        id,
        host: "h",
        pid: 1,
        version: "0",
        plans: false,
        concurrency: 1,
        seen_at: day(ago),
      })
      .execute();
  }
  expect(await keep(5, 1000)).toMatchObject({leftOut: 1, alarms: 1, workers: 1});
});

test("while a manifest is damaged no blob goes, and it is told", async () => {
  const {db} = room.store;
  const {sha256} = await db.selectFrom("snapshots").select("sha256").executeTakeFirstOrThrow();
  await db.deleteFrom("answers").where("snapshot", "=", sha256).execute();
  await room.blobs.remove(sha256);
  await room.blobs.put("nobody's");
  expect(await keep(365, 1000)).toMatchObject({damaged: [sha256], condemned: 0, removed: 0});
});

test("what hooks were told goes by age, and what they are still to be told stays", async () => {
  const {db} = room.store;
  await sql`
    insert into assay.hook_deliveries (hook, seq, state, made_at)
    select 'cms', seq, case seq % 2 when 0 then 'sent' else 'waiting' end,
      clock_timestamp() - make_interval(days => seq::int)
    from assay.events where seq <= 10`.execute(db);
  expect(await keep(5, 1000)).toMatchObject({hookDeliveries: 3});
  const rows = await db.selectFrom("hook_deliveries").select("seq").orderBy("seq").execute();
  expect(rows.map(({seq}) => seq)).toEqual([1, 2, 3, 4, 5, 7, 9]);
});

test("sessions go once they have ended, and links once they have long let nobody in", async () => {
  const {db} = room.store;
  const [person] = await db
    .insertInto("people")
    .values({id: randomUUID(), name: "Ayşe", email: "ayse@example.org", role: "editor"})
    .returning("id")
    .execute();
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  for (const expires_at of [ago(1), ago(-1)])
    await db
      .insertInto("sessions")
      .values({
        id: randomUUID(),
        token: randomUUID(),
        user_id: person?.id ?? "",
        expires_at,
        ip_address: "192.0.2.7",
      })
      .execute();
  for (const [digest, hours] of [
    ["a", 24 * 6],
    ["b", 24 * 4],
    ["c", -24],
  ] as const)
    await db
      .insertInto("invitations")
      .values({
        id: randomUUID(),
        kind: "invitation",
        digest: digest.repeat(64),
        role: "editor",
        email: "bora@example.org",
        made_by: "Ayşe",
        expires_at: ago(hours),
      })
      .execute();
  expect(await keep(5, 1000)).toMatchObject({sessions: 1, links: 1});
  expect(await keep(5, 1000)).toMatchObject({sessions: 0, links: 0});
  expect(await db.selectFrom("people").select("name").execute()).toEqual([{name: "Ayşe"}]);
});
