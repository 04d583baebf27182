import fc from "fast-check";
import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {append, canonical, verifyEvents} from "../../src/store/events.ts";
import type {Store} from "../../src/store/open.ts";
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

const add = (kind: string, data: Record<string, unknown> = {}) =>
  store.db
    .transaction()
    .execute(transaction => append(transaction, [{actor: "ada", kind, subject: "d-1", data}]));

test("events that are added at once make one chain without a gap", async () => {
  await Promise.all(Array.from({length: 30}, (_, i) => add("draft.written", {i})));
  const rows = await store.db.selectFrom("events").select("seq").orderBy("seq").execute();
  expect(rows.map(({seq}) => seq)).toEqual(Array.from({length: 30}, (_, i) => i + 1));
  expect(await verifyEvents(store.db)).toEqual([]);
});

test("what is rolled back leaves no event and no gap", async () => {
  const before = await store.db.selectFrom("events").select("seq").execute();
  await expect(
    store.db.transaction().execute(async transaction => {
      await append(transaction, [{actor: "ada", kind: "x", subject: "y"}]);
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await add("after");
  expect(await store.db.selectFrom("events").select("seq").execute()).toHaveLength(
    before.length + 1,
  );
  expect(await verifyEvents(store.db)).toEqual([]);
});

test.each([
  [
    "another actor",
    sql`update assay.events set actor = 'eve' where seq = 5`,
    /event 5 was changed/,
  ],
  [
    "another time",
    sql`update assay.events set at = at + interval '1 ms' where seq = 6`,
    /event 6 was changed/,
  ],
  [
    "other words",
    sql`update assay.events set body = replace(body, 'ada', 'eve') where seq = 7`,
    /event 7 was changed/,
  ],
  ["a missing row", sql`delete from assay.events where seq = 9`, /event 9 is missing/],
])("verify finds %s", async (_, change, told) => {
  const rows = await store.db.selectFrom("events").selectAll().execute();
  await change.execute(store.db);
  expect((await verifyEvents(store.db)).join("\n")).toMatch(told);
  await store.db.deleteFrom("events").execute();
  await store.db.insertInto("events").values(rows).execute();
  expect(await verifyEvents(store.db)).toEqual([]);
});

test("canonical JSON does not depend on the order of keys, and reads back as what it was", () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonical(plain))).toEqual(plain);
      expect(canonical(reversed(plain))).toBe(canonical(plain));
    }),
  );
});

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reversed(inner)]),
        )
      : value;
