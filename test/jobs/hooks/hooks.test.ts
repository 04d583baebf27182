import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from "vitest";
import {signingKey, verifySignature} from "../../../src/outbound/signature.ts";
import {startCourier} from "../../../src/jobs/hooks/courier.ts";
import {deliverTo, type HookDelivery} from "../../../src/jobs/hooks/deliver.ts";
import {fill} from "../../../src/jobs/hooks/fill.ts";
import {openHooks, registerHooks} from "../../../src/jobs/hooks/hooks.ts";
import {UsageError} from "../../../src/model/errors.ts";
import type {HookSettings} from "../../../src/model/hook.ts";
import type {Log} from "../../../src/model/log.ts";
import {append, lastSeq} from "../../../src/store/events.ts";
import {startHookServer} from "../../servers/hookServer.ts";
import {freePort} from "../../servers/listen.ts";
import {addRuns, emptyRoom, type Room} from "../../store/filled.ts";
import {testServer} from "../../store/testStore.ts";
import {until} from "../newsroom.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const log: Log = {info() {}, warn() {}, error() {}, child: () => log};

let server: Awaited<ReturnType<typeof testServer>>;
let room: Room;
let draft: string;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server?.[Symbol.asyncDispose]());
beforeEach(async () => {
  room = await emptyRoom(server.url);
  await addRuns(room, 0, 1);
  draft = (await room.store.db.selectFrom("drafts").select("id").executeTakeFirstOrThrow()).id;
});
afterEach(() => room?.[Symbol.asyncDispose]());

const hookTo = (url: string, on: HookSettings["on"] = ["draft.in-review", "draft.approved"]) => {
  const [hook] = openHooks({cms: {url, secretFrom: "HOOK", on}}, {HOOK: secret});
  if (!hook) throw new Error("there is none");
  return hook;
};
const happen = (...kinds: string[]) =>
  room.store.db.transaction().execute(transaction =>
    append(
      transaction,
      kinds.map(kind => ({actor: "edna", kind, subject: draft, data: {approval: "a"}})),
    ),
  );
const delivery = (changes: Partial<HookDelivery> = {}): HookDelivery => ({
  db: room.store.db,
  log,
  now: () => new Date(),
  random: () => 0.5,
  ...changes,
});
/** Lets the courier come once. */
async function come(hook: ReturnType<typeof hookTo>, changes: Partial<HookDelivery> = {}) {
  await fill(room.store.db, hook);
  await deliverTo(delivery(changes), hook);
}
const rows = async () => {
  const {rows} = await sql<{
    seq: number;
    state: string;
    attempts: number;
    status: number | null;
    reason: string | null;
    wait: number;
  }>`
    select seq, state, attempts, status, reason,
      round(extract(epoch from not_before - clock_timestamp()))::int as wait
    from assay.hook_deliveries order by seq`.execute(room.store.db);
  return rows;
};
const due = () =>
  sql`update assay.hook_deliveries set not_before = clock_timestamp()`.execute(room.store.db);

test("an event that is asked for arrives once, signed, with what it is about; others do not", async () => {
  await using receiver = await startHookServer();
  const hook = hookTo(receiver.url);
  await registerHooks(room.store.db, ["cms"]);
  const from = await lastSeq(room.store.db);
  await happen("draft.edited", "draft.in-review", "comment.added", "draft.approved");
  await come(hook);
  await come(hook);
  expect(receiver.seen).toHaveLength(2);
  for (const {body, headers} of receiver.seen)
    expect(verifySignature(headers, body, signingKey(secret, ""), new Date())).toBe(true);
  expect(JSON.parse(receiver.seen[0]?.body ?? "")).toEqual({
    type: "draft.in-review",
    timestamp: expect.stringMatching(/Z$/),
    data: {
      seq: from + 2,
      subject: draft,
      by: "edna",
      draft: {
        id: draft,
        noteId: "2026-03-20-gadget-0",
        asset: "gadget",
        locale: "en",
        asOf: "2026-03-20T04:30:00Z",
      },
      details: {approval: "a"},
    },
  });
  expect(await rows()).toMatchObject([
    {seq: from + 2, state: "sent", attempts: 1, status: 204},
    {seq: from + 4, state: "sent", attempts: 1, status: 204},
  ]);
});

test("what happened before a hook was there is not told, and one that comes back begins anew", async () => {
  await using receiver = await startHookServer();
  const hook = hookTo(receiver.url);
  await happen("draft.approved");
  await registerHooks(room.store.db, ["cms"]);
  await come(hook);
  await registerHooks(room.store.db, []);
  await happen("draft.approved");
  await come(hook);
  await registerHooks(room.store.db, ["cms"]);
  await come(hook);
  expect(receiver.seen).toHaveLength(0);
});

test("what a receiver fails to take is sent again, with the same id and the same words", async () => {
  let status = 500;
  await using receiver = await startHookServer((_, response) => response.writeHead(status).end());
  const hook = hookTo(receiver.url);
  await registerHooks(room.store.db, ["cms"]);
  await happen("draft.approved");
  const waits: number[] = [];
  for (const answered of [500, 404, 401, 503]) {
    status = answered;
    await come(hook);
    await come(hook); // not before its time
    const [row] = await rows();
    expect(row).toMatchObject({state: "waiting", status: answered});
    waits.push(row?.wait ?? 0);
    await due();
  }
  expect(waits.map(wait => Math.round(wait / 22.5))).toEqual([1, 2, 4, 8]);
  status = 200;
  await come(hook);
  expect(await rows()).toMatchObject([{state: "sent", attempts: 5, status: 200, reason: null}]);
  expect(new Set(receiver.seen.map(({headers}) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(receiver.seen.map(({body}) => body)).size).toBe(1);
});

test("a receiver that hangs or is not there is tried again, and after a day no more", async () => {
  await using hanging = await startHookServer(() => {});
  const nowhere = `http://127.0.0.1:${await freePort()}/T0KEN`;
  await registerHooks(room.store.db, ["cms"]);
  await happen("draft.approved");
  await come(hookTo(hanging.url), {timeoutMs: 200});
  expect((await rows())[0]?.reason).toContain("no answer in time");
  await due();
  await come(hookTo(nowhere));
  const [{reason = ""} = {}] = await rows();
  expect(reason).toContain("ECONNREFUSED");
  expect(reason).not.toContain("T0KEN");
  await due();
  const tomorrow = () => new Date(Date.now() + 86_500_000);
  await come(hookTo(nowhere), {now: tomorrow});
  expect(await rows()).toMatchObject([{state: "refused", attempts: 3, status: null}]);
});

test.each([
  [410, "gone for good"],
  [301, "not followed"],
  [307, "not followed"],
])("after an answer of %i nothing is tried again, and it is said why", async (status, why) => {
  await using other = await startHookServer();
  await using receiver = await startHookServer((_, response) =>
    response.writeHead(status, {location: other.url}).end(),
  );
  await registerHooks(room.store.db, ["cms"]);
  await happen("draft.approved");
  await come(hookTo(receiver.url));
  expect(await rows()).toMatchObject([{state: "refused", status, attempts: 1}]);
  expect((await rows())[0]?.reason).toContain(why);
  expect(other.seen).toHaveLength(0);
});

test("who asks to wait is left alone for so long, with all that there is", async () => {
  await using receiver = await startHookServer((_, response) =>
    response.writeHead(429, {"retry-after": "300"}).end(),
  );
  await registerHooks(room.store.db, ["cms"]);
  await happen("draft.in-review", "draft.approved");
  await come(hookTo(receiver.url));
  await come(hookTo(receiver.url));
  expect(receiver.seen).toHaveLength(1);
  for (const {wait} of await rows()) expect(wait).toBeGreaterThan(290);
});

test("several that tell at once tell each event once, and a hook that hangs holds no other up", async () => {
  await using hanging = await startHookServer(() => {});
  await using receiver = await startHookServer();
  const hooks = openHooks(
    {
      hanging: {url: hanging.url, secretFrom: "HOOK", on: ["draft.approved"]},
      cms: {url: receiver.url, secretFrom: "HOOK", on: ["draft.approved"]},
    },
    {HOOK: secret},
  );
  await registerHooks(room.store.db, ["cms", "hanging"]);
  const couriers = [1, 2, 3].map(() =>
    startCourier({...delivery({timeoutMs: 3000}), hooks, everyMs: 20}),
  );
  for (let i = 0; i < 10; i++) {
    await happen("draft.approved", "draft.edited", "draft.approved");
    await sleep(10);
  }
  await until(async () => receiver.seen.length >= 20);
  await Promise.all(couriers.map(courier => courier.stop()));
  expect(new Set(receiver.seen.map(({headers}) => headers["webhook-id"])).size).toBe(20);
  expect(receiver.seen).toHaveLength(20);
});

test("one who died over an attempt is followed by another, with the same id", async () => {
  await using receiver = await startHookServer();
  const hook = hookTo(receiver.url);
  await registerHooks(room.store.db, ["cms"]);
  await happen("draft.approved");
  await fill(room.store.db, hook);
  // Claimed, maybe sent, and not settled.
  await sql`update assay.hook_deliveries set attempts = 1,
    not_before = clock_timestamp() + interval '2 minutes'`.execute(room.store.db);
  await come(hook);
  expect(receiver.seen).toHaveLength(0);
  await due();
  await come(hook);
  expect(await rows()).toMatchObject([{state: "sent", attempts: 2}]);
});

test("an address that others can read is refused by the name of its setting, and so is no secret", () => {
  expect(() => hookTo("http://hooks.example/")).toThrow(/^hooks\.cms\.url must begin with https/);
  expect(hookTo("https://10.0.0.7/hook").host).toBe("10.0.0.7");
  const hooks = {cms: {url: "https://cms.example/", secretFrom: "HOOK", on: []}};
  expect(() => openHooks(hooks, {})).toThrow(UsageError);
});
