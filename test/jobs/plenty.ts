import type {Queue} from "../../src/jobs/queue.ts";
import {planRuns} from "../../src/jobs/runs.ts";
import {addDays} from "../../src/model/day.ts";
import type {Store} from "../../src/store/open.ts";
import {schedule} from "./newsroom.ts";

const coins = ["gadget", "ethereum", "ripple"];
/** Of the made-up data, with enough days before them. */
const days = 120;

/**
 * Plans so many runs over the made-up data, each of `notes` notes: no two notes are of the same coin
 * and day unless there are more than the data have.
 */
export async function planPlenty(
  {db}: Store,
  queue: Queue,
  {runs, notes, name = "plenty"}: {runs: number; notes: number; name?: string},
): Promise<void> {
  for (let k = 0; k < runs; k++) {
    const first = coins.slice(k % coins.length).concat(coins);
    const nominal = new Date(`${addDays("2026-03-20", -((k * 7) % days))}T04:30:00Z`);
    const one = schedule({name: `${name}-${k}`, what: {coins: first.slice(0, notes)}});
    await db.transaction().execute(async transaction => {
      await transaction
        .insertInto("schedules")
        .values({name: one.name, definition: JSON.stringify(one), since: nominal, through: nominal})
        .execute();
      await planRuns(transaction, queue, {schedule: one, nominals: [nominal], askedBy: "planner"});
    });
  }
}

/** How many tasks and runs are open. */
export async function open({db}: Store): Promise<number> {
  const count = async (table: "runs" | "tasks") => {
    const {open} = await db
      .selectFrom(table)
      .select(({fn}) => fn.countAll<number>().as("open"))
      .where("state", "in", ["waiting", "running"])
      .executeTakeFirstOrThrow();
    return open;
  };
  return (await count("runs")) + (await count("tasks"));
}
