import {randomUUID} from "node:crypto";
import {sql} from "kysely";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {type Receivers, receiversOf} from "../../../src/jobs/alarms/channels.ts";
import {deliver, mostMails} from "../../../src/jobs/alarms/deliver.ts";
import {lookAround} from "../../../src/jobs/alarms/raise.ts";
import {startWatcher} from "../../../src/jobs/alarms/watcher.ts";
import type {Log} from "../../../src/model/log.ts";
import type {Schedule} from "../../../src/model/schedule.ts";
import {signingKey, verifySignature} from "../../../src/outbound/signature.ts";
import {append} from "../../../src/store/events.ts";
import type {Store} from "../../../src/store/open.ts";
import type {RunState} from "../../../src/store/tables.ts";
import {startHookServer} from "../../servers/hookServer.ts";
import {startMailServer} from "../../servers/mailServer.ts";
import {type TestStore, testStore} from "../../store/testStore.ts";
import {schedule, until} from "../newsroom.ts";

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
beforeEach(() =>
  sql`truncate assay.alarms, assay.drafts, assay.runs, assay.schedules, assay.workers, assay.calls,
    assay.snapshots cascade`.execute(store.db),
);

const minute = 60_000;
const ago = (minutes: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - minutes * minute);
const hookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const watch = {
  lateAfterMs: 15 * minute,
  silentAfterMs: 5 * minute,
  budgets: {},
  channels: ["mail:desk@example.org"],
};
const quiet: Log = {info() {}, warn() {}, error() {}, child: () => quiet};
const random = () => 0.5;

const look = async (changes: Partial<typeof watch> = {}) =>
  (await lookAround(store.db, {...watch, ...changes})).map(
    ({kind, subject}) => `${kind} ${subject}`,
  );

const tell = (receivers: Pick<Receivers, "channel">) =>
  deliver({db: store.db, receivers, log: quiet, random});

/** As it is in the store; planned up to `through`. */
async function keep(one: Schedule, through = ago(0)): Promise<void> {
  const definition = JSON.stringify(one);
  await store.db
    .insertInto("schedules")
    .values({name: one.name, definition, since: ago(1000), through})
    .execute();
}

async function run(
  state: RunState,
  nominal: Date,
  {schedule: name, reason}: {schedule?: Schedule; reason?: string} = {},
): Promise<string> {
  const id = randomUUID();
  const over = state === "done" || state === "failed";
  const definition = name
    ? {by: "schedule", schedule: name}
    : {by: "person", spec: {coin: "gadget"}};
  await store.db
    .insertInto("runs")
    .values({
      id,
      schedule: name?.name ?? null,
      nominal,
      asked_by: "planner",
      definition: JSON.stringify(definition),
      priority: 0,
      state,
      reason: reason ?? null,
      ended_at: over ? new Date() : null,
    })
    .execute();
  return id;
}

const channelsTo = (mail: string, hook?: string) =>
  receiversOf(
    {
      mail: ["desk@example.org"],
      tell: ["ayse@example.org"],
      ...(hook !== undefined && {webhook: {url: hook, secretFrom: "HOOK"}}),
    },
    {env: {ASSAY_SMTP_URL: mail, HOOK: hookSecret}, now: () => new Date()},
  );

test("a failed run is told once, however many look, and however often", async () => {
  const morning = schedule();
  await keep(morning);
  await run("failed", ago(3), {schedule: morning, reason: "gadget: it broke; other: it broke"});
  const seen = await Promise.all(Array.from({length: 4}, () => look()));
  expect(seen.flat()).toEqual(["failed morning"]);
  expect(await look()).toEqual([]);
});

test("a run that was retried has its time again before it is late", async () => {
  const id = await run("running", ago(60));
  await store.db
    .transaction()
    .execute(transaction =>
      append(transaction, [{actor: "paul", kind: "run.retried", subject: id}]),
    );
  expect(await look()).toEqual([]);
  expect(await look({lateAfterMs: 0})).toEqual(["late the note on gadget"]);
});

test("a run that is not over in time is late, and done it is well again", async () => {
  const morning = schedule();
  await keep(morning);
  await run("running", ago(14), {schedule: morning});
  expect(await look()).toEqual([]);
  const late = await run("running", ago(16), {schedule: morning});
  expect(await look()).toEqual(["late morning"]);
  await store.db.updateTable("runs").set({state: "done"}).where("id", "=", late).execute();
  expect(await look()).toEqual(["recovered morning"]);
  expect(await look()).toEqual([]);
});

test("what failed last time and is done now is well again, and what fails again is told again", async () => {
  const morning = schedule();
  await keep(morning);
  await run("failed", ago(30), {schedule: morning});
  expect(await look()).toEqual(["failed morning"]);
  await run("failed", ago(20), {schedule: morning});
  expect(await look()).toEqual(["failed morning"]);
  await run("done", ago(10), {schedule: morning});
  expect(await look()).toEqual(["recovered morning"]);
  await run("failed", ago(5), {schedule: morning});
  expect(await look()).toEqual(["failed morning"]);
  const {open} = await store.db
    .selectFrom("alarms")
    .select(({fn}) => fn.countAll<number>().as("open"))
    .where("cleared_at", "is", null)
    .executeTakeFirstOrThrow();
  expect(open).toBe(1);
});

test("a schedule that nobody plans is silent, once, whatever the planner does", async () => {
  const often = schedule({name: "often", timing: {everyMs: minute}});
  await keep(often, ago(30));
  await keep(schedule({name: "new", timing: {everyMs: minute}}), ago(3));
  expect(await look()).toEqual(["silent often"]);
  expect(await look()).toEqual([]);
  const {body} = await store.db.selectFrom("alarms").select("body").executeTakeFirstOrThrow();
  expect(body).toMatchObject({reason: "there is no planner: no assay desk runs on this store"});
  await store.db
    .updateTable("schedules")
    .set({through: ago(0)})
    .where("name", "=", "often")
    .execute();
  await run("done", ago(1), {schedule: often});
  expect(await look()).toEqual(["recovered often"]);
});

test("what is paused, gone or run is not silent", async () => {
  const timing = {everyMs: 60 * minute};
  for (const name of ["paused", "gone", "run"]) await keep(schedule({name, timing}), ago(100));
  await store.db
    .updateTable("schedules")
    .set({paused_at: new Date(), paused_by: "ayse"})
    .where("name", "=", "paused")
    .execute();
  await store.db
    .updateTable("schedules")
    .set({removed_at: new Date()})
    .where("name", "=", "gone")
    .execute();
  const first = new Date(Math.floor(ago(100).getTime() / timing.everyMs + 1) * timing.everyMs);
  await run("done", first, {schedule: schedule({name: "run", timing})});
  expect(await look()).toEqual([]);
});

test("a budget that is spent is told once a day", async () => {
  await sql`insert into assay.calls values
    ('coingecko', (clock_timestamp() at time zone 'UTC')::date, 100)`.execute(store.db);
  expect(await look({budgets: {coingecko: 101}})).toEqual([]);
  expect(await look({budgets: {coingecko: 100}})).toEqual(["budget coingecko"]);
  expect(await look({budgets: {coingecko: 100}})).toEqual([]);
});

test("a draft is told to those whom its schedule names, with title, faults and weight", async () => {
  await using server = await startMailServer();
  const morning = schedule({tell: ["ayse@example.org"]});
  await keep(morning);
  const made = await run("done", ago(2), {schedule: morning});
  const [task, id, digest] = [randomUUID(), randomUUID(), "a".repeat(64)];
  await store.db
    .insertInto("tasks")
    .values({id: task, run: made, kind: "note", key: "gadget", order: "{}", state: "done"})
    .execute();
  const snapshot = {sha256: digest, asset: "gadget", as_of: ago(2), bytes: 1};
  await store.db.insertInto("snapshots").values(snapshot).execute();
  await store.db
    .insertInto("drafts")
    .values({
      id,
      task,
      note_id: "2026-03-20-gadget",
      asset: "gadget",
      symbol: "gdt",
      locale: "en",
      as_of: ago(2),
      title: "Gadget fell",
      state: "draft",
      revision: 1,
      snapshot: digest,
      content: digest,
      newsworthiness: 2.13,
      faults: 1,
    })
    .execute();
  expect(await look()).toEqual(["draft morning: gadget"]);
  await tell(channelsTo(server.url));
  expect(server.mails.map(({to}) => to)).toEqual([["ayse@example.org"]]);
  const [{text}] = server.mails as [(typeof server.mails)[0]];
  for (const words of ["Gadget fell", "1 fault to mend", "newsworthiness 2.13"])
    expect(Buffer.from(text).toString().replaceAll("=\r\n", "")).toContain(words);
});

test("each is told once to each, by two watchers and after a restart", async () => {
  await using server = await startMailServer();
  await using hook = await startHookServer();
  const morning = schedule();
  await keep(morning);
  await run("failed", ago(3), {schedule: morning});
  await run("failed", ago(2));
  const receivers = channelsTo(server.url, hook.url);
  const start = () =>
    startWatcher({
      ...watch,
      store,
      receivers,
      log: quiet,
      raised: () => {},
      random,
      everyMs: 10,
    });
  const told = async () => server.mails.length >= 2 && hook.seen.length >= 2;
  const watchers = [start(), start()];
  await until(told);
  await Promise.all(watchers.map(one => one.stop()));
  const again = start();
  await run("done", ago(1), {schedule: morning});
  await until(async () => server.mails.length >= 3 && hook.seen.length >= 3);
  await again.stop();
  expect([server.mails.length, hook.seen.length]).toEqual([3, 3]);
  for (const {headers, body} of hook.seen)
    expect(verifySignature(headers, body, signingKey(hookSecret, ""), new Date())).toBe(true);
  expect(new Set(hook.seen.map(({headers}) => headers["webhook-id"])).size).toBe(3);
});

test("who is away is told later with the same id, and who died in the middle is made up for", async () => {
  let away = true;
  await using hook = await startHookServer((_, response) =>
    response.writeHead(away ? 503 : 204).end(),
  );
  const receivers = channelsTo("smtp://127.0.0.1:1", hook.url);
  await run("failed", ago(2));
  await look({channels: receivers.names.slice(1)});
  await tell(receivers);
  await tell(receivers);
  expect(hook.seen).toHaveLength(1);
  const due = () => sql`update assay.deliveries set not_before = now()`.execute(store.db);
  await due();
  away = false;
  // Claimed by somebody who died before the end of the attempt.
  await sql`update assay.deliveries set attempts = attempts + 1, not_before = now() + interval '1 minute'`.execute(
    store.db,
  );
  await tell(receivers);
  expect(hook.seen).toHaveLength(1);
  await due();
  await Promise.all([tell(receivers), tell(receivers)]);
  expect(hook.seen).toHaveLength(2);
  expect(new Set(hook.seen.map(({headers}) => headers["webhook-id"])).size).toBe(1);
  const rows = await store.db.selectFrom("deliveries").selectAll().execute();
  expect(rows).toMatchObject([{state: "sent", attempts: 3, reason: null}]);
});

test("what one process cannot tell is left for one that can", async () => {
  await using server = await startMailServer();
  await run("failed", ago(2));
  await look();
  await tell({channel: () => undefined});
  await tell(channelsTo(server.url));
  expect(server.mails).toHaveLength(1);
});

test("a flood becomes a few mails and one that counts the rest", async () => {
  await using server = await startMailServer();
  for (let n = 0; n < 200; n++) await run("failed", ago(2));
  await look();
  const receivers = channelsTo(server.url);
  await Promise.all([tell(receivers), tell(receivers)]);
  expect(server.mails).toHaveLength(mostMails + 1);
  expect(server.mails.at(-1)?.text).toContain(`${200 - mostMails} more alarms`);
  await run("failed", ago(1));
  await look();
  await tell(receivers);
  expect(server.mails).toHaveLength(mostMails + 1);
  await sql`update assay.alarms set raised_at = raised_at - interval '16 minutes'`.execute(
    store.db,
  );
  await sql`update assay.deliveries set not_before = now() where state = 'waiting'`.execute(
    store.db,
  );
  await tell(receivers);
  expect(server.mails).toHaveLength(mostMails + 2);
  expect(server.mails.at(-1)?.text).toContain("1 more alarm");
});
