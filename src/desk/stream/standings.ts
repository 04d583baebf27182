import {type Kysely, sql} from "kysely";
import type {RunState, StepName, Tables} from "../../store/tables.ts";

/** How a run stands: its state, and of each part of it the step that was begun last. */
export type RunStanding = Readonly<{
  id: string;
  state: RunState;
  /** Absent where a person ordered it. */
  schedule?: string;
  steps: readonly {readonly coin?: string; readonly name: StepName; readonly outcome?: string}[];
}>;

/** So many parts are told; whoever wants the rest asks for the run. */
const mostSteps = 20;

/** How the runs stand that go on, and those that are named, by their ids. */
export async function standingsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
): Promise<Map<string, RunStanding>> {
  const {rows} = await sql<RunStanding & {schedule: string | null}>`
    select runs.id, runs.state, runs.schedule, (
      select coalesce(jsonb_agg(step), '[]') from (
        select jsonb_strip_nulls(jsonb_build_object(
          'coin', case kind when 'note' then key end, 'name', name, 'outcome', last.outcome)) as step
        from assay.tasks cross join lateral (
          select name, outcome from assay.steps where task = tasks.id
          order by began_at desc, attempt desc limit 1) as last
        where run = runs.id order by kind desc, key limit ${mostSteps}) as steps
      ) as steps
    from assay.runs where state = 'running' or id = any(${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({schedule, ...run}) => [run.id, {...run, ...(schedule !== null && {schedule})}]),
  );
}
