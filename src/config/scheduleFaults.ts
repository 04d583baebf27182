import {cronFault} from "../model/cron.ts";
import {nearest} from "../model/nearest.ts";
import {type Schedule, scheduleSources} from "../model/schedule.ts";
import {universeKinds} from "../model/source.ts";
import type {ScheduleConfig, Settled} from "./schema.ts";

/** Something that cannot be: in which field, and what would be right. */
export interface ScheduleFault {
  readonly path: readonly string[];
  readonly says: string;
}

/** What of a schedule, and of its names for other things, cannot be; paths start from it. */
export function faultsOf(schedule: ScheduleConfig, config: Settled): ScheduleFault[] {
  return [
    ...timingFaults(schedule),
    ...whatFaults(schedule, config),
    ...orderFaults(schedule, config),
  ];
}

const fault = (path: string, says: string): ScheduleFault => ({path: path.split("."), says});

function timingFaults({cron, zone, every, when, rest}: ScheduleConfig): ScheduleFault[] {
  const faults: ScheduleFault[] = [];
  if ((cron === undefined) === (every === undefined))
    faults.push({
      path: [],
      says: "it needs either cron, such as 30 7 * * 1-5, or every, such as 2h",
    });
  const unreadable = cron === undefined ? undefined : cronFault(cron);
  if (unreadable !== undefined) faults.push(fault("cron", unreadable));
  if (zone !== undefined && cron === undefined)
    faults.push(fault("zone", "it goes with cron; every counts in UTC"));
  if (zone !== undefined && !isZone(zone))
    faults.push(
      fault("zone", `there is no such zone${guess(zone, zones())}; one is Europe/Istanbul`),
    );
  if (rest !== undefined && when === undefined)
    faults.push(fault("rest", "it goes with when, such as when: {newsworthiness: 2}"));
  return faults;
}

function whatFaults(schedule: ScheduleConfig, config: Settled): ScheduleFault[] {
  const {what, targets, approve} = schedule;
  const faults: ScheduleFault[] = [];
  const kinds = [what.coins, what.watch, what.scan].filter(one => one !== undefined);
  if (kinds.length !== 1)
    faults.push(fault("what", "it needs one of coins, watch and scan, and only one"));
  if (what.watch !== undefined && !Object.hasOwn(config.lists, what.watch))
    faults.push(fault("what.watch", unknown(what.watch, "list", config.lists)));
  faults.push(...doubled(["what", "coins"], what.coins ?? []));
  if (what.scan && what.scan.write > what.scan.top)
    faults.push(
      fault("what.scan.write", `there are only ${what.scan.top} coins to write of (top)`),
    );
  const asked = sourceOf(schedule, config);
  if (what.scan && !universeKinds.some(kind => kind === asked))
    faults.push(
      fault(
        "what.scan",
        `${asked} knows no universe of coins to scan: give source as ${universeKinds.join(" or ")}`,
      ),
    );
  targets.forEach((name, i) => {
    if (!Object.hasOwn(config.targets, name))
      faults.push(fault(`targets.${i}`, unknown(name, "target", config.targets)));
    const home = config.targets[name]?.home;
    if (home !== undefined && !targets.includes(home))
      faults.push(fault(`targets.${i}`, `its home is ${home}, which has to be among them`));
  });
  if (approve && targets.length === 0)
    faults.push(fault("approve", 'it goes with targets, such as targets: ["blog"]'));
  return faults;
}

function orderFaults(schedule: ScheduleConfig, config: Settled): ScheduleFault[] {
  const {data} = schedule;
  const datasets = config.datasets ?? {};
  if (data !== undefined && !Object.hasOwn(datasets, data))
    return [
      fault("data", `${unknown(data, "data set", datasets)}; give a folder a name in datasets`),
    ];
  const asked = sourceOf(schedule, config);
  const known = data ?? config.data;
  if (asked !== "files")
    return data === undefined ? [] : [fault("data", `${asked} takes none: give source as files`)];
  return known !== undefined && Object.hasOwn(datasets, known)
    ? []
    : [{path: [], says: `source files needs data by a name from datasets, ${formFor(known)}`}];
}

/** How the configuration would have to be, with the folder that it has. */
function formFor(folder = "data/prices"): string {
  const [name = ""] = folder.match(/[\w-]+(?=\/*$)/) ?? ["prices"];
  return `such as datasets: {${JSON.stringify(name.toLowerCase())}: ${JSON.stringify(folder)}}, data: ${JSON.stringify(name.toLowerCase())}`;
}

/** The source that it asks: its own, that of its data, or else the project's, unless that is a snapshot. */
export function sourceOf(
  {source, data}: ScheduleConfig,
  config: Settled,
): Schedule["order"]["source"] {
  if (source !== undefined) return source;
  if (data !== undefined) return "files";
  return scheduleSources.find(kind => kind === config.source) ?? "coingecko";
}

/** A coin that stands in a list twice. */
export function doubled(path: readonly string[], coins: readonly string[]): ScheduleFault[] {
  const [twice] = coins.filter((coin, i) => coins.indexOf(coin) !== i);
  return twice === undefined ? [] : [{path, says: `${twice} stands there twice`}];
}

export const unknown = (name: string, kind: string, known: object) => {
  const names = Object.keys(known);
  const there = names.length > 0 ? `there are ${names.join(", ")}` : "there is none";
  return `there is no ${kind} of that name${guess(name, names)}; ${there}`;
};

export function guess(typed: string, known: readonly string[]): string {
  const [near] = nearest(typed, known, one => [one, one.split("/").at(-1) ?? one], 1);
  return near === undefined ? "" : `; did you mean ${near}?`;
}

export const zones = () => Intl.supportedValuesOf("timeZone");

export function isZone(name: string): boolean {
  // Offsets are zones to Intl, and to no calendar.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat(undefined, {timeZone: name}));
  } catch {
    return false;
  }
}
