import {renameSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {scanSchema, scansSchema} from "../../src/desk/api/scansShapes.ts";
import {
  orderedSchema,
  runSchema,
  runsSchema,
  scheduleDetailSchema,
} from "../../src/desk/api/shapes.ts";
import {lookAround} from "../../src/jobs/alarms/raise.ts";
import {planRuns} from "../../src/jobs/runs.ts";
import type {Worker} from "../../src/jobs/worker.ts";
import type {Schedule} from "../../src/model/schedule.ts";
import {asOf} from "../cli/madeUpData.ts";
import {schedule, until} from "../jobs/newsroom.ts";
import {answered, type Person, problemOf, type ReviewRoom, reviewRoom} from "./reviewRoom.ts";

let room: ReviewRoom;
let worker: Worker;
beforeAll(async () => {
  room = await reviewRoom();
  worker = room.work({concurrency: 1});
});
afterAll(async () => {
  await worker?.stop(20_000);
  await room?.close();
});

const nominal = new Date("2026-03-20T04:30:00Z");
const runOf = async (id: string) => answered(runSchema, await room.ask("vera", `/api/runs/${id}`));
const over = async (id: string) => {
  await until(async () => !["waiting", "running"].includes((await runOf(id)).state));
  return runOf(id);
};
const ordered = async (path: string, body: object, who: Person = "will") =>
  (await answered(orderedSchema, await room.ask(who, path, {body}))).run;

/** A run of the schedule that is due, with the schedule. */
async function planned(one: Schedule): Promise<string> {
  await room.store.db
    .insertInto("schedules")
    .values({name: one.name, definition: JSON.stringify(one), since: nominal, through: nominal})
    .execute();
  const [run] = await room.store.db
    .transaction()
    .execute(transaction =>
      planRuns(transaction, room.queue, {schedule: one, nominals: [nominal], askedBy: "planner"}),
    );
  return run?.id ?? "";
}

test("a scan that was ordered comes to a list of the coins, and to no note", async () => {
  const id = await ordered("/api/scans", {data: "recorded", asOf, top: 10});
  expect(await over(id)).toMatchObject({state: "done", scan: "done", notes: [], by: "will"});
  const {list, ...scan} = await answered(scanSchema, await room.ask("vera", `/api/scans/${id}`));
  expect(scan).toMatchObject({run: id, by: "will", state: "done", outcome: "ranked"});
  expect(list?.asOf).toBe(asOf);
  expect(list?.rows.map(({rank}) => rank)).toEqual(list?.rows.map((_, i) => i + 1));
  expect(list?.rows.map(({coin}) => coin)).toContain("gadget");
  const scores = list?.rows.map(({score}) => score) ?? [];
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  const short = await room.ask("vera", `/api/scans/${id}?limit=1`);
  expect((await answered(scanSchema, short)).list).toEqual({...list, rows: list?.rows.slice(0, 1)});
  expect(list?.rows[0]).toMatchObject({
    symbol: expect.any(String),
    why: expect.any(String),
    figures: {days: expect.any(Number), p: expect.any(Number)},
  });
});

test("a schedule's scan keeps its list beside the notes that it picked", async () => {
  const id = await planned(schedule({name: "movers", what: {scan: {top: 10, write: 1}}}));
  const run = await over(id);
  expect(run).toMatchObject({state: "done", scan: "done", schedule: "movers"});
  const {list, outcome} = await answered(scanSchema, await room.ask("vera", `/api/scans/${id}`));
  expect(outcome).toBe("picked");
  expect(run.notes.map(({coin}) => coin)).toEqual([list?.rows[0]?.coin]);
  const {scans} = await answered(scansSchema, await room.ask("vera", "/api/scans"));
  expect(scans.map(scan => scan.run)).toContain(id);
  for (const scan of scans) expect(scan.asOf !== undefined).toBe(scan.outcome !== undefined);
});

test("a scan that cannot be is refused by the name of its field", async () => {
  const field = async (body: object) =>
    (await problemOf(await room.ask("will", "/api/scans", {body}), 422)).errors?.[0]?.field;
  expect(await field({source: "currency-api"})).toBe("source");
  expect(await field({data: "nowhere"})).toBe("data");
  expect(await field({source: "coingecko", asOf})).toBe("asOf");
  expect(await field({top: 0})).toBe("top");
  const note = await ordered("/api/notes", {coin: "gadget", data: "recorded", asOf});
  await problemOf(await room.ask("vera", `/api/scans/${note}`), 404);
  expect(await over(note)).toMatchObject({coin: "gadget", state: "done"});
});

test("what failed of a run is done again, once, and the ledger has both attempts", async () => {
  const some = schedule({name: "some", what: {coins: ["gadget", "nowhere"]}});
  const id = await planned(some);
  const failed = await over(id);
  expect(failed).toMatchObject({state: "failed", reason: expect.stringContaining("nowhere")});
  const byState = await answered(runsSchema, await room.ask("vera", "/api/runs?state=failed"));
  expect(byState.runs).toEqual([failed]);
  await problemOf(await room.ask("will", `/api/runs/${id}/retry`, {method: "POST"}), 403);
  const retry = async () =>
    answered(runSchema, await room.ask("paul", `/api/runs/${id}/retry`, {method: "POST"}));
  const [draft] = failed.notes.flatMap(note => note.draft ?? []);
  const again = await retry();
  expect(again.state).toBe("running");
  expect(again.reason).toBeUndefined();
  const ended = await over(id);
  expect(ended.state).toBe("failed");
  expect(ended.notes.map(({coin, state}) => [coin, state])).toEqual([
    ["gadget", "done"],
    ["nowhere", "failed"],
  ]);
  expect(ended.notes.flatMap(note => note.draft ?? [])).toEqual([draft]);
  expect(ended.steps.filter(({coin}) => coin === "nowhere")).toHaveLength(2);
  expect(ended.steps.filter(({coin}) => coin === "gadget")).toHaveLength(4);
});

test("a run that was retried and fails again is told again", async () => {
  const data = join(room.folder, "data");
  const watch = {lateAfterMs: 3_600_000, silentAfterMs: 3_600_000, budgets: {}, channels: []};
  const told = async (id: string) =>
    (await lookAround(room.store.db, watch)).filter(({run}) => run === id).map(({kind}) => kind);
  const id = await ordered("/api/notes", {coin: "gadget", data: "recorded", asOf});
  await over(id);
  await worker.stop(20_000);
  const other = await ordered("/api/notes", {coin: "gadget", data: "recorded", asOf, edition: "b"});
  const retry = () => room.ask("will", `/api/runs/${other}/retry`, {method: "POST"});
  await problemOf(await retry(), 409);
  renameSync(data, `${data}-away`);
  try {
    worker = room.work({concurrency: 1});
    for (const _ of [1, 2]) {
      expect((await over(other)).state).toBe("failed");
      expect(await told(other)).toEqual(["failed"]);
      expect(await told(other)).toEqual([]);
      expect((await retry()).status).toBe(202);
    }
    await over(other);
  } finally {
    renameSync(`${data}-away`, data);
  }
  expect((await retry()).status).toBe(202);
  expect(await over(other)).toMatchObject({state: "done", outcome: "draft"});
});

test("a schedule tells what it makes, what comes next, what ran and what was left out", async () => {
  await planned(schedule({name: "detailed"}));
  await room.store.db
    .insertInto("left_out")
    .values({schedule: "detailed", first: nominal, last: nominal, count: 1, why: "downtime"})
    .execute();
  await room.ask("paul", "/api/schedules/detailed", {method: "PATCH", body: {paused: true}});
  const found = await answered(
    scheduleDetailSchema,
    await room.ask("vera", "/api/schedules/detailed"),
  );
  expect(found).toMatchObject({
    name: "detailed",
    paused: true,
    pausedBy: "paul",
    what: {coins: ["gadget"]},
    order: {source: "files", data: "recorded", locale: "en"},
    runs: [{schedule: "detailed", nominal: "2026-03-20T04:30:00Z"}],
  });
  expect(found.leftOut.at(-1)).toEqual({
    from: "2026-03-20T04:30:00Z",
    until: "2026-03-20T04:30:00Z",
    count: 1,
    why: "downtime",
  });
  expect(found.upcoming).toHaveLength(10);
  for (const at of found.upcoming) expect(at).toMatch(/T04:30:00Z$/);
  await problemOf(await room.ask("vera", "/api/schedules/none"), 404);
});
