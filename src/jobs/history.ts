import type {Kysely} from "kysely";
import {sql} from "kysely";
import type {RunState, Tables} from "../store/tables.ts";

/** What a run made of one coin, or a scan of all. */
export interface PartOfRun {
  readonly coin: string;
  readonly state: string;
  readonly outcome?: string;
  readonly reason?: string;
  /** The draft's id, and that of its note. */
  readonly draft?: string;
  readonly note?: string;
}

/** A run of a schedule, as the ledger has it. */
export interface RunEntry {
  readonly kind: "run";
  readonly run: string;
  readonly schedule: string;
  readonly nominal: Date;
  readonly askedBy: string;
  readonly state: RunState;
  readonly reason?: string;
  /** From its beginning to its end. */
  readonly seconds?: number;
  readonly calls: number;
  readonly parts: readonly PartOfRun[];
}

/** Instants that had no run. */
export interface LeftOutEntry {
  readonly kind: "left-out";
  readonly schedule: string;
  readonly from: Date;
  readonly until: Date;
  readonly count: number;
  readonly why: string;
}

export type Entry = RunEntry | LeftOutEntry;

/** The newest runs of schedules, so many at most, and what was left out in that time; newest first. */
export async function history(
  db: Kysely<Tables>,
  {schedule, limit}: {readonly schedule?: string; readonly limit: number},
): Promise<Entry[]> {
  const runs = await runsOf(db, schedule, limit);
  const oldest = runs.length === limit ? runs.at(-1)?.nominal : undefined;
  const left = await leftOutOf(db, schedule, {since: oldest, limit});
  return [...runs, ...left].toSorted((a, b) => placeOf(b) - placeOf(a));
}

const placeOf = (entry: Entry) => (entry.kind === "run" ? entry.nominal : entry.until).getTime();

async function runsOf(
  db: Kysely<Tables>,
  schedule: string | undefined,
  limit: number,
): Promise<RunEntry[]> {
  let query = db
    .selectFrom("runs")
    .select(["id", "schedule", "nominal", "asked_by", "state", "reason", "began_at", "ended_at"])
    .where("schedule", "is not", null)
    .orderBy("nominal", "desc")
    .orderBy("id", "desc")
    .limit(limit);
  if (schedule !== undefined) query = query.where("schedule", "=", schedule);
  const rows = await query.execute();
  const parts = await partsOf(
    db,
    rows.map(({id}) => id),
  );
  return rows.map(({id, schedule, nominal, asked_by, state, reason, began_at, ended_at}) => {
    const own = parts.get(id) ?? [];
    return {
      kind: "run",
      run: id,
      schedule: schedule ?? "",
      nominal,
      askedBy: asked_by,
      state,
      ...(reason !== null && {reason}),
      ...(began_at && ended_at && {seconds: (ended_at.getTime() - began_at.getTime()) / 1000}),
      calls: own.reduce((sum, {calls}) => sum + calls, 0),
      parts: own.map(partOf),
    };
  });
}

async function partsOf(db: Kysely<Tables>, runs: readonly string[]) {
  if (runs.length === 0) return new Map<string, never[]>();
  const rows = await db
    .selectFrom("tasks")
    .leftJoin("drafts", "drafts.task", "tasks.id")
    .select(({selectFrom}) => [
      "tasks.run",
      "tasks.key",
      "tasks.state",
      "tasks.outcome",
      "tasks.reason",
      "drafts.id as draft",
      "drafts.note_id",
      selectFrom("steps")
        .whereRef("steps.task", "=", "tasks.id")
        .select(sql<number>`coalesce(sum(calls), 0)`.as("calls"))
        .as("calls"),
    ])
    .where("tasks.run", "in", runs)
    .orderBy("tasks.kind", "desc")
    .orderBy("tasks.key")
    .execute();
  return Map.groupBy(
    rows.map(row => ({...row, calls: row.calls ?? 0})),
    ({run}) => run,
  );
}

interface PartRow {
  readonly key: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly draft: string | null;
  readonly note_id: string | null;
}

const partOf = ({key, state, outcome, reason, draft, note_id}: PartRow): PartOfRun => ({
  coin: key,
  state,
  ...(outcome !== null && {outcome}),
  ...(reason !== null && {reason}),
  ...(draft !== null && {draft}),
  ...(note_id !== null && {note: note_id}),
});

async function leftOutOf(
  db: Kysely<Tables>,
  schedule: string | undefined,
  {since, limit}: {readonly since: Date | undefined; readonly limit: number},
): Promise<LeftOutEntry[]> {
  let query = db.selectFrom("left_out").selectAll().orderBy("last", "desc").limit(limit);
  if (schedule !== undefined) query = query.where("schedule", "=", schedule);
  if (since !== undefined) query = query.where("last", ">=", since);
  const rows = await query.execute();
  return rows.map(({schedule, first, last, count, why}) => ({
    kind: "left-out",
    schedule,
    from: first,
    until: last,
    count,
    why,
  }));
}
