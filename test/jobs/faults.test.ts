import {execFileSync} from "node:child_process";
import {randomUUID} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {sql} from "kysely";
import {afterEach, expect, test} from "vitest";
import {doTask} from "../../src/jobs/job.ts";
import {queueSchema} from "../../src/jobs/queue.ts";
import {cancelRun, orderNote, planRuns} from "../../src/jobs/runs.ts";
import {manifestSchema} from "../../src/snapshots/folder.ts";
import {pathOf} from "../../src/store/blobs/blobs.ts";
import {verifyEvents} from "../../src/store/events.ts";
import {silence} from "./killing.ts";
import {type Newsroom, newsroom, schedule, until} from "./newsroom.ts";
import {open, planPlenty} from "./plenty.ts";

let room: Newsroom;
afterEach(() => room?.close());

const spec = {coin: "gadget", source: "files", data: "recorded", asOf: "2026-03-19"} as const;
const order = (changes = {}) =>
  orderNote(room.store, room.queue, {spec: {...spec, ...changes}, askedBy: "ada"});
const runOf = (id: string) =>
  room.store.db.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
const tasksOf = (run: string) =>
  room.store.db.selectFrom("tasks").selectAll().where("run", "=", run).execute();
const over = async (id: string) => !["waiting", "running"].includes((await runOf(id)).state);

test("orders that are none go to the dead letters with what is wrong, and the worker lives", async () => {
  room = await newsroom();
  const hostile = [
    {},
    [],
    "note",
    {kind: "note"},
    {kind: "note", spec: {coin: ""}},
    {kind: "note", spec: {coin: 7}},
    {kind: "note", spec, path: "/etc/passwd"},
    {kind: "scan", spec: {}, top: -1, write: 1e99},
    {kind: "publish", spec},
  ];
  const runs = await Promise.all(hostile.map(() => order()));
  for (const [k, run] of runs.entries()) {
    await room.store.db.updateTable("runs").set({state: "running"}).where("id", "=", run).execute();
    const id = randomUUID();
    await room.store.db.transaction().execute(async transaction => {
      await transaction
        .insertInto("tasks")
        .values({
          id,
          run,
          kind: "note",
          key: "gadget",
          order: JSON.stringify(hostile[k]),
          state: "waiting",
        })
        .execute();
      await room.queue.add(transaction, [{job: doTask(id), priority: 0}]);
    });
  }
  const wrong = await order();
  await room.store.db
    .updateTable("runs")
    .set({definition: JSON.stringify({by: "nobody"})})
    .where("id", "=", wrong)
    .execute();
  const right = await order();
  room.work();
  await until(async () => (await open(room.store)) === 0);
  for (const run of runs) {
    expect((await runOf(run)).state).toBe("failed");
    const [task] = await tasksOf(run);
    expect(task).toMatchObject({state: "failed", dead: true});
    expect(task?.reason).toMatch(/its order in the store is not one that this Assay knows: ./);
  }
  expect(await runOf(wrong)).toMatchObject({
    state: "failed",
    reason: expect.stringMatching(/^it could not be begun: /),
  });
  expect((await runOf(right)).state).toBe("done");
});

test("an answer that was changed under a task that goes on from it fails it, and says which", async () => {
  room = await newsroom();
  const first = await order();
  const worker = room.work();
  await until(() => over(first));
  await worker.stop(20_000);
  const [made] = await tasksOf(first);
  const manifest = manifestSchema.parse(
    JSON.parse((await room.blobs.get(made?.snapshot ?? "")).toString()),
  );
  const poisoned = manifest.answers[0]?.sha256 ?? "";
  const second = await order();
  const path = join(room.folder, "blobs", pathOf(poisoned));
  writeFileSync(path, `${readFileSync(path, "utf8")}\n`);
  // A run whose task was taken up before, and has its snapshot.
  const task = randomUUID();
  await room.store.db.transaction().execute(async transaction => {
    await transaction
      .updateTable("runs")
      .set({state: "running"})
      .where("id", "=", second)
      .execute();
    await transaction
      .insertInto("tasks")
      .values({
        id: task,
        run: second,
        kind: "note",
        key: "gadget",
        order: JSON.stringify(made?.order),
        state: "running",
        attempt: 1,
        snapshot: made?.snapshot ?? null,
      })
      .execute();
    await room.queue.add(transaction, [{job: doTask(task), priority: 0}]);
  });
  room.work();
  await until(() => over(second));
  expect((await tasksOf(second))[0]?.reason).toMatch(
    new RegExp(`blob ${poisoned} .* has other bytes than it was given`),
  );
});

test("what ends with the worker each time is a dead letter after some deaths, and its run ends", async () => {
  room = await newsroom();
  const id = await order();
  // The last of its lives: the worker that has it falls silent.
  await sql`update ${sql.table(`${queueSchema}.job`)} set retry_limit = 0`.execute(room.store.db);
  expect(await room.queue.take()).toBeDefined();
  await silence(room.store);
  room.work();
  await until(() => over(id));
  expect(await runOf(id)).toMatchObject({
    state: "failed",
    reason: expect.stringMatching(/its worker died each time/),
  });
});

test("many tasks of one run that end while it is cancelled, again and again: no deadlock, one end each", async () => {
  room = await newsroom();
  const workers = [room.work({concurrency: 4}), room.work({concurrency: 4})];
  for (let round = 0; round < 4; round++) {
    const name = `round-${round}`;
    await planPlenty(room.store, room.queue, {runs: 6, notes: 3, name});
    await until(async () => (await open(room.store)) > 8, 20_000);
    const running = await room.store.db
      .selectFrom("runs")
      .select("id")
      .where("state", "in", ["running", "waiting"])
      .execute();
    await Promise.all(
      running.map(({id}) =>
        cancelRun(room.store, {id, by: "bob"}).catch((error: Error) => {
          if (!/is over/.test(error.message)) throw error;
        }),
      ),
    );
  }
  await until(async () => (await open(room.store)) === 0);
  await Promise.all(workers.map(one => one.stop(20_000)));
  const troubles = room.seen.filter(({kind}) => kind === "trouble");
  expect(troubles).toEqual([]);
  const ends = await room.store.db
    .selectFrom("events")
    .select(["subject", "kind"])
    .where("kind", "like", "run.%")
    .execute();
  expect(new Set(ends.map(({subject}) => subject)).size).toBe(ends.length);
  expect(ends.length).toBe(24);
  expect(await verifyEvents(room.store.db)).toEqual([]);
});

test("a thousand runs of a schedule that queues go one after the other, and only the first looks", async () => {
  room = await newsroom();
  const one = schedule({overlap: "queue", misfire: "all", what: {coins: ["nowhere"]}});
  const nominals = Array.from({length: 1000}, (_, k) => new Date(Date.UTC(2026, 0, 1, k)));
  await room.store.db.transaction().execute(async transaction => {
    await transaction
      .insertInto("schedules")
      .values({
        name: one.name,
        definition: JSON.stringify(one),
        since: nominals[0]!,
        through: nominals[0]!,
      })
      .execute();
    await planRuns(transaction, room.queue, {schedule: one, nominals, askedBy: "planner"});
  });
  room.work({concurrency: 4});
  const states = async () =>
    await room.store.db
      .selectFrom("runs")
      .select(["state", "nominal"])
      .orderBy("nominal")
      .execute();
  await until(async () => (await room.queue.depth()) < 10);
  const seen = await states();
  const waiting = seen.findIndex(({state}) => state === "waiting");
  expect(waiting).toBeGreaterThan(0);
  expect(seen.slice(waiting).every(({state}) => state === "waiting")).toBe(true);
  // Nobody but the first in line is in the queue.
  expect(await room.queue.depth()).toBeLessThan(10);
});

test.runIf(canMount())("a full disk is waited for, and what it stopped goes on", async () => {
  room = await newsroom();
  const blobs = join(room.folder, "blobs");
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m,mode=755", "tmpfs", blobs]);
  try {
    const ballast = join(blobs, ".ballast");
    const fill = () =>
      execFileSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=64k"], {stdio: "ignore"});
    expect(fill).toThrow();
    const id = await order();
    const worker = room.work();
    const task = async () => (await tasksOf(id))[0];
    await until(async () => /the disk is full/.test((await task())?.reason ?? ""));
    expect(await task()).toMatchObject({state: "waiting", failures: 0});
    rmSync(ballast);
    await until(() => over(id));
    expect(await runOf(id)).toMatchObject({state: "done", reason: null});
    await worker.stop(20_000);
  } finally {
    execFileSync("umount", ["-l", blobs]);
  }
});

/** Says aloud where the full disk cannot be tried. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "assay-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder], {stdio: "ignore"});
    execFileSync("umount", [folder]);
    return true;
  } catch {
    console.warn("SKIPPED: a full disk, for this user may not mount one");
    return false;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
