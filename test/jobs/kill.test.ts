import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {sql} from "kysely";
import {afterEach, expect, test} from "vitest";
import {queueSchema} from "../../src/jobs/queue.ts";
import {orderNote} from "../../src/jobs/runs.ts";
import {leftBehind} from "./audit.ts";
import {type Place, startProcess, type WorkerProcess} from "./fleet.ts";
import {killAtRandom, silence, type Toll} from "./killing.ts";
import {type Newsroom, newsroom, until} from "./newsroom.ts";

let room: Newsroom;
const fleet: WorkerProcess[] = [];
afterEach(async () => {
  for (const one of fleet.splice(0)) {
    one.signal("SIGKILL");
    await one.ended;
  }
  await room?.close();
});

const nothing = {lost: [], doubled: [], halfWritten: [], leftBehind: []} satisfies Partial<Toll>;

test("workers that are killed lose nothing, do nothing twice and leave nothing behind", async () => {
  const toll = await killAtRandom({
    kills: 4,
    workers: 2,
    serverEach: 0,
    seed: 1,
    longestMs: 1500,
    notes: 2,
    hurried: true,
  });
  expect(toll).toMatchObject(nothing);
}, 180_000);

test("nor does one process that is killed with its PostgreSQL", async () => {
  const toll = await killAtRandom({
    kills: 2,
    workers: 1,
    serverEach: 1,
    seed: 2,
    longestMs: 1500,
    notes: 1,
    hurried: true,
  });
  expect(toll).toMatchObject(nothing);
}, 180_000);

const spec = {coin: "gadget", source: "files", data: "recorded", asOf: "2026-03-19"} as const;
const order = (changes = {}) =>
  orderNote(room.store, room.queue, {spec: {...spec, ...changes}, askedBy: "ada"});
const placeOf = ({folder, store}: Newsroom): Place => ({
  store: folder,
  ...(store.pool.options.connectionString && {url: store.pool.options.connectionString}),
  blobs: join(folder, "blobs"),
  data: join(folder, "data"),
  temporary: join(folder, "tmp"),
});
const start = (options = {}) => {
  const one = startProcess(placeOf(room), options);
  fleet.push(one);
  return one;
};
const stateOf = async (id: string) =>
  (
    await room.store.db
      .selectFrom("runs")
      .select("state")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).state;
const over = async (id: string) => !["waiting", "running"].includes(await stateOf(id));
const stepsOf = (run: string) =>
  room.store.db
    .selectFrom("steps")
    .innerJoin("tasks", "tasks.id", "steps.task")
    .select(["steps.name", "steps.worker", "steps.attempt"])
    .where("tasks.run", "=", run)
    .execute();

test("a note whose worker is killed in the middle is made by another from the snapshot, within a minute", async () => {
  room = await newsroom();
  const first = start({concurrency: 1});
  await first.ready;
  const id = await order();
  await until(async () => (await stepsOf(id)).some(({name}) => name === "press"));
  first.signal("SIGKILL");
  const second = start({concurrency: 1});
  await until(() => over(id));
  expect(await stateOf(id)).toBe("done");
  const steps = await stepsOf(id);
  const again = steps.filter(({worker}) => worker === second.id).map(({name}) => name);
  expect(again.toSorted()).toEqual(["draft", "press", "write"]);
});

test("a worker that stood still while another did its task changes nothing when it goes on", async () => {
  room = await newsroom();
  const first = start({concurrency: 1});
  await first.ready;
  const id = await order();
  await until(async () => (await stepsOf(id)).some(({name}) => name === "write"));
  first.signal("SIGSTOP");
  await silence(room.store);
  const second = start({concurrency: 1});
  await until(() => over(id));
  const before = await everything();
  first.signal("SIGCONT");
  await until(async () => first.said.some(one => one.kind === "task" && one.outcome === "lost"));
  first.signal("SIGTERM");
  second.signal("SIGTERM");
  await Promise.all([first.ended, second.ended]);
  expect(await everything()).toEqual(before);
  expect(leftBehind(placeOf(room))).toEqual([]);
});

async function everything() {
  const {db} = room.store;
  return {
    runs: await db.selectFrom("runs").selectAll().execute(),
    tasks: await db.selectFrom("tasks").selectAll().execute(),
    drafts: await db.selectFrom("drafts").selectAll().execute(),
    revisions: await db.selectFrom("revisions").selectAll().execute(),
    files: await db.selectFrom("files").selectAll().execute(),
    events: await db.selectFrom("events").selectAll().execute(),
  };
}

test("a note that ends its worker each time is a dead letter after some deaths; others are made", async () => {
  room = await newsroom();
  const deadly = await order({data: "poison"});
  // After two deaths it is at work alone: it takes no other with it as often as that.
  await sql`update ${sql.table(`${queueSchema}.queue`)} set retry_limit = 2`.execute(room.store.db);
  const rest = await Promise.all(["2026-03-18", "2026-03-17"].map(asOf => order({asOf})));
  for (let deaths = 0; !(await over(deadly)); await sleep(200)) {
    expect(deaths).toBeLessThan(6);
    const last = fleet.at(-1);
    if (last && !last.isOver()) continue;
    if (last) deaths += 1;
    if (last) await silence(room.store);
    start({deadly: "poison"});
  }
  await until(async () => (await Promise.all(rest.map(over))).every(Boolean));
  expect(await stateOf(deadly)).toBe("failed");
  expect(await Promise.all(rest.map(stateOf))).toEqual(["done", "done"]);
});
