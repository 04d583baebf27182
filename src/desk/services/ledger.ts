import {type Kysely, sql} from "kysely";
import {z} from "zod";
import {priorities} from "../../jobs/job.ts";
import type {StepsTable, Tables, TasksTable} from "../../store/tables.ts";
import type {Run, Runs, RunsQuery} from "../api/shapes.ts";
import {withoutFlags} from "../withoutFlags.ts";
import {withoutPaths} from "../withoutPaths.ts";
import {microseconds, olderThan, pageOf, readCursor} from "./cursor.ts";
import {instantText} from "./instant.ts";

/** Runs as the store keeps them, newest first. */
export async function listRuns(
  db: Kysely<Tables>,
  {limit, cursor, schedule, state}: RunsQuery,
): Promise<Runs> {
  let query = runRows(db)
    .orderBy("nominal", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1);
  if (schedule !== undefined) query = query.where("schedule", "=", schedule);
  if (state !== undefined) query = query.where("state", "=", state);
  if (cursor !== undefined) query = query.where(olderThan("nominal", "id", readCursor(cursor)));
  const {page, ...next} = pageOf(await query.execute(), limit);
  return {runs: await told(db, page), ...next};
}

export async function findRun(db: Kysely<Tables>, id: string): Promise<Run | undefined> {
  if (!z.uuid().safeParse(id).success) return undefined;
  const [run] = await told(db, await runRows(db).where("id", "=", id).execute());
  return run;
}

const runRows = (db: Kysely<Tables>) =>
  db
    .selectFrom("runs")
    .select([
      "id",
      "state",
      "schedule",
      "nominal",
      "priority",
      "asked_by",
      "planned_at",
      "began_at",
      "ended_at",
      "reason",
      sql<string | null>`definition #>> '{spec,coin}'`.as("coin"),
      microseconds("nominal").as("place"),
    ]);

type RunRow = Awaited<ReturnType<ReturnType<typeof runRows>["execute"]>>[number];

async function told(db: Kysely<Tables>, rows: readonly RunRow[]): Promise<Run[]> {
  if (rows.length === 0) return [];
  const tasks = await db
    .selectFrom("tasks")
    .leftJoin("drafts", "drafts.task", "tasks.id")
    .select([
      "tasks.id",
      "tasks.run",
      "tasks.kind",
      "tasks.key",
      "tasks.state",
      "tasks.outcome",
      "tasks.reason",
      // One that is made again is of the task that made it first.
      sql<string | null>`coalesce(drafts.id::text, tasks."order" ->> 'draft')`.as("draft"),
    ])
    .where(
      "tasks.run",
      "in",
      rows.map(({id}) => id),
    )
    .orderBy("tasks.key")
    .execute();
  const steps = await stepsOf(
    db,
    tasks.map(({id}) => id),
  );
  const tasksOf = Map.groupBy(tasks, ({run}) => run);
  return rows.map(row => runOf(row, tasksOf.get(row.id) ?? [], steps));
}

async function stepsOf(db: Kysely<Tables>, tasks: readonly string[]) {
  if (tasks.length === 0) return new Map<string, Step[]>();
  const steps = await db
    .selectFrom("steps")
    .select(["task", "name", "began_at", "ended_at", "calls", "outcome", "reason"])
    .where("task", "in", tasks)
    .orderBy("began_at")
    .execute();
  return Map.groupBy(steps, ({task}) => task);
}

type Step = Pick<StepsTable, "task" | "name" | "began_at" | "ended_at" | "outcome" | "reason"> & {
  readonly calls: number;
};

type Task = Pick<TasksTable, "id" | "run" | "kind" | "key" | "state" | "outcome" | "reason"> & {
  readonly draft: string | null;
};

function runOf(row: RunRow, tasks: readonly Task[], stepsByTask: ReadonlyMap<string, Step[]>): Run {
  const steps = tasks.flatMap(({id, kind, key}) =>
    (stepsByTask.get(id) ?? []).map(step => ({...step, ...(kind === "note" && {coin: key})})),
  );
  const notes = tasks
    .filter(({kind}) => kind === "note")
    .map(({key, state, outcome, reason, draft}) => ({
      coin: key,
      state,
      ...(outcome !== null && {outcome}),
      ...why(reason),
      ...(draft !== null && {draft}),
    }));
  const scan = tasks.find(({kind}) => kind === "scan");
  const [only] = notes.length === 1 ? notes : [];
  return {
    id: row.id,
    state: row.state,
    ...(row.schedule !== null && {schedule: row.schedule}),
    nominal: instantText(row.nominal),
    priority: row.priority >= priorities.urgent ? "urgent" : "routine",
    by: row.asked_by,
    plannedAt: instantText(row.planned_at),
    ...at("startedAt", row.began_at),
    ...at("endedAt", row.ended_at),
    ...why(row.reason),
    ...(row.coin !== null && {coin: row.coin}),
    ...(scan && {scan: scan.state}),
    notes,
    steps: steps
      .toSorted((a, b) => a.began_at.getTime() - b.began_at.getTime())
      .map(({coin, name, began_at, ended_at, calls, outcome, reason}) => ({
        ...(coin !== undefined && {coin}),
        name,
        startedAt: instantText(began_at),
        ...at("endedAt", ended_at),
        calls,
        ...(outcome !== null && {outcome}),
        ...why(reason),
      })),
    calls: steps.reduce((sum, {calls}) => sum + calls, 0),
    ...(only?.outcome !== undefined && {outcome: only.outcome}),
    ...(only?.draft !== undefined && {draft: only.draft}),
  };
}

const at = <Name extends string>(name: Name, instant: Date | null) =>
  (instant === null ? {} : {[name]: instantText(instant)}) as {[N in Name]?: string};

/** Of a fault of ours its words: where in the code it was is for the store and the log. */
export const why = (reason: string | null) =>
  reason === null ? {} : {reason: withoutFlags(withoutPaths(reason.split("\n    at ")[0] ?? ""))};
