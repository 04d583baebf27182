import {randomUUID} from "node:crypto";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {history} from "../../src/jobs/history.ts";
import {budgetWarnings, planAhead} from "../../src/jobs/plan.ts";
import {openQueue, type Queue} from "../../src/jobs/queue.ts";
import {register} from "../../src/jobs/register.ts";
import {begin} from "../../src/jobs/runs.ts";
import {isManned, runNow, scheduleStates, setPaused} from "../../src/jobs/schedules.ts";
import {tick} from "../../src/jobs/tick.ts";
import type {Schedule, Timing} from "../../src/model/schedule.ts";
import type {Store} from "../../src/store/open.ts";
import {type TestStore, testStore} from "../store/testStore.ts";
import {schedule} from "./newsroom.ts";

let place: TestStore;
let store: Store;
let queue: Queue;
beforeAll(async () => {
  place = await testStore();
  store = await place.open();
  queue = await openQueue(store, () => {});
});
afterAll(async () => {
  await queue?.close();
  await store?.close();
  await place?.remove();
});
beforeEach(async () => {
  for (const table of ["left_out", "runs", "schedules", "workers", "calls"] as const)
    await store.db.deleteFrom(table).execute();
});

const hourly: Timing = {everyMs: 3_600_000};
const at = (text: string) => new Date(`2026-${text}Z`);
const says = (text: string) => async () => at(text);

const enter = (text: string, ...schedules: readonly Schedule[]) =>
  register(store, {schedules, by: "desk"}, says(text));
const tickAt = (text: string) => tick({store, queue}, says(text));
const order = (text: string, name = "morning") =>
  runNow(store, queue, {name, by: "ayse"}, says(text));
const setPausedAt = (text: string, paused: boolean, name = "morning") =>
  setPaused(store, {name, paused, by: "ayse"}, says(text));

const runOf = (id: string | undefined) =>
  store.db
    .selectFrom("runs")
    .selectAll()
    .where("id", "=", id ?? "")
    .executeTakeFirstOrThrow();

async function kinds(): Promise<string[]> {
  const events = await store.db.selectFrom("events").select("kind").orderBy("seq").execute();
  return events.map(({kind}) => kind);
}

test("a run that a person orders is of now, to the second, before the routine, and in the chain", async () => {
  await enter("11-28T06:30:00", schedule({timing: hourly}));
  const id = await order("11-28T06:40:12.345");
  expect(await runOf(id)).toMatchObject({
    nominal: at("11-28T06:40:12"),
    asked_by: "ayse",
    priority: 10,
    state: "waiting",
  });
  expect((await kinds()).at(-1)).toBe("run.ordered");
  expect(await order("11-28T06:40:12.900")).toBe(id);
  expect(await order("11-28T06:40:13", "none")).toBeUndefined();
});

test("a schedule runs for a person while it is paused, and by itself it does not", async () => {
  await enter("11-28T06:30:00", schedule({timing: hourly}));
  await tickAt("11-28T07:00:00");
  await setPausedAt("11-28T07:00:10", true);
  const asked = await order("11-28T07:00:20");
  const {id: planned} = await store.db
    .selectFrom("runs")
    .select("id")
    .where("asked_by", "=", "planner")
    .executeTakeFirstOrThrow();
  for (const id of [planned, asked ?? ""])
    await store.db.transaction().execute(transaction => begin(transaction, queue, id));
  expect(await runOf(planned)).toMatchObject({state: "skipped", reason: "paused by ayse"});
  expect(await runOf(asked)).toMatchObject({state: "running"});
});

test("what falls due while a schedule is paused is left out and told so; then it goes on", async () => {
  await enter("11-28T06:30:00", schedule({timing: hourly, misfire: "all"}));
  const before = (await kinds()).length;
  expect(await setPausedAt("11-28T06:31:00", true)).toMatchObject({paused: {by: "ayse"}});
  await setPausedAt("11-28T06:32:00", true);
  await tickAt("11-28T09:30:00");
  const resumed = await setPausedAt("11-28T09:40:00", false);
  expect(resumed).toMatchObject({next: at("11-28T10:00:00")});
  expect(resumed?.paused).toBeUndefined();
  await tickAt("11-28T10:00:00");
  expect(await history(store.db, {schedule: "morning", limit: 10})).toMatchObject([
    {kind: "run", nominal: at("11-28T10:00:00"), state: "waiting"},
    {
      kind: "left-out",
      from: at("11-28T07:00:00"),
      until: at("11-28T09:00:00"),
      count: 3,
      why: "paused",
    },
  ]);
  expect((await kinds()).slice(before)).toEqual([
    "schedule.paused",
    "schedule.left-out",
    "schedule.resumed",
  ]);
  expect(await setPausedAt("11-28T10:00:00", true, "none")).toBeUndefined();
});

test("after a year of minutes in pause it goes on as well", async () => {
  await enter("01-01T00:00:00", schedule({timing: {everyMs: 60_000}}));
  await setPausedAt("01-01T00:00:00", true);
  await setPausedAt("11-28T00:00:30", false);
  expect(await history(store.db, {limit: 10})).toMatchObject([
    {kind: "left-out", count: 331 * 1440, why: "paused"},
  ]);
});

/** A run as a worker leaves it: its notes with their calls, in the source's ledger as well. */
async function done(one: Schedule, nominal: Date, calls: readonly number[]): Promise<void> {
  const run = randomUUID();
  const ended = new Date(nominal.getTime() + 4_500);
  await store.db
    .insertInto("runs")
    .values({
      id: run,
      schedule: one.name,
      nominal,
      asked_by: "planner",
      priority: 0,
      state: "done",
      began_at: nominal,
      ended_at: ended,
    })
    .execute();
  for (const [i, made] of calls.entries()) {
    const task = randomUUID();
    await store.db
      .insertInto("tasks")
      .values({
        id: task,
        run,
        kind: "note",
        key: `coin-${i}`,
        order: JSON.stringify({kind: "note", spec: {source: one.order.source}}),
        state: "done",
        outcome: "draft",
      })
      .execute();
    for (const [name, part] of [
      ["gather", made - 1],
      ["write", 1],
    ] as const)
      await store.db
        .insertInto("steps")
        .values({task, attempt: 1, name, worker: randomUUID(), began_at: nominal, calls: part})
        .execute();
  }
}

const live = (changes: Partial<Schedule> = {}) => {
  const one = schedule({timing: {cron: "0 8 * * *", zone: "UTC"}, ...changes});
  return {...one, order: {...one.order, source: "coingecko" as const, ...changes.order}};
};

test("the ledger tells of a run how it ended, how long it took, its calls and what it made", async () => {
  const morning = live();
  await enter("11-28T06:30:00", morning);
  await done(morning, at("11-28T08:00:00"), [7, 5]);
  await done(morning, at("11-27T08:00:00"), [3]);
  expect(await history(store.db, {limit: 1})).toMatchObject([
    {
      kind: "run",
      schedule: "morning",
      nominal: at("11-28T08:00:00"),
      askedBy: "planner",
      state: "done",
      seconds: 4.5,
      calls: 12,
      parts: [
        {coin: "coin-0", state: "done", outcome: "draft"},
        {coin: "coin-1", state: "done", outcome: "draft"},
      ],
    },
  ]);
  const [state] = await scheduleStates(store.db, says("11-28T09:00:00"));
  expect(state).toMatchObject({
    schedule: morning,
    next: at("11-29T08:00:00"),
    last: {nominal: at("11-28T08:00:00"), state: "done"},
  });
});

test("the calls of the next days are the mean of those before, and a guess where there was none", async () => {
  const {rows} = await store.pool.query<{now: Date}>("select now()");
  const today = rows[0]!.now;
  const morning = live({what: {coins: ["a", "b", "c"]}});
  const scan = live({name: "movers", what: {scan: {top: 300, write: 2}}});
  const recorded = schedule({name: "recorded"});
  await register(store, {schedules: [morning, scan, recorded], by: "desk"});
  await done(morning, new Date(today.getTime() - 86_400_000), [8, 4]);
  const day = today.toISOString().slice(0, 10);
  await store.db.insertInto("calls").values({source: "coingecko", day, calls: 40}).execute();
  const from = new Date(`${day}T00:00:00Z`);
  const window = {from, until: new Date(from.getTime() + 2 * 86_400_000)};
  const schedules = [morning, scan, recorded];
  const calls = await planAhead(store.db, schedules, window, {
    budgets: {coingecko: 350},
    now: from,
  });
  // Three notes of six calls; 300 coins on two pages, and two notes of nine.
  const next = new Date(from.getTime() + 86_400_000).toISOString().slice(0, 10);
  expect(calls).toEqual([
    {day, source: "coingecko", expected: 18 + 302 + 18, made: 40, budget: 350},
    {day: next, source: "coingecko", expected: 338, made: 0, budget: 350},
  ]);
  expect(await budgetWarnings(store.db, {coingecko: 350})).toEqual(
    today.getUTCHours() < 8
      ? [
          expect.stringMatching(
            `^${day}: about 378 calls to coingecko \\(40 of them made already\\)`,
          ),
        ]
      : [],
  );
  const [warning] = await budgetWarnings(store.db, {coingecko: 300});
  expect(warning).toMatch(/about 3\d\d calls to coingecko.*, and the budget is 300: raise/);
});

test("somebody works where one was heard of within a minute and does not stop", async () => {
  const seen = (seconds: number, stopping: boolean) =>
    store.db
      .insertInto("workers")
      .values({
        id: randomUUID(),
        host: "here",
        pid: 1,
        version: "0",
        plans: false,
        concurrency: 1,
        seen_at: new Date(Date.now() - seconds * 1000),
        stopping,
      })
      .execute();
  await seen(90, false);
  await seen(0, true);
  expect(await isManned(store.db)).toBe(false);
  await seen(5, false);
  expect(await isManned(store.db)).toBe(true);
});
