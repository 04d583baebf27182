import {setTimeout as sleep} from "node:timers/promises";
import {afterAll, afterEach, beforeAll, expect, test} from "vitest";
import {orderNote} from "../../src/jobs/runs.ts";
import type {Blobs} from "../../src/store/blobs/blobs.ts";
import {openBlobs} from "../../src/store/blobs/open.ts";
import {verify} from "../../src/store/verify.ts";
import {type S3Server, startS3Server} from "../servers/s3Server.ts";
import {type Newsroom, newsroom, until} from "./newsroom.ts";

let room: Newsroom;
let server: S3Server;
let blobs: Blobs;
/** Whether the server is to go away when the next PDF is put. */
let armed = false;
beforeAll(async () => {
  [room, server] = await Promise.all([newsroom(), startS3Server()]);
  const effects = {
    now: () => new Date(),
    sleep: (ms: number) => sleep(ms / 10),
    random: () => 0.5,
    patienceMs: 1_000,
    timeoutMs: 1_000,
  };
  blobs = await openBlobs({url: `s3://${server.bucket}/desk`}, server.env, effects);
  room.work({blobs: {...blobs, put: putOrBreak}});
});
afterEach(() => server.failAlways(undefined));
afterAll(async () => {
  await room?.close();
  await server?.[Symbol.asyncDispose]();
});

async function putOrBreak(body: Uint8Array | string): Promise<string> {
  if (armed && Buffer.from(body).subarray(0, 5).toString() === "%PDF-") {
    armed = false;
    server.failAlways(500);
  }
  return blobs.put(body);
}

const order = (day: string) =>
  orderNote(room.store, room.queue, {
    spec: {coin: "gadget", source: "files", data: "recorded", asOf: day},
    askedBy: "ada",
  });
const taskOf = (run: string) =>
  room.store.db.selectFrom("tasks").selectAll().where("run", "=", run).executeTakeFirst();
const runOf = (id: string) =>
  room.store.db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const isDone = async (id: string) => (await runOf(id)).state === "done";

test("blobs that are away make a task wait with the reason; when they are back it is done, once", async () => {
  server.failAlways("reset");
  const id = await order("2026-03-19");
  await until(async () => /out of reach/.test((await taskOf(id))?.reason ?? ""));
  expect(await taskOf(id)).toMatchObject({state: "waiting", failures: 0, dead: false});
  server.failAlways(undefined);
  await until(() => isDone(id));
  expect(await taskOf(id)).toMatchObject({outcome: "draft", failures: 0});
  expect((await verify(room.store, blobs)).faults).toEqual([]);
});

/** A task that has gathered, and now waits for the blobs to be back. */
async function halfDone(day: string): Promise<{id: string; snapshot: string | null}> {
  armed = true;
  const id = await order(day);
  await until(async () => /out of reach/.test((await taskOf(id))?.reason ?? ""));
  const snapshot = (await taskOf(id))?.snapshot ?? null;
  expect(snapshot).not.toBeNull();
  return {id, snapshot};
}

test("blobs that go away between gathering and drafting: it goes on from the same snapshot", async () => {
  const {id, snapshot} = await halfDone("2026-03-17");
  server.failAlways(undefined);
  await until(() => isDone(id));
  const {store} = room;
  const drafts = await store.db
    .selectFrom("drafts")
    .select("snapshot")
    .where("note_id", "=", "2026-03-17-gadget")
    .execute();
  expect(drafts).toEqual([{snapshot}]);
  expect((await verify(store, blobs)).faults).toEqual([]);
});

test("a snapshot that comes back with other bytes fails its run with its digest; ordered anew, it is made", async () => {
  const {id, snapshot} = await halfDone("2026-03-16");
  server.failAlways("other");
  await until(async () => (await runOf(id)).state === "failed");
  expect((await runOf(id)).reason).toMatch(
    new RegExp(`gadget: blob ${snapshot} in s3://\\S+ at \\S+ has other bytes`),
  );
  expect(await taskOf(id)).toMatchObject({outcome: null, dead: false});
  server.failAlways(undefined);
  const again = await order("2026-03-16");
  await until(() => isDone(again));
  expect((await verify(room.store, blobs)).faults).toEqual([]);
});
