import {spawn} from "node:child_process";
import {randomUUID} from "node:crypto";
import {once} from "node:events";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {type ReviewRoom, reviewRoom} from "../desk/reviewRoom.ts";
import {until} from "../jobs/newsroom.ts";
import {type MailServer, startMailServer} from "../servers/mailServer.ts";
import type {PublisherWish} from "./killing.ts";
import {targetsOf} from "./letterTargets.ts";

let room: ReviewRoom;
let server: MailServer;
beforeAll(async () => {
  [room, server] = await Promise.all([reviewRoom(), startMailServer()]);
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await room?.close();
});

const to = ["ada@example.org", "bob@example.org"];
const script = fileURLToPath(new URL("publisherProcess.ts", import.meta.url));

/** Comes, and dies at the point, or is ended once nothing is left to do. */
async function publisher(dieAt?: number): Promise<string | undefined> {
  const {connectionString} = room.store.pool.options;
  const wish: PublisherWish = {
    store: room.folder,
    ...(connectionString !== undefined && {url: connectionString}),
    blobs: `${room.folder}/blobs`,
    module: new URL("letterTargets.ts", import.meta.url).href,
    settings: {url: server.url, to},
    id: randomUUID(),
    leaseMs: 1500,
    concurrency: 1,
    ...(dieAt !== undefined && {dieAt}),
  };
  const child = spawn(process.execPath, [script, JSON.stringify(wish)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let died: string | undefined;
  createInterface(child.stdout).on("line", line => {
    const told = JSON.parse(line) as {kind: string; at?: string};
    if (told.kind === "dies") died = told.at;
  });
  const ended = once(child, "close");
  if (dieAt === undefined) {
    await until(async () => (await left()) === 0, 60_000);
    child.kill("SIGTERM");
  }
  await ended;
  return died;
}

const left = async () =>
  (
    await room.store.db
      .selectFrom("publications")
      .select("id")
      .where("state", "in", ["planned", "sending", "unknown"])
      .where("asks", "is", null)
      .execute()
  ).length;

async function ordered(): Promise<string> {
  const targets = targetsOf({url: server.url, to});
  const ask = room.open({targets, solo: true});
  const id = await room.fresh();
  await room.store.db
    .updateTable("drafts")
    .set({note_id: `2026-03-20-gadget-${randomUUID().slice(0, 8)}`})
    .where("id", "=", id)
    .execute();
  const body = {to: "approved", send: true, publish: {targets: ["letters"]}};
  const answer = await ask("paul", `/api/drafts/${id}/transitions`, {body});
  if (!answer.ok) throw new Error(await answer.text());
  return id;
}

const standing = (draft: string) =>
  room.store.db
    .selectFrom("publications")
    .select(["state", "asks"])
    .where("draft", "=", draft)
    .executeTakeFirstOrThrow();

test.each([
  [/^before mail to ada/, "published", 4],
  [/^mail to ada.* done and not on record/, "unknown", 5],
] as const)(
  "kill -9 at %s: nobody gets it twice",
  async (point, state, dieAt) => {
    const from = server.mails.length;
    const draft = await ordered();
    expect(await publisher(dieAt)).toMatch(point);
    await publisher();
    const found = await standing(draft);
    expect(found.state).toBe(state);
    if (state === "unknown") {
      expect(found).toMatchObject({asks: "outcome"});
      // Said to have arrived, it stands there, and is sent to nobody.
      const ask = room.open({targets: targetsOf({url: server.url, to}), solo: true});
      const path = `/api/drafts/${draft}/publications/letters`;
      const said = await ask("paul", path, {method: "PATCH", body: {answer: "arrived"}});
      expect(said.status).toBe(200);
      await publisher();
      expect((await standing(draft)).state).toBe("published");
    }
    expect(server.mails.slice(from).map(mail => mail.to.join())).toEqual(to);
  },
  120_000,
);
