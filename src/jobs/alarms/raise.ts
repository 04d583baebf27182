import {randomUUID} from "node:crypto";
import {type Kysely, sql, type Transaction} from "kysely";
import type {Alarm} from "../../model/alarm.ts";
import type {Tables} from "../../store/tables.ts";
import {now} from "../runs.ts";
import {type Look, type Notice, notices, ofRun} from "./notices.ts";

/** Any number that nobody else in the database locks. */
const watchLock = 7_221_020;

/** What is an alarm until it is mended. */
const troubles = ["failed", "late", "silent"] as const;

export interface Watch extends Pick<Look, "lateAfterMs" | "silentAfterMs" | "budgets"> {
  /** Who is told of what goes wrong, by the names of their channels. */
  readonly channels: readonly string[];
}

/**
 * Looks once at runs, schedules, drafts and budgets, and raises what is to be told, for each of its
 * channels. One looks at a time; whoever comes meanwhile leaves it at that. Returns what was raised.
 */
export async function lookAround(db: Kysely<Tables>, watch: Watch): Promise<Alarm[]> {
  return db.transaction().execute(async transaction => {
    const {rows} = await sql<{ours: boolean}>`
      select pg_try_advisory_xact_lock(${watchLock}) as ours`.execute(transaction);
    if (!rows[0]?.ours) return [];
    const at = await now(transaction);
    const look = {...watch, db: transaction, at};
    const raised = await raise(transaction, at, watch.channels, await notices(look));
    const well = await raise(transaction, at, watch.channels, await recoveries(transaction));
    await clearWithoutNews(transaction);
    return [...raised, ...well];
  });
}

/** Keeps those that are not yet known, each with its deliveries. */
export async function raise(
  transaction: Transaction<Tables>,
  at: Date,
  receivers: readonly string[],
  found: readonly Notice[],
): Promise<Alarm[]> {
  const raised: Alarm[] = [];
  for (const {key, about, channels = receivers} of found) {
    const alarm: Alarm = {...about, id: randomUUID(), at: at.toISOString()};
    const lasts = troubles.some(kind => kind === alarm.kind);
    const kept = await transaction
      .insertInto("alarms")
      .values({
        id: alarm.id,
        key,
        kind: alarm.kind,
        body: JSON.stringify(alarm),
        raised_at: at,
        cleared_at: lasts ? null : at,
      })
      .onConflict(conflict => conflict.column("key").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!kept) continue;
    raised.push(alarm);
    const rows = [...new Set(channels)].map(channel => ({
      alarm: alarm.id,
      channel,
      state: "waiting" as const,
    }));
    if (rows.length > 0) await transaction.insertInto("deliveries").values(rows).execute();
  }
  return raised;
}

/** Schedules whose alarms a run has mended that was due with them or later and is done; clears these. */
async function recoveries(transaction: Transaction<Tables>): Promise<Notice[]> {
  const {rows} = await sql<{schedule: string; run: string; kinds: string[]}>`
    update assay.alarms set cleared_at = clock_timestamp()
    from (
      select distinct on (schedule) schedule, id as run, nominal from assay.runs
      where state = 'done' and schedule in (
        select body ->> 'schedule' from assay.alarms where cleared_at is null)
      order by schedule, nominal desc
    ) as well
    where cleared_at is null and body ->> 'schedule' = well.schedule
      and (body ->> 'nominal')::timestamptz <= well.nominal
    returning well.schedule, well.run, array[alarms.kind] as kinds`.execute(transaction);
  const kinds = Map.groupBy(rows, ({run}) => run);
  if (kinds.size === 0) return [];
  const runs = await transaction
    .selectFrom("runs")
    .select(["id", "schedule", "nominal", "definition"])
    .where("id", "in", [...kinds.keys()])
    .execute();
  return runs.map(run => ({
    key: `recovered:${run.id}`,
    about: {
      kind: "recovered",
      ...ofRun(run),
      reason: `it is done; before, it was ${[...new Set((kinds.get(run.id) ?? []).flatMap(row => row.kinds))].join(" and ")}`,
      next: "nothing: this is for whoever was told before",
    },
  }));
}

/** Nothing mends what was ordered by hand and is over, nor a schedule that is no more. */
async function clearWithoutNews(transaction: Transaction<Tables>): Promise<void> {
  await sql`
    update assay.alarms set cleared_at = clock_timestamp()
    where cleared_at is null and (
      (body ->> 'schedule' is null and not exists (
        select from assay.runs where id = (body ->> 'run')::uuid and state in ('waiting', 'running')))
      or body ->> 'schedule' in (select name from assay.schedules where removed_at is not null))`.execute(
    transaction,
  );
}
