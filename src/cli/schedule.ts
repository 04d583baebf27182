import {UsageError} from "../model/errors.ts";
import {listWithGuess} from "./options.ts";
import {stderrProgress} from "./progress.ts";
import type {Asked, ScheduleOptions} from "./scheduleAsked.ts";
import {list, next} from "./scheduleList.ts";
import {history, pause, resume, run} from "./scheduleRuns.ts";

/** What can be done with schedules, each by its name; it gives what is printed. */
const actions: Readonly<Record<string, (asked: Asked) => Promise<string>>> = {
  list,
  next,
  run,
  pause,
  resume,
  history,
};

/** Options that go with one action only. */
const own = {from: "next", until: "next", limit: "history"} as const;

/** @throws UsageError for an action or a schedule that there is not, and for coins unknown to their data */
export async function scheduleCommand(
  action: string,
  name: string | undefined,
  options: ScheduleOptions,
): Promise<number> {
  const work = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!work)
    throw new UsageError(
      `there is no "schedule ${action}": there are ${listWithGuess(action, Object.keys(actions))}`,
    );
  for (const [option, its] of Object.entries(own))
    if (its !== action && options[option as keyof typeof own] !== undefined)
      throw new UsageError(`--${option} goes with schedule ${its}, and not with ${action}`);
  const {note} = stderrProgress({quiet: options.quiet ?? false});
  process.stdout.write(await work({name, options, notify: note}));
  return 0;
}
