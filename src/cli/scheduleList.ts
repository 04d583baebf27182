import type {Project} from "../config/project.ts";
import {requireNames} from "../jobs/names.ts";
import {nextNominal} from "../jobs/nominals.ts";
import {
  type DayOfCalls,
  overBudget,
  planAhead,
  planCalls,
  type Window,
  within,
} from "../jobs/plan.ts";
import {type ScheduleState, scheduleStates} from "../jobs/schedules.ts";
import {ExpectedError, UsageError} from "../model/errors.ts";
import {instantOf, seconds} from "../model/order.ts";
import type {Schedule} from "../model/schedule.ts";
import type {Store} from "../store/open.ts";
import {hasStore, openNewsroomStore, workspaceOf} from "./newsroom.ts";
import {listWithGuess} from "./options.ts";
import type {Asked} from "./scheduleAsked.ts";
import {clockText, said, standing, timingText, whatText} from "./scheduleText.ts";
import {projectOf} from "./settings.ts";
import {columns} from "./table.ts";

/** Every schedule: what it makes, when, how it stands, and what comes next. */
export const list = (asked: Asked): Promise<string> =>
  looked(asked, async look => listed(asked, look));

function listed({options}: Asked, {schedules, states}: Look): string {
  const now = new Date();
  const entries = schedules.map(schedule => {
    const state: Pick<ScheduleState, "paused" | "last"> = states.get(schedule.name) ?? {};
    const upcoming = state.paused ? undefined : nextNominal(schedule.timing, now);
    return {schedule, state, next: upcoming && seconds(upcoming)};
  });
  if (options.json) {
    const told = entries.map(({schedule, state, next}) => ({
      ...said(schedule),
      ...standing(state),
      next: next ?? null,
    }));
    return `${JSON.stringify({schedules: told})}\n`;
  }
  if (schedules.length === 0) return "no schedules in the configuration\n";
  return columns(
    ["schedule", "when", "what", "locale", "edition", "last", "next"],
    entries.map(({schedule, state: {paused, last}, next}) => [
      schedule.name,
      timingText(schedule),
      whatText(schedule),
      schedule.order.locale,
      schedule.order.edition ?? "–",
      last ? `${seconds(last.nominal)} ${last.state}` : "–",
      paused ? `paused by ${paused.by}` : (next ?? "never"),
    ]),
  );
}

const day = 86_400_000;

/** What is due when, and how many calls that takes. */
export async function next(asked: Asked): Promise<string> {
  const now = new Date();
  const from = new Date(instantOf(asked.options.from, now));
  const until = new Date(instantOf(asked.options.until, new Date(from.getTime() + day)));
  if (until <= from)
    throw new UsageError(
      `--until is ${seconds(until)} and --from ${seconds(from)}: give an earlier --from or a later --until`,
    );
  return looked(asked, async look => upcoming(asked, look, {from, until}, now));
}

async function upcoming(
  {options, notify}: Asked,
  {project: {budgets}, schedules, states, store}: Look,
  window: Window,
  now: Date,
): Promise<string> {
  const going = schedules.filter(({name}) => {
    const paused = states.get(name)?.paused;
    if (paused) notify(`${name} is paused by ${paused.by}, and not among them`);
    return !paused;
  });
  const calls = store
    ? await planAhead(store.db, going, window, {budgets, now})
    : planCalls(going, window, {costs: new Map(), made: [], budgets, now});
  for (const warning of overBudget(calls, now)) notify(`warning: ${warning}`);
  const runs = going
    .flatMap(schedule => [...within(schedule, window)].map(nominal => ({schedule, nominal})))
    .toSorted(
      (a, b) =>
        a.nominal.getTime() - b.nominal.getTime() || (a.schedule.name < b.schedule.name ? -1 : 1),
    );
  if (options.json) {
    const told = runs.map(({schedule, nominal}) => ({
      schedule: schedule.name,
      nominal: seconds(nominal),
    }));
    return `${JSON.stringify({runs: told, calls})}\n`;
  }
  if (runs.length === 0)
    return `nothing from ${seconds(window.from)} until ${seconds(window.until)}\n`;
  const table = columns(
    ["nominal", "schedule", "on its clock"],
    runs.map(({schedule, nominal}) => [
      seconds(nominal),
      schedule.name,
      clockText(schedule, nominal),
    ]),
  );
  return calls.length === 0 ? table : `${table}\n${callsText(calls)}`;
}

const callsText = (calls: readonly DayOfCalls[]) =>
  columns(
    ["day", "calls to", "expected", "made", "budget"],
    calls.map(({day, source, expected, made, budget}) => [
      day,
      source,
      `about ${expected}`,
      `${made}`,
      budget === undefined ? "none" : `${budget}`,
    ]),
  );

interface Look {
  readonly project: Project;
  /** Those that the configuration names; where there is none, those of the store. */
  readonly schedules: readonly Schedule[];
  /** By name; empty where no store is there. */
  readonly states: ReadonlyMap<string, ScheduleState>;
  readonly store: Store | undefined;
}

/** Looks at the configuration, and at the store where one is there: neither command needs it. */
async function looked(
  {name, options, notify}: Asked,
  work: (look: Look) => Promise<string>,
): Promise<string> {
  const project = await projectOf(options);
  await using opened = (await hasStore(options, project))
    ? await openNewsroomStore(options, notify).catch(error => {
        if (!(error instanceof ExpectedError)) throw error;
        notify(`${error.message}. How the schedules stand is not known`);
        return undefined;
      })
    : undefined;
  const found = opened ? await scheduleStates(opened.store.db) : [];
  const states = new Map(found.map(state => [state.schedule.name, state]));
  const known =
    project.file === undefined ? found.map(({schedule}) => schedule) : project.schedules;
  const schedules = named(name, known, project);
  await requireNames(schedules, workspaceOf(project));
  // Before the store is closed.
  return await work({project, schedules, states, store: opened?.store});
}

function named(
  name: string | undefined,
  schedules: readonly Schedule[],
  {file}: Project,
): readonly Schedule[] {
  const found = schedules.filter(one => name === undefined || one.name === name);
  if (found.length > 0 || (name === undefined && file !== undefined)) return found;
  if (schedules.length === 0)
    throw new UsageError(
      `there are no schedules${file === undefined ? ", for there is no configuration here: begin one with assay init, or name one with --config" : ` in ${file}`}`,
    );
  throw new UsageError(
    `there is no schedule "${name}": there are ${listWithGuess(
      name ?? "",
      schedules.map(one => one.name),
    )}`,
  );
}
