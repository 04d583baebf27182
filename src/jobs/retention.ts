import {sql} from "kysely";
import {completeAnswers} from "../store/answers.ts";
import type {Blobs} from "../store/blobs/blobs.ts";
import {type Swept, sweepBlobs} from "../store/blobs/sweep.ts";
import type {Store} from "../store/open.ts";

/** How much of the ledger is kept; the stricter of the two holds. */
export interface Retention {
  /** After their end. */
  readonly days: number;
  /** The newest of all that are over. */
  readonly runs: number;
}

/** How much of each was removed. */
export interface Pruned extends Swept {
  readonly runs: number;
  readonly leftOut: number;
  readonly alarms: number;
  readonly hookDeliveries: number;
  readonly workers: number;
  /** With the address and the browser that each came from. */
  readonly sessions: number;
  /** Links that let nobody in any more, with the address that they were for. */
  readonly links: number;
  readonly snapshots: number;
  /** Snapshots whose manifest is damaged: while there are any, no blob is removed. */
  readonly damaged: readonly string[];
}

/** In one transaction, so that none is long. */
const atOnce = 1_000;

/**
 * Removes what is old: runs that are over with their tasks and steps, what was left out, alarms that
 * are cleared and told, what hooks were told, workers that are gone, links that let nobody in any more;
 * sessions as soon as they have ended; then snapshots and blobs that nothing refers to.
 * Drafts, their snapshots and their events stay. What ended within a day stays whatever the number,
 * and so does the newest run of each schedule, and those that a rest period still looks back to.
 */
export async function prune({db}: Store, blobs: Blobs, {days, runs}: Retention): Promise<Pruned> {
  const old = sql`clock_timestamp() - make_interval(days => ${days})`;

  /** Removes so many at a time of those that the query gives a place in the table. */
  async function remove(table: string, which: ReturnType<typeof sql>): Promise<number> {
    const rows = sql.table(`assay.${table}`);
    for (let removed = 0; ; ) {
      const {numAffectedRows = 0n} = await sql`
        delete from ${rows} where ctid = any(array(${which} limit ${atOnce}))`.execute(db);
      if (numAffectedRows === 0n) return removed;
      removed += Number(numAffectedRows);
    }
  }

  const removed = {
    runs: await remove(
      "runs",
      sql`select r.ctid from assay.runs r left join assay.schedules s on s.name = r.schedule
        where r.ended_at < clock_timestamp() - interval '1 day'
          and (r.ended_at < ${old} or r.ended_at < (
            select ended_at from assay.runs where ended_at is not null
            order by ended_at desc offset ${Math.max(0, runs - 1)} limit 1))
          and (r.schedule is null or (
            r.nominal < (select max(nominal) from assay.runs where schedule = r.schedule)
            and r.nominal < clock_timestamp() - make_interval(
              secs => coalesce((s.definition #>> '{when,restMs}')::float8, 0) / 1000)))`,
    ),
    leftOut: await remove("left_out", sql`select ctid from assay.left_out where noted_at < ${old}`),
    alarms: await remove(
      "alarms",
      sql`select ctid from assay.alarms a where cleared_at < ${old} and not exists (
        select from assay.deliveries where alarm = a.id and state = 'waiting')`,
    ),
    hookDeliveries: await remove(
      "hook_deliveries",
      sql`select ctid from assay.hook_deliveries where made_at < ${old} and state <> 'waiting'`,
    ),
    workers: await remove("workers", sql`select ctid from assay.workers where seen_at < ${old}`),
    sessions: await remove(
      "sessions",
      sql`select ctid from assay.sessions where expires_at < clock_timestamp()`,
    ),
    links: await remove(
      "invitations",
      sql`select ctid from assay.invitations
        where least(used_at, withdrawn_at, expires_at) < ${old}`,
    ),
    snapshots: await remove(
      "snapshots",
      sql`select ctid from assay.snapshots s where kept_at < clock_timestamp() - interval '1 day'
        and not exists (select from assay.tasks where snapshot = s.sha256)
        and not exists (select from assay.drafts where snapshot = s.sha256)
        and not exists (select from assay.revisions where snapshot = s.sha256)`,
    ),
  };
  const damaged = await completeAnswers(db, blobs);
  const swept = damaged.length > 0 ? {condemned: 0, removed: 0} : await sweepBlobs(db, blobs);
  return {...removed, ...swept, damaged};
}
