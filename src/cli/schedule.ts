import type {Project} from "../config/project.ts";
import {requireCoins} from "../jobs/coins.ts";
import {nextNominal, nominals} from "../jobs/nominals.ts";
import {durationText} from "../model/duration.ts";
import {UsageError} from "../model/errors.ts";
import {instantOf, seconds} from "../model/order.ts";
import type {Schedule} from "../model/schedule.ts";
import {listWithGuess} from "./options.ts";
import {projectOf} from "./settings.ts";
import {columns} from "./table.ts";

export interface ScheduleOptions {
  readonly from?: string;
  readonly until?: string;
  readonly config?: string | false;
  readonly json?: boolean;
}

interface Asked {
  /** All of the configuration, or the one that was named. */
  readonly schedules: readonly Schedule[];
  readonly options: ScheduleOptions;
  readonly now: Date;
}

/** What can be done with schedules, each by its name. */
const actions: Readonly<Record<string, (asked: Asked) => string>> = {list, next};

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
  if (action !== "next" && (options.from ?? options.until) !== undefined)
    throw new UsageError(`--from and --until go with schedule next, and not with ${action}`);
  const project = await projectOf(options);
  const schedules = named(name, project);
  await requireCoins(schedules, project.datasets);
  process.stdout.write(work({schedules, options, now: new Date()}));
  return 0;
}

function named(name: string | undefined, {schedules, file}: Project): readonly Schedule[] {
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

function list({schedules, options, now}: Asked): string {
  const entries = schedules.map(({order, ...rest}) => {
    const upcoming = nextNominal(rest.timing, now);
    return {...said(rest), ...order, next: upcoming ? seconds(upcoming) : null};
  });
  if (options.json) return `${JSON.stringify({schedules: entries})}\n`;
  if (schedules.length === 0) return "no schedules in the configuration\n";
  const rows = schedules.map((one, i) => [
    one.name,
    timingText(one),
    whatText(one),
    one.order.locale,
    one.order.edition ?? "–",
    entries[i]?.next ?? "never",
  ]);
  return columns(["schedule", "when", "what", "locale", "edition", "next"], rows);
}

/** A schedule by the words of the configuration. */
function said({timing, when, ...rest}: Omit<Schedule, "order">) {
  return {
    ...rest,
    ...("cron" in timing ? timing : {every: durationText(timing.everyMs)}),
    ...(when && {
      when: {newsworthiness: when.newsworthiness},
      rest: durationText(when.restMs),
    }),
  };
}

const timingText = ({timing}: Schedule) =>
  "cron" in timing ? `${timing.cron} ${timing.zone}` : `every ${durationText(timing.everyMs)}`;

function whatText({what, when}: Schedule): string {
  const above = when ? `, from ${when.newsworthiness}` : "";
  if ("scan" in what) return `${what.scan.write} of the top ${what.scan.top}${above}`;
  const coins = what.coins.length > 3 ? `${what.coins.length} coins` : what.coins.join(", ");
  return `${what.watch === undefined ? coins : `${what.watch}: ${coins}`}${above}`;
}

const day = 86_400_000;

function next({schedules, options, now}: Asked): string {
  const from = new Date(instantOf(options.from, now));
  const until = new Date(instantOf(options.until, new Date(from.getTime() + day)));
  if (until <= from)
    throw new UsageError(
      `--until is ${seconds(until)} and --from ${seconds(from)}: give an earlier --from or a later --until`,
    );
  const runs = schedules
    .flatMap(schedule => [...within(schedule, from, until)].map(nominal => ({schedule, nominal})))
    .toSorted(
      (a, b) =>
        a.nominal.getTime() - b.nominal.getTime() || (a.schedule.name < b.schedule.name ? -1 : 1),
    );
  if (options.json) {
    const told = runs.map(({schedule, nominal}) => ({
      schedule: schedule.name,
      nominal: seconds(nominal),
    }));
    return `${JSON.stringify({runs: told})}\n`;
  }
  if (runs.length === 0) return `nothing from ${seconds(from)} until ${seconds(until)}\n`;
  return columns(
    ["nominal", "schedule", "on its clock"],
    runs.map(({schedule, nominal}) => [
      seconds(nominal),
      schedule.name,
      clockText(schedule, nominal),
    ]),
  );
}

/** From `from`, and before `until`. */
const within = ({timing}: Schedule, from: Date, until: Date) =>
  nominals(timing, new Date(from.getTime() - 1), new Date(until.getTime() - 1));

function clockText({timing}: Schedule, nominal: Date): string {
  const zone = "cron" in timing ? timing.zone : "UTC";
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return `${clock.format(nominal)} ${zone}`;
}
