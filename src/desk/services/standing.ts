import {type Kysely, sql} from "kysely";
import {priorities} from "../../jobs/job.ts";
import type {Tables} from "../../store/tables.ts";
import type {Standing} from "../metrics.ts";

/** How things stand in the store, which all processes share. */
export async function standing(db: Kysely<Tables>): Promise<Standing> {
  const open = await db
    .selectFrom("tasks")
    .innerJoin("runs", "runs.id", "tasks.run")
    .select(({fn}) => ["runs.priority", fn.countAll<number>().as("tasks")])
    .where("tasks.state", "=", "waiting")
    .groupBy("runs.priority")
    .execute();
  const ledger = await db
    .selectFrom("runs")
    .select(({fn}) => ["schedule", "state", fn.countAll<number>().as("runs")])
    .groupBy(["schedule", "state"])
    .execute();
  const calls = await db
    .selectFrom("calls")
    .select(["source", "calls"])
    .where("day", "=", sql<string>`(clock_timestamp() at time zone 'UTC')::date`)
    .execute();
  const {rows} = await sql<{oldest: number | null; workers: number; alarms: number}>`select
    (select extract(epoch from clock_timestamp() - min(nominal))::float8 from assay.runs
      where state = 'waiting') as oldest,
    (select count(*) from assay.workers
      where not stopping and seen_at > clock_timestamp() - interval '1 minute') as workers,
    (select count(*) from assay.alarms where cleared_at is null and kind in ('failed', 'late', 'silent'))
      as alarms`.execute(db);
  const {oldest = null, workers = 0, alarms = 0} = rows[0] ?? {};
  const queued = {urgent: 0, routine: 0};
  for (const {priority, tasks} of open)
    queued[priority >= priorities.urgent ? "urgent" : "routine"] += tasks;
  return {
    queued,
    oldestDueSeconds: Math.max(0, oldest ?? 0),
    workers,
    openAlarms: alarms,
    ledger,
    callsToday: Object.fromEntries(calls.map(({source, calls}) => [source, calls])),
  };
}
