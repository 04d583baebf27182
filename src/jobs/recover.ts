import {sql} from "kysely";
import type {Store} from "../store/open.ts";
import {beginRun, doTask} from "./job.ts";
import {type Queue, queueSchema} from "./queue.ts";

/** Any number that nobody else in the database locks. */
const recoverLock = 7_221_002;

interface Stranded {
  readonly id: string;
  readonly kind: "run" | "task";
  readonly priority: number;
  readonly after_ms: number;
}

/**
 * Gives every run whose turn it is and every task that is open a job where it has none: a lost job
 * strands nothing, and after a restore the queue follows from the ledger. Whoever does it at the same
 * time finds nothing left to do. Returns how many there were.
 */
export async function requeueOpen({db}: Store, queue: Queue): Promise<number> {
  return db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${recoverLock})`.execute(transaction);
    const job = sql.table(`${queueSchema}.job`);
    // Rows and jobs change together, so that one look at both tells who has none.
    const {rows} = await sql<Stranded>`
      with live as (
        select data ->> 'id' as id, data ->> 'kind' as kind from ${job}
        where state in ('created', 'retry', 'active')
      ), open as (
        -- Of the runs of a schedule the first in line: whoever leaves the line wakes the next.
        (select distinct on (coalesce(schedule, id::text)) id, 'run' as kind, priority, 0 as after_ms
          from assay.runs where state = 'waiting' order by coalesce(schedule, id::text), nominal)
        union all
        select t.id, 'task', r.priority,
          greatest(0, coalesce(extract(epoch from t.not_before - clock_timestamp()) * 1000, 0))::float8
        from assay.tasks t join assay.runs r on r.id = t.run
        where t.state in ('waiting', 'running')
      )
      select id, kind, priority, after_ms from open
      where not exists (select from live where live.id = open.id::text and live.kind = open.kind)
      order by id`.execute(transaction);
    await sql`
      update assay.tasks set state = 'waiting'
      where state = 'running' and id = any(${rows.map(({id}) => id)}::uuid[])`.execute(transaction);
    await queue.add(
      transaction,
      rows.map(({id, kind, priority, after_ms: afterMs}) => ({
        job: kind === "run" ? beginRun(id) : doTask(id),
        priority,
        afterMs,
      })),
    );
    return rows.length;
  });
}
