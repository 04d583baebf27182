import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {type Blobs, digestOf} from "../../../src/store/blobs/blobs.ts";
import {keepBlobs} from "../../../src/store/blobs/keep.ts";
import {sweepBlobs} from "../../../src/store/blobs/sweep.ts";
import {verify} from "../../../src/store/verify.ts";
import {addRuns, emptyRoom, type Room} from "../filled.ts";

let room: Room;
beforeAll(async () => {
  room = await emptyRoom();
  await addRuns(room, 0, 5);
});
afterAll(() => room?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await room.store.db.deleteFrom("condemned").execute();
});

const sweep = (blobs: Blobs = room.blobs) => sweepBlobs(room.store.db, blobs);
const aDayPasses = () =>
  sql`update assay.condemned set at = at - interval '25 hours'`.execute(room.store.db);
const blobsOf = async () => (await Array.fromAsync(room.blobs.list())).toSorted();
/** A row that refers to it. */
async function refer(sha256: string) {
  const {db} = room.store;
  const {id: draft} = await db.selectFrom("drafts").select("id").limit(1).executeTakeFirstOrThrow();
  await db
    .insertInto("files")
    .values({draft, revision: 1, path: `${sha256}.svg`, sha256, bytes: 1})
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

test("what no row refers to is removed a day after it was found, and nothing else", async () => {
  const before = await blobsOf();
  const orphan = await room.blobs.put("nobody's");
  expect(await sweep()).toEqual({condemned: 1, removed: 0});
  expect(await sweep()).toEqual({condemned: 0, removed: 0});
  await aDayPasses();
  expect(await room.blobs.has(orphan)).toBe(true);
  expect(await sweep()).toEqual({condemned: 0, removed: 1});
  expect(await blobsOf()).toEqual(before);
});

test("an old orphan that is put again is kept until its row comes, and after", async () => {
  const orphan = await room.blobs.put("somebody's soon");
  await sweep();
  await aDayPasses();
  await keepBlobs(room.store.db, room.blobs, ["somebody's soon"]);
  expect((await sweep()).removed).toBe(0);
  expect(await room.blobs.has(orphan)).toBe(true);
  await refer(orphan);
  await aDayPasses();
  expect((await sweep()).removed).toBe(0);
  expect(await room.blobs.has(orphan)).toBe(true);
});

test("orphans that workers put again while they are swept are all there in the end", async () => {
  const bodies = Array.from({length: 120}, (_, i) => `old orphan ${i}`);
  for (const body of bodies) await room.blobs.put(body);
  await sweep();
  await aDayPasses();
  const slow: Blobs = {
    ...room.blobs,
    async remove(sha256) {
      await sleep(1);
      await room.blobs.remove(sha256);
      await sleep(1);
    },
  };
  const half = bodies.filter((_, i) => i % 2 === 0);
  const workers = [half, half.toReversed(), half].map(async (mine, shift) => {
    await sleep(shift * 10);
    for (let i = 0; i < mine.length; i += 5) {
      const kept = await keepBlobs(room.store.db, room.blobs, mine.slice(i, i + 5));
      await sleep(2);
      for (const sha256 of kept) await refer(sha256);
    }
  });
  const swept = await Promise.all([sweep(slow), sweep(slow), ...workers]);
  expect(swept.length).toBe(5);
  await sweep();
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
  const there = await Promise.all(half.map(body => room.blobs.has(digestOf(Buffer.from(body)))));
  expect(there.every(Boolean)).toBe(true);
});

test("a place that is away in the middle of a sweep costs nothing", async () => {
  const orphans = await Promise.all(["a", "b", "c"].map(body => room.blobs.put(`${body} orphan`)));
  await sweep();
  await aDayPasses();
  let calls = 0;
  const away: Blobs = {
    ...room.blobs,
    remove: sha256 => (++calls > 1 ? Promise.reject(new Error("away")) : room.blobs.remove(sha256)),
  };
  await expect(sweep(away)).rejects.toThrow("away");
  expect((await sweep()).removed).toBeGreaterThanOrEqual(orphans.length);
  for (const orphan of orphans) expect(await room.blobs.has(orphan)).toBe(false);
  expect((await verify(room.store, room.blobs)).faults).toEqual([]);
});
