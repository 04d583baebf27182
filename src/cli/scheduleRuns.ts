import {displayText} from "../format/displayText.ts";
import {type Entry, history as historyOf, type PartOfRun, type RunEntry} from "../jobs/history.ts";
import {requireNames} from "../jobs/names.ts";
import {register} from "../jobs/register.ts";
import {
  isManned,
  runNow,
  type ScheduleState,
  scheduleStates,
  setPaused,
} from "../jobs/schedules.ts";
import {UsageError} from "../model/errors.ts";
import {seconds} from "../model/order.ts";
import {canonical} from "../store/events.ts";
import {actor} from "./actor.ts";
import {type OpenedStore, openNewsroom, openNewsroomStore, workspaceOf} from "./newsroom.ts";
import {listWithGuess} from "./options.ts";
import type {Asked} from "./scheduleAsked.ts";
import {said, standing} from "./scheduleText.ts";
import {columns} from "./table.ts";

/** Orders a run now. */
export async function run({name: given, options, notify}: Asked): Promise<string> {
  const name = required(given, "run");
  await using room = await openNewsroom(options, notify);
  const {store, queue} = room;
  await requireKnown(room, name, notify);
  const id = await runNow(store, queue, {name, by: actor()});
  if (id === undefined) throw gone(name);
  if (!(await isManned(store.db)))
    notify("nobody works on this store now: the run waits for an assay desk or an assay worker");
  return options.json ? `${JSON.stringify({run: id})}\n` : `run ${id} is ordered\n`;
}

export const pause = (asked: Asked): Promise<string> => pausedOr(asked, true);
export const resume = (asked: Asked): Promise<string> => pausedOr(asked, false);

async function pausedOr({name: given, options, notify}: Asked, paused: boolean): Promise<string> {
  const name = required(given, paused ? "pause" : "resume");
  await using room = await openNewsroomStore(options, notify);
  await requireKnown(room, name, notify);
  const state = await setPaused(room.store, {name, paused, by: actor()});
  if (!state) throw gone(name);
  return options.json ? `${JSON.stringify(stateOf(state))}\n` : stateText(state);
}

const stateOf = (state: ScheduleState) => ({
  ...said(state.schedule),
  ...standing(state),
  next: state.next ? seconds(state.next) : null,
});

function stateText({schedule: {name}, paused, next}: ScheduleState): string {
  if (paused) return `${name} is paused by ${paused.by} since ${seconds(paused.at)}\n`;
  return `${name} goes on: next ${next ? seconds(next) : "never"}\n`;
}

const defaultLimit = 20;

/** The newest runs of the schedules, and between them what was left out. */
export async function history({name, options, notify}: Asked): Promise<string> {
  await using room = await openNewsroomStore(options, notify);
  const entries = await historyOf(room.store.db, {
    limit: options.limit ?? defaultLimit,
    ...(name !== undefined && {schedule: name}),
  });
  // One that is removed has a history as well.
  if (name !== undefined && entries.length === 0) await heldOrConfigured(room, name);
  if (options.json) return `${JSON.stringify(entriesOf(entries))}\n`;
  if (entries.length === 0) return "no run of a schedule yet\n";
  return columns(
    ["nominal", "schedule", "state", "seconds", "calls", "made"],
    entries.map(entryText),
  );
}

/** For machines: instants to the second. */
function entriesOf(entries: readonly Entry[]) {
  const runs = entries
    .filter(entry => entry.kind === "run")
    .map(({kind: _, nominal, ...rest}) => ({...rest, nominal: seconds(nominal)}));
  const leftOut = entries
    .filter(entry => entry.kind === "left-out")
    .map(({kind: _, from, until, ...rest}) => ({
      ...rest,
      from: seconds(from),
      until: seconds(until),
    }));
  return {runs, leftOut};
}

function entryText(entry: Entry): string[] {
  if (entry.kind === "run")
    return [
      seconds(entry.nominal),
      entry.schedule,
      entry.state,
      entry.seconds?.toFixed(1) ?? "–",
      `${entry.calls}`,
      madeText(entry),
    ];
  const {schedule, from, until, count, why} = entry;
  const back = count === 1 ? "" : `${count} back to ${seconds(from)}, `;
  return [seconds(until), schedule, "left out", "–", "–", `${back}${why}`];
}

function madeText({parts, reason, askedBy}: RunEntry): string {
  const made = parts.map(
    part => part.note ?? `${part.coin}: ${part.outcome ?? part.state}${whyText(part)}`,
  );
  const by = askedBy === "planner" ? [] : [`asked by ${askedBy}`];
  const why = reason === undefined ? [] : [firstLine(reason)];
  return [...made, ...by, ...why].join(", ") || "–";
}

const whyText = ({reason}: PartOfRun) => (reason === undefined ? "" : ` (${firstLine(reason)})`);

/** Reasons can hold where in the code a fault of ours was. */
const firstLine = (reason: string) => displayText(reason.split("\n")[0] ?? "", 300);

function required(name: string | undefined, action: string): string {
  if (name !== undefined) return name;
  throw new UsageError(
    `schedule ${action} needs the name of a schedule: assay schedule list shows them`,
  );
}

/** Sees to it that the store has the schedule, for no desk may have read the configuration yet. */
async function requireKnown(
  room: OpenedStore,
  name: string,
  notify: (notice: string) => void,
): Promise<void> {
  const {held, configured} = await heldOrConfigured(room, name);
  if (!configured) return;
  if (!held) {
    await requireNames([configured], workspaceOf(room.project));
    await register(room.store, {schedules: [configured], by: actor(), alone: true});
  } else if (canonical(configured) !== canonical(held))
    notify(
      `${name} is another in the configuration than the newsroom has it: the change holds once a desk has read it, by SIGHUP or at its start`,
    );
}

/**
 * The schedule as the store has it, and as the configuration says it.
 *
 * @throws UsageError where neither has it
 */
async function heldOrConfigured({store, project: {schedules}}: OpenedStore, name: string) {
  const states = await scheduleStates(store.db);
  const held = states.find(({schedule}) => schedule.name === name)?.schedule;
  const configured = schedules.find(one => one.name === name);
  if (held ?? configured) return {held, configured};
  const all = [...states.map(({schedule}) => schedule), ...schedules];
  const names = [...new Set(all.map(one => one.name))];
  throw new UsageError(
    names.length === 0
      ? `there is no schedule "${name}": neither the store nor a configuration has any`
      : `there is no schedule "${name}": there are ${listWithGuess(name, names)}`,
  );
}

/** Between two looks. */
const gone = (name: string) =>
  new UsageError(`the schedule ${name} was just removed from the newsroom: name another`);
