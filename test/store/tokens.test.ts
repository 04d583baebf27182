import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {verifyEvents} from "../../src/store/events.ts";
import type {Store} from "../../src/store/open.ts";
import {callerOf, createToken, listTokens, revokeToken} from "../../src/store/tokens.ts";
import {type TestStore, testStore} from "./testStore.ts";

let place: TestStore;
let store: Store;
beforeAll(async () => {
  place = await testStore();
  store = await place.open();
});
afterAll(async () => {
  await store?.close();
  await place?.remove();
});

const by = "ayse";

test("a token lets in its name and role, and stands nowhere in the store", async () => {
  const token = await createToken(store.db, {name: "ci", role: "writer", by});
  expect(token).toMatch(/^assay_[\w-]{43}$/);
  expect(await callerOf(store.db, token)).toEqual({name: "ci", role: "writer"});
  expect(await callerOf(store.db, `${token.slice(0, -1)}_`)).toBeUndefined();
  const tokens = await sql<{row: string}>`select t::text as row from assay.tokens t`.execute(
    store.db,
  );
  const events = await sql<{row: string}>`select e::text as row from assay.events e`.execute(
    store.db,
  );
  for (const {row} of [...tokens.rows, ...events.rows]) expect(row).not.toContain(token.slice(6));
});

test("a revoked token lets nobody in, and its name is free again", async () => {
  const token = await createToken(store.db, {name: "old", role: "owner", by});
  await revokeToken(store.db, {name: "old", by});
  expect(await callerOf(store.db, token)).toBeUndefined();
  await expect(revokeToken(store.db, {name: "old", by})).rejects.toThrow(
    "no token named old holds",
  );
  const another = await createToken(store.db, {name: "old", role: "viewer", by});
  expect(await callerOf(store.db, another)).toMatchObject({role: "viewer"});
  expect(await verifyEvents(store.db)).toEqual([]);
});

test("of two who make a token of one name at once, one is told that there is one", async () => {
  const made = await Promise.allSettled(
    Array.from({length: 4}, () => createToken(store.db, {name: "twice", role: "viewer", by})),
  );
  expect(made.map(({status}) => status).sort()).toEqual([
    "fulfilled",
    "rejected",
    "rejected",
    "rejected",
  ]);
});

test.each(["planner", "worker", "assay", "", "two words", "a/b", "x".repeat(61)])(
  "%j is no name for a token",
  async name => {
    await expect(createToken(store.db, {name, role: "owner", by})).rejects.toThrow("cannot be");
  },
);

test("when it was used last is written down at most once a minute", async () => {
  const token = await createToken(store.db, {name: "busy", role: "viewer", by});
  const used = async () =>
    (await listTokens(store.db)).find(({name}) => name === "busy")?.lastUsedAt ?? null;
  expect(await used()).toBeNull();
  await callerOf(store.db, token);
  const first = await used();
  await callerOf(store.db, token);
  expect(await used()).toEqual(first);
  await sql`update assay.tokens set last_used_at = last_used_at - interval '2 minutes'`.execute(
    store.db,
  );
  await callerOf(store.db, token);
  expect((await used())!.getTime()).toBeGreaterThanOrEqual(first!.getTime());
});
