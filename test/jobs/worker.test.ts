import {randomUUID} from "node:crypto";
import {renameSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {beginRun, type Job} from "../../src/jobs/job.ts";
import {cancelRun, orderNote, planRuns} from "../../src/jobs/runs.ts";
import {loadSnapshot} from "../../src/jobs/snapshots.ts";
import {draftSchema} from "../../src/model/draft.ts";
import type {Schedule} from "../../src/model/schedule.ts";
import {type Newsroom, newsroom, schedule, until} from "./newsroom.ts";

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
  room.work();
});
afterAll(() => room?.close());

const nominal = new Date("2026-03-20T04:30:00Z");

async function register(one: Schedule): Promise<void> {
  await room.store.db
    .insertInto("schedules")
    .values({name: one.name, definition: JSON.stringify(one), since: nominal, through: nominal})
    .execute();
}

const plan = (one: Schedule, nominals: readonly Date[]) =>
  room.store.db
    .transaction()
    .execute(transaction =>
      planRuns(transaction, room.queue, {schedule: one, nominals, askedBy: "planner"}),
    );

const runOf = (id: string) =>
  room.store.db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const over = async (id: string) => !["waiting", "running"].includes((await runOf(id)).state);
const tasksOf = (run: string) =>
  room.store.db.selectFrom("tasks").selectAll().where("run", "=", run).orderBy("key").execute();

test("a run becomes a draft, as of its nominal instant, with every step in the ledger", async () => {
  const morning = schedule();
  await register(morning);
  const [planned] = await plan(morning, [nominal]);
  await until(() => over(planned!.id));
  expect(await runOf(planned!.id)).toMatchObject({state: "done", reason: null});
  const [task] = await tasksOf(planned!.id);
  expect(task).toMatchObject({key: "gadget", state: "done", outcome: "draft", attempt: 1});
  const steps = await room.store.db
    .selectFrom("steps")
    .selectAll()
    .where("task", "=", task!.id)
    .orderBy("began_at")
    .execute();
  expect(steps.map(({name, outcome, calls}) => [name, outcome, calls])).toEqual([
    ["gather", "done", 0],
    ["write", "done", 0],
    ["press", "done", 0],
    ["draft", "done", 0],
  ]);
  const draft = await room.store.db
    .selectFrom("drafts")
    .selectAll()
    .where("task", "=", task!.id)
    .executeTakeFirstOrThrow();
  expect(draft).toMatchObject({note_id: "2026-03-20-gadget", as_of: nominal, state: "draft"});
  const content = draftSchema.parse(JSON.parse((await room.blobs.get(draft.content)).toString()));
  expect(content.evidence.note.title).toBe(draft.title);
  expect((await loadSnapshot(room.blobs, draft.snapshot)).asset.id).toBe("gadget");
  const files = await room.store.db
    .selectFrom("files")
    .select(["path", "sha256"])
    .where("draft", "=", draft.id)
    .execute();
  const pdf = files.find(({path}) => path === "note.pdf");
  expect((await room.blobs.get(pdf!.sha256)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("an instant is planned once, whoever plans it and however often", async () => {
  const twice = schedule({name: "twice", what: {coins: ["ethereum"]}});
  await register(twice);
  const planned = await Promise.all(Array.from({length: 8}, () => plan(twice, [nominal])));
  expect(planned.flat()).toHaveLength(1);
});

test("what a person orders under one key is one run", async () => {
  const spec = {coin: "gadget", source: "files", data: "recorded", asOf: "2026-03-19"} as const;
  const order = {spec, askedBy: "ada", key: "k-1"};
  const ids = await Promise.all([
    orderNote(room.store, room.queue, order),
    orderNote(room.store, room.queue, order),
  ]);
  expect(ids[0]).toBe(ids[1]);
  await until(() => over(ids[0]!));
  expect(await runOf(ids[0]!)).toMatchObject({state: "done", schedule: null});
  await expect(
    orderNote(room.store, room.queue, {...order, spec: {...spec, coin: "ethereum"}}),
  ).rejects.toThrow(/was used for another order/);
});

test("a wrong order fails with its reason, and the others of its run are made", async () => {
  const some = schedule({name: "some", what: {coins: ["gadget", "nowhere"]}});
  await register(some);
  const [planned] = await plan(some, [nominal]);
  await until(() => over(planned!.id));
  const tasks = await tasksOf(planned!.id);
  expect(tasks.map(({key, state, dead}) => [key, state, dead])).toEqual([
    ["gadget", "done", false],
    ["nowhere", "failed", false],
  ]);
  expect((await runOf(planned!.id)).reason).toMatch(/nowhere: .*nowhere/);
});

test("data that were taken away are a failure that is told, not a store to wait for", async () => {
  const data = join(room.folder, "data");
  renameSync(data, `${data}-away`);
  try {
    const spec = {coin: "gadget", source: "files", data: "recorded", earlier: false} as const;
    const run = await orderNote(room.store, room.queue, {spec, askedBy: "ci"});
    await until(() => over(run), 10_000);
    expect(await runOf(run)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("no dataset.json"),
    });
  } finally {
    renameSync(`${data}-away`, data);
  }
});

test("a day of which nothing can be said is an answer, not a failure", async () => {
  const id = await orderNote(room.store, room.queue, {
    spec: {coin: "gadget", source: "files", data: "recorded", asOf: "2026-06-01"},
    askedBy: "ada",
  });
  await until(() => over(id));
  expect((await runOf(id)).state).toBe("done");
  expect((await tasksOf(id))[0]).toMatchObject({outcome: "nothing-to-say"});
});

test("a condition keeps a note only where its news weighs enough", async () => {
  const alert = schedule({
    name: "alert",
    timing: {everyMs: 3_600_000},
    when: {newsworthiness: 99, restMs: 86_400_000},
  });
  await register(alert);
  const [planned] = await plan(alert, [nominal]);
  await until(() => over(planned!.id));
  const [task] = await tasksOf(planned!.id);
  expect(task).toMatchObject({state: "done", outcome: "not-new"});
  expect(task?.reason).toMatch(/weighs \d+\.\d\d, and 99 was asked for/);
});

test("a scan picks coins and the same run writes notes on them", async () => {
  const movers = schedule({name: "movers", what: {scan: {top: 10, write: 2}}});
  await register(movers);
  const [planned] = await plan(movers, [nominal]);
  await until(() => over(planned!.id));
  expect(await runOf(planned!.id)).toMatchObject({state: "done"});
  const tasks = await tasksOf(planned!.id);
  expect(tasks.filter(({kind}) => kind === "scan")).toHaveLength(1);
  const notes = tasks.filter(({kind}) => kind === "note");
  expect(notes.length).toBeGreaterThan(0);
  expect(notes.every(({outcome}) => outcome === "draft")).toBe(true);
});

test("a schedule that is paused or gone does what it says now: its waiting run is skipped", async () => {
  const paused = schedule({name: "paused"});
  await register(paused);
  await room.store.db
    .updateTable("schedules")
    .set({paused_at: nominal, paused_by: "ada"})
    .where("name", "=", "paused")
    .execute();
  const [planned] = await plan(paused, [nominal]);
  await until(() => over(planned!.id));
  expect(await runOf(planned!.id)).toMatchObject({state: "skipped", reason: "paused by ada"});
});

test("a cancelled run ends at its next step, and one that is over cannot be cancelled", async () => {
  const id = await orderNote(room.store, room.queue, {
    spec: {coin: "gadget", source: "files", data: "recorded", asOf: "2026-03-18"},
    askedBy: "ada",
  });
  await cancelRun(room.store, {id, by: "bob"});
  expect(await runOf(id)).toMatchObject({state: "cancelled", reason: "by bob"});
  await expect(cancelRun(room.store, {id, by: "bob"})).rejects.toThrow(/is over: it is cancelled/);
  await until(async () => (await room.queue.depth()) === 0);
  const drafts = await room.store.db
    .selectFrom("drafts")
    .innerJoin("tasks", "tasks.id", "drafts.task")
    .select("drafts.id")
    .where("tasks.run", "=", id)
    .execute();
  expect(drafts).toEqual([]);
});

test("a job of a newer version is left for a newer worker, and said", async () => {
  const newer = {...beginRun(randomUUID()), schema: "assay/job@9"} as unknown as Job;
  await room.store.db
    .transaction()
    .execute(transaction => room.queue.add(transaction, [{job: newer, priority: 0}]));
  const told = () =>
    room.seen.some(one => one.kind === "trouble" && /left for a newer worker/.test(one.why));
  await until(async () => told());
  await until(async () => (await room.queue.depth()) === 1);
});
