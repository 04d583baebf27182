import {sql} from "kysely";
import {afterAll, beforeAll, expect, test} from "vitest";
import {requeueOpen} from "../../src/jobs/recover.ts";
import {orderNote, planRuns} from "../../src/jobs/runs.ts";
import {type Newsroom, newsroom, schedule, until} from "./newsroom.ts";

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
});
afterAll(() => room?.close());

const order = (day: string) =>
  orderNote(room.store, room.queue, {
    spec: {coin: "gadget", source: "files", data: "recorded", asOf: day},
    askedBy: "ada",
  });
const loseJobs = () => sql`delete from assay_queue.job`.execute(room.store.db);
const requeue = () => requeueOpen(room.store, room.queue);
const states = async () => {
  const rows = await room.store.db.selectFrom("runs").select("state").execute();
  return rows.map(({state}) => state);
};

test("nothing that has its job gets another", async () => {
  await order("2026-03-17");
  expect(await requeue()).toBe(0);
  expect(await room.queue.depth()).toBe(1);
});

test("lost jobs are queued again, each once, whoever looks at the same time", async () => {
  for (const day of ["2026-03-18", "2026-03-19"]) await order(day);
  await loseJobs();
  const found = await Promise.all(Array.from({length: 6}, requeue));
  expect(found.reduce((sum, n) => sum + n, 0)).toBe(3);
  expect(await room.queue.depth()).toBe(3);
});

test("jobs that are lost again and again while workers are at them: every run is done, each once", async () => {
  room.work();
  let lost = 0;
  await until(async () => {
    if (lost < 6) {
      await loseJobs();
      lost += 1;
    }
    await requeue();
    return (await states()).every(state => state === "done");
  });
  const {db} = room.store;
  const drafts = await db.selectFrom("drafts").select("note_id").orderBy("note_id").execute();
  expect(drafts.map(({note_id}) => note_id)).toEqual([
    "2026-03-17-gadget",
    "2026-03-18-gadget",
    "2026-03-19-gadget",
  ]);
  await until(async () => (await room.queue.depth()) === 0);
  expect(await requeue()).toBe(0);
  expect(await db.selectFrom("drafts").select("id").execute()).toHaveLength(3);
});

test.each(["queue", "skip"] as const)(
  "runs of a schedule whose jobs are all lost come to their turn (overlap: %s)",
  async overlap => {
    const morning = schedule({name: overlap, overlap, what: {coins: ["gadget"]}});
    const {db} = room.store;
    const nominals = ["14", "15"].map(day => new Date(`2026-03-${day}T04:30:00Z`));
    await db.transaction().execute(async transaction => {
      const [since = new Date()] = nominals;
      await transaction
        .insertInto("schedules")
        .values({name: overlap, definition: JSON.stringify(morning), since, through: since})
        .execute();
      await planRuns(transaction, room.queue, {schedule: morning, nominals, askedBy: "planner"});
      await sql`delete from assay_queue.job`.execute(transaction);
    });
    expect(await requeue()).toBe(1);
    await until(async () => {
      const open = await db
        .selectFrom("runs")
        .select("id")
        .where("schedule", "=", overlap)
        .where("state", "in", ["waiting", "running"])
        .execute();
      return open.length === 0;
    });
    const over = await db
      .selectFrom("runs")
      .select("state")
      .where("schedule", "=", overlap)
      .execute();
    expect(over).toHaveLength(2);
    if (overlap === "queue") expect(over.every(({state}) => state === "done")).toBe(true);
  },
);
