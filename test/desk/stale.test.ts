import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {draftSchema} from "../../src/desk/api/shapes.ts";
import {answered, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
beforeAll(async () => {
  room = await reviewRoom();
});
afterAll(() => room?.close());

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);

async function made(asOf: Date, at: Date): Promise<string> {
  const id = await room.fresh();
  await room.store.db
    .updateTable("drafts")
    .set({as_of: asOf, created_at: at})
    .where("id", "=", id)
    .execute();
  return id;
}
const staleOf = async (id: string, ask = room.ask) =>
  (await answered(draftSchema, await ask("vera", `/api/drafts/${id}`))).stale;

test("a draft on data older than the limit says so, and since when", async () => {
  const asOf = ago(7);
  const id = await made(asOf, asOf);
  const since = new Date(asOf.getTime() + 6 * hour).toISOString().slice(0, 19);
  expect((await staleOf(id))?.since).toContain(since);
  expect(await staleOf(id, room.open({staleMs: 8 * hour}))).toBe(undefined);
  expect(await staleOf(await made(ago(5), ago(5)))).toBe(undefined);
});

test("a draft of a past day is not stale, nor one that is out", async () => {
  expect(await staleOf(await made(ago(48), ago(1)))).toBe(undefined);
  const id = await made(ago(7), ago(7));
  await room.store.db
    .updateTable("drafts")
    .set({state: "published"})
    .where("id", "=", id)
    .execute();
  expect(await staleOf(id)).toBe(undefined);
});

test("newer data that are kept already are named", async () => {
  const id = await made(ago(7), ago(7));
  expect((await staleOf(id))?.newest).toBe(undefined);
  const newest = ago(2);
  await sql`insert into assay.snapshots (sha256, asset, as_of, bytes)
    select ${"f".repeat(64)}, asset, ${newest}, bytes from assay.snapshots limit 1`.execute(
    room.store.db,
  );
  expect((await staleOf(id))?.newest).toContain(newest.toISOString().slice(0, 19));
});
