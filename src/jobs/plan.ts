import {type Kysely, sql} from "kysely";
import type {Schedule} from "../model/schedule.ts";
import {sources} from "../model/source.ts";
import type {Tables} from "../store/tables.ts";
import {nominals} from "./nominals.ts";
import {now} from "./runs.ts";
import {scheduleStates} from "./schedules.ts";

/** Calls to a source on a day of UTC. */
export interface DayOfCalls {
  readonly day: string;
  readonly source: string;
  /** By the runs that are due that day within the window, in whole calls. */
  readonly expected: number;
  /** Until now. */
  readonly made: number;
  /** What may be made in a day. */
  readonly budget?: number;
}

/** What the calls of tasks were so far, by `costKey`: a mean. */
export type Costs = ReadonlyMap<string, number>;

export interface Window {
  readonly from: Date;
  /** Not itself within it. */
  readonly until: Date;
}

/** The instants at which the schedule is due in the window. */
export const within = ({timing}: Schedule, {from, until}: Window): Iterable<Date> =>
  nominals(timing, new Date(from.getTime() - 1), new Date(until.getTime() - 1));

/** A note on one coin, or a scan of all. */
type Kind = "note" | "scan";
const costKey = (schedule: string, source: string, kind: Kind) => `${schedule} ${source} ${kind}`;

/** Runs that are older say little about the next. */
const recentDays = 30;

/** How many calls a note and a scan of each schedule took, on the mean of those that were done lately. */
async function pastCosts(db: Kysely<Tables>): Promise<Costs> {
  const {rows} = await sql<{schedule: string; source: string; kind: Kind; calls: number}>`
    select runs.schedule, tasks.order -> 'spec' ->> 'source' as source, tasks.kind,
      sum(done.calls)::float8 / count(*) as calls
    from assay.runs join assay.tasks on tasks.run = runs.id
    cross join lateral (
      select coalesce(sum(calls), 0) as calls from assay.steps where steps.task = tasks.id
    ) as done
    where runs.schedule is not null and tasks.state = 'done'
      and runs.nominal > clock_timestamp() - ${recentDays} * interval '1 day'
    group by 1, 2, 3`.execute(db);
  return new Map(
    rows.map(({schedule, source, kind, calls}) => [costKey(schedule, source, kind), calls]),
  );
}

/** Calls that were made in the days of the window, by day and source. */
async function madeCalls(
  db: Kysely<Tables>,
  {from, until}: Window,
): Promise<readonly Pick<DayOfCalls, "day" | "source" | "made">[]> {
  const rows = await db
    .selectFrom("calls")
    .select(["day", "source", "calls as made"])
    .where("day", ">=", dayOf(from))
    .where("day", "<", dayOf(new Date(until.getTime() + dayMs - 1)))
    .execute();
  return rows;
}

interface Known {
  readonly costs: Costs;
  readonly made: readonly Pick<DayOfCalls, "day" | "source" | "made">[];
  readonly budgets: Readonly<Record<string, number>>;
  /** What was due earlier today is among the calls that were made. */
  readonly now: Date;
}

/**
 * The calls that the schedules will make, by day and source: of what their runs took so far, and by a
 * guess where there was none. Recorded data are not called.
 */
export function planCalls(
  schedules: readonly Schedule[],
  window: Window,
  {costs, made, budgets, now}: Known,
): DayOfCalls[] {
  const expected = new Map<string, number>();
  for (const one of schedules) {
    const {source} = one.order;
    const calls = callsOf(one, costs);
    if (calls === 0) continue;
    for (const nominal of within(one, window)) {
      const day = dayOf(nominal);
      if (nominal <= now && day === dayOf(now)) continue;
      const key = `${day} ${source}`;
      expected.set(key, (expected.get(key) ?? 0) + calls);
    }
  }
  const spent = new Map(made.map(one => [`${one.day} ${one.source}`, one.made]));
  return [...expected]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, calls]) => {
      const [day = "", source = ""] = key.split(" ");
      const budget = budgets[source];
      return {
        day,
        source,
        expected: Math.ceil(calls),
        made: spent.get(key) ?? 0,
        ...(budget !== undefined && {budget}),
      };
    });
}

/** The same, by what the store knows of earlier runs. */
export async function planAhead(
  db: Kysely<Tables>,
  schedules: readonly Schedule[],
  window: Window,
  {budgets, now}: Pick<Known, "budgets" | "now">,
): Promise<DayOfCalls[]> {
  const [costs, made] = await Promise.all([pastCosts(db), madeCalls(db, window)]);
  return planCalls(schedules, window, {costs, made, budgets, now});
}

/** What is to be said now of the budgets of the next days, by the schedules in the store. */
export async function budgetWarnings(
  db: Kysely<Tables>,
  budgets: Readonly<Record<string, number>>,
): Promise<string[]> {
  const at = await now(db);
  const states = await scheduleStates(db);
  const schedules = states.filter(({paused}) => !paused).map(({schedule}) => schedule);
  const window = {from: at, until: new Date(at.getTime() + daysAhead * dayMs)};
  return overBudget(await planAhead(db, schedules, window, {budgets, now: at}), at);
}

const daysAhead = 7;

/** Of a run. */
function callsOf({name, what, order: {source}}: Schedule, costs: Costs): number {
  const cost = (kind: Kind, guess = 0) => costs.get(costKey(name, source, kind)) ?? guess;
  const {calls} = sources[source];
  const note = cost("note", calls?.note);
  if (!("scan" in what)) return what.coins.length * note;
  const {top, write} = what.scan;
  return cost("scan", calls?.scan(top)) + write * note;
}

/** What is to be said of days whose budget does not suffice. */
export const overBudget = (plan: readonly DayOfCalls[], now: Date): string[] =>
  plan.flatMap(({day, source, expected, made, budget}) => {
    const all = day < dayOf(now) ? Math.max(made, expected) : made + expected;
    if (budget === undefined || all <= budget) return [];
    const already = made > 0 ? ` (${made} of them made already)` : "";
    return [
      `${day}: about ${all} calls to ${source}${already}, and the budget is ${budget}: raise budgets.${source}, or have fewer runs that day`,
    ];
  });

const dayMs = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
