import {randomUUID} from "node:crypto";
import fc from "fast-check";
import {afterAll, beforeAll, beforeEach, expect, test} from "vitest";
import {nominals} from "../../src/jobs/nominals.ts";
import {type Planner, type PlannerWish, startPlanner} from "../../src/jobs/planner.ts";
import {openQueue, type Queue} from "../../src/jobs/queue.ts";
import {register} from "../../src/jobs/register.ts";
import {begin} from "../../src/jobs/runs.ts";
import {tick} from "../../src/jobs/tick.ts";
import type {Log} from "../../src/model/log.ts";
import type {Schedule, Timing} from "../../src/model/schedule.ts";
import type {Store} from "../../src/store/open.ts";
import {type TestStore, testStore} from "../store/testStore.ts";
import {schedule, until} from "./newsroom.ts";

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
  for (const table of ["left_out", "runs", "schedules", "workers"] as const)
    await store.db.deleteFrom(table).execute();
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (text: string) => new Date(`2026-${text}Z`);
const hourly: Timing = {everyMs: hour};

const says = (now: Date) => async () => now;
const registerAt = (now: Date, ...schedules: readonly Schedule[]) =>
  register(store, {schedules, by: "desk"}, says(now));
const tickAt = (now: Date) => tick({store, queue}, says(now));

const shown = (instant: Date) => instant.toISOString().slice(5, 16);

async function ledger(name = "morning") {
  const runs = await store.db
    .selectFrom("runs")
    .select("nominal")
    .where("schedule", "=", name)
    .orderBy("nominal")
    .execute();
  const left = await store.db
    .selectFrom("left_out")
    .selectAll()
    .where("schedule", "=", name)
    .orderBy("first")
    .execute();
  return {
    runs: runs.map(({nominal}) => shown(nominal)),
    leftOut: left.map(
      ({first, last, count, why}) => `${count} ${shown(first)}–${shown(last)} ${why}`,
    ),
  };
}

test("what is due is planned once, with a job, and next says when to look again", async () => {
  await registerAt(at("11-28T06:30:00"), schedule({timing: hourly}));
  expect(await tickAt(at("11-28T06:59:59.999"))).toMatchObject({next: at("11-28T07:00:00")});
  const jobs = await queue.depth();
  expect(await tickAt(at("11-28T07:00:00"))).toMatchObject({next: at("11-28T08:00:00")});
  await tickAt(at("11-28T07:00:01"));
  expect(await ledger()).toEqual({runs: ["11-28T07:00"], leftOut: []});
  expect(await queue.depth()).toBe(jobs + 1);
});

test.each([
  ["latest", {runs: ["11-28T06:00"], leftOut: ["23 11-27T07:00–11-28T05:00 superseded"]}],
  ["none", {runs: [], leftOut: ["24 11-27T07:00–11-28T06:00 too-late"]}],
] as const)(
  "after a day off, with misfire %s, the ledger knows of each instant",
  async (misfire, expected) => {
    await registerAt(at("11-27T06:30:00"), schedule({timing: hourly, misfire}));
    await tickAt(at("11-28T06:30:00"));
    expect(await ledger()).toEqual(expected);
  },
);

test("a week of minutes that are all made up for is planned at once, the newest thousand", async () => {
  const jobs = await queue.depth();
  await registerAt(at("11-21T00:00:00"), schedule({timing: {everyMs: minute}, misfire: "all"}));
  await tickAt(at("11-28T00:00:00"));
  const {runs, leftOut} = await ledger();
  expect(runs).toHaveLength(1000);
  expect(runs.at(-1)).toBe("11-28T00:00");
  expect(leftOut).toEqual(["9080 11-21T00:01–11-27T07:20 too-many"]);
  expect(await queue.depth()).toBe(jobs + 1000);
});

test("after a month of minutes each look settles a part, and the ledger has one line of it", async () => {
  const everyMinute = schedule({timing: {cron: "* * * * *", zone: "UTC"}});
  await registerAt(at("10-28T00:00:00"), everyMinute, schedule({name: "other", timing: hourly}));
  const now = at("11-27T00:00:00");
  let looks = 1;
  while (((await tickAt(now)).next ?? now) <= now) looks++;
  expect(looks).toBe(5);
  expect(await ledger()).toEqual({
    runs: ["11-27T00:00"],
    leftOut: ["43199 10-28T00:01–11-26T23:59 superseded"],
  });
  expect((await ledger("other")).runs).toEqual(["11-27T00:00"]);
});

test("eight planners at once plan each instant once", async () => {
  await registerAt(at("11-27T06:30:00"), schedule({timing: hourly, misfire: "all"}));
  await Promise.all(Array.from({length: 8}, () => tickAt(at("11-28T06:30:00"))));
  expect((await ledger()).runs).toHaveLength(24);
});

test("a clock that goes forth a day and back loses nothing and doubles nothing", async () => {
  await registerAt(at("11-27T06:30:00"), schedule({timing: hourly, misfire: "all"}));
  await tickAt(at("11-28T06:30:00"));
  for (let i = 0; i < 26; i++) await tickAt(new Date(at("11-27T06:30:00").getTime() + i * hour));
  expect((await ledger()).runs).toHaveLength(25);
});

test("new times hold from the change on; what the old ones had due is left out, other changes keep it", async () => {
  const seven = schedule({timing: {cron: "0 7 * * *", zone: "UTC"}});
  const eight = schedule({timing: {cron: "0 8 * * *", zone: "UTC"}});
  await registerAt(at("11-28T06:00:00"), seven);
  expect(await registerAt(at("11-28T08:30:00"), eight)).toMatchObject({changed: ["morning"]});
  await tickAt(at("11-28T12:00:00"));
  expect(await ledger()).toEqual({runs: [], leftOut: ["1 11-28T07:00–11-28T07:00 changed"]});
  const urgent: Schedule = {...eight, priority: "urgent"};
  await registerAt(at("11-29T09:00:00"), urgent);
  await tickAt(at("11-29T09:00:00"));
  expect((await ledger()).runs).toEqual(["11-29T08:00"]);
  const {priority} = await store.db.selectFrom("runs").select("priority").executeTakeFirstOrThrow();
  expect(priority).toBe(10);
});

test("what is registered again as it was stays as it is; what is gone runs no more, and begins anew", async () => {
  const morning = schedule({timing: hourly});
  expect(await registerAt(at("11-28T06:30:00"), morning)).toEqual({
    added: ["morning"],
    changed: [],
    removed: [],
  });
  expect(await registerAt(at("11-28T07:30:00"), morning)).toEqual({
    added: [],
    changed: [],
    removed: [],
  });
  expect(await registerAt(at("11-28T07:40:00"))).toMatchObject({removed: ["morning"]});
  await tickAt(at("11-28T09:30:00"));
  expect(await registerAt(at("11-28T09:40:00"), morning)).toMatchObject({added: ["morning"]});
  await tickAt(at("11-28T10:00:00"));
  expect(await ledger()).toEqual({runs: ["11-28T10:00"], leftOut: []});
  const events = await store.db
    .selectFrom("events")
    .select("kind")
    .where("subject", "=", "morning")
    .orderBy("seq", "desc")
    .limit(3)
    .execute();
  expect(events.map(({kind}) => kind)).toEqual([
    "schedule.added",
    "schedule.removed",
    "schedule.added",
  ]);
});

test("a definition that this version does not know stops no other schedule", async () => {
  await registerAt(at("11-28T06:30:00"), schedule({timing: hourly}), schedule({name: "newer"}));
  await store.db
    .updateTable("schedules")
    .set({definition: JSON.stringify({sidereal: true})})
    .where("name", "=", "newer")
    .execute();
  const {faults} = await tickAt(at("11-28T07:00:00"));
  expect(faults).toMatchObject([{schedule: "newer"}]);
  expect((await ledger()).runs).toEqual(["11-28T07:00"]);
});

test("a run that is due while one goes on is skipped, or queues", async () => {
  const [skip, line] = (["skip", "queue"] as const).map(overlap =>
    schedule({name: overlap, timing: hourly, overlap}),
  );
  await registerAt(at("11-28T06:30:00"), skip!, line!);
  for (const now of ["11-28T07:00:00", "11-28T08:00:00"]) {
    await tickAt(at(now));
    const waiting = await store.db
      .selectFrom("runs")
      .select("id")
      .where("state", "=", "waiting")
      .orderBy("nominal")
      .execute();
    for (const {id} of waiting)
      await store.db.transaction().execute(transaction => begin(transaction, queue, id));
  }
  const runs = await store.db
    .selectFrom("runs")
    .select(["schedule", "state"])
    .orderBy("schedule")
    .orderBy("nominal")
    .execute();
  expect(runs.map(({schedule: name, state}) => `${name}: ${state}`)).toEqual([
    "queue: running",
    "queue: waiting",
    "skip: running",
    "skip: skipped",
  ]);
});

const timings: readonly Timing[] = [
  {cron: "30 2 * * *", zone: "Europe/Berlin"},
  {cron: "*/20 1-3 * * *", zone: "Australia/Lord_Howe"},
  {everyMs: 7 * hour},
];

const lives = fc.record({
  timing: fc.constantFrom(...timings),
  misfire: fc.constantFrom("latest", "all", "none"),
  start: fc.constantFrom("03-28", "04-03", "10-02", "10-24").map(text => at(`${text}T00:00:00`)),
  steps: fc.array(
    fc.record({
      minutes: fc.integer({min: 1, max: 900}),
      skew: fc.constantFrom(0, 0, 0, day, -day),
      restarted: fc.boolean(),
    }),
    {minLength: 1, maxLength: 10},
  ),
});

test("whatever happens, each instant is planned at most once, and is planned or left out", async () => {
  let lived = 0;
  await fc.assert(
    fc.asyncProperty(lives, async ({timing, misfire, start, steps}) => {
      const name = `life-${lived++}`;
      const one = schedule({name, timing, misfire: misfire as Schedule["misfire"]});
      await registerAt(start, one);
      let real = start.getTime();
      for (const {minutes, skew, restarted} of [
        ...steps,
        {minutes: 1, skew: 0, restarted: false},
      ]) {
        real += minutes * minute;
        const now = new Date(real + skew);
        if (restarted) await registerAt(now, one);
        await Promise.all([tickAt(now), tickAt(now)]);
      }
      const {runs} = await ledger(name);
      expect(new Set(runs).size).toBe(runs.length);
      const left = await store.db
        .selectFrom("left_out")
        .selectAll()
        .where("schedule", "=", name)
        .execute();
      const expected = [...nominals(timing, start, new Date(real))];
      const missing = expected.filter(
        one =>
          !runs.includes(shown(one)) && !left.some(({first, last}) => first <= one && one <= last),
      );
      expect(missing).toEqual([]);
    }),
    {numRuns: 15},
  );
});

test("with a right clock each instant is planned or left out, and never both", async () => {
  let lived = 0;
  await fc.assert(
    fc.asyncProperty(lives, async ({timing, misfire, start, steps}) => {
      const name = `right-${lived++}`;
      await registerAt(start, schedule({name, timing, misfire: misfire as Schedule["misfire"]}));
      let real = start.getTime();
      for (const {minutes} of steps) {
        real += minutes * minute;
        await tickAt(new Date(real));
      }
      const {runs} = await ledger(name);
      const {left} = await store.db
        .selectFrom("left_out")
        .select(({fn}) => fn.sum<string>("count").as("left"))
        .where("schedule", "=", name)
        .executeTakeFirstOrThrow();
      const expected = [...nominals(timing, start, new Date(real))];
      expect(runs.length + Number(left ?? 0)).toBe(expected.length);
    }),
    {numRuns: 10},
  );
});

/** What a planner tells, by its words. */
function logged(): Log & {readonly told: string[]} {
  const told: string[] = [];
  const tell = (_: unknown, message: string) => {
    told.push(message);
  };
  return {told, info: tell, warn: tell, error: tell, child: logged};
}

async function planner(changes: Partial<PlannerWish> = {}) {
  const worker = randomUUID();
  const log = logged();
  await store.db
    .insertInto("workers")
    .values({id: worker, host: "here", pid: 1, version: "0", plans: false, concurrency: 1})
    .execute();
  const started: Planner = startPlanner({
    store,
    queue,
    worker,
    log,
    chores: [],
    ticked: () => {},
    ...changes,
  });
  return {worker, told: log.told, stop: started.stop};
}

const plans = async (worker: string) =>
  (
    await store.db
      .selectFrom("workers")
      .select("plans")
      .where("id", "=", worker)
      .executeTakeFirstOrThrow()
  ).plans;

test("of two planners one plans and the other says who does, and takes over when it is gone", async () => {
  const first = await planner();
  await until(() => plans(first.worker));
  const second = await planner();
  await until(async () => second.told.length > 0);
  expect(second.told).toEqual([
    "another process plans, and this one does not: here, process 1, Assay 0",
  ]);
  await first.stop();
  await until(() => plans(second.worker));
  expect(await plans(first.worker)).toBe(false);
  await second.stop();
});

test("it plans what is due within seconds, and does its chores", async () => {
  let done = 0;
  const chores = [
    {name: "count", everyMs: hour, work: async () => done++},
    {name: "fail", everyMs: hour, work: () => Promise.reject(new Error("no"))},
  ];
  await registerAt(new Date(Date.now() - day), schedule({timing: hourly}));
  const {told, stop} = await planner({chores});
  await until(async () => (await ledger()).runs.length > 0);
  await stop();
  expect(done).toBe(1);
  expect(told).toEqual(["this process plans", "fail failed, and is tried again in its time"]);
});

test("while the database is away it waits, and goes on by itself", async () => {
  const {told, worker, stop} = await planner();
  await until(() => plans(worker));
  await store.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'assay planner'",
  );
  await registerAt(new Date(Date.now() - day), schedule({timing: hourly}));
  await until(async () => told.includes("what kept the planner from planning is over"));
  await until(async () => (await ledger()).runs.length > 0);
  await stop();
  expect(told.filter(one => one.includes("cannot plan"))).toHaveLength(1);
});
