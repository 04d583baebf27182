import {defaultLocale} from "../model/locale.ts";
import type {Schedule, Timing} from "../model/schedule.ts";
import {doubled, faultsOf, type ScheduleFault, sourceOf} from "./scheduleFaults.ts";
import type {ScheduleConfig, Settled} from "./schema.ts";
import {targetFaults} from "./targetFaults.ts";

/**
 * The schedules of a configuration with nothing left open: watch lists as they are now, defaults of the
 * project, editions that tell their notes apart. And all that cannot be.
 */
export function settleSchedules(config: Settled): {
  readonly schedules: readonly Schedule[];
  readonly faults: readonly ScheduleFault[];
} {
  const faults = [
    ...Object.entries(config.lists).flatMap(([name, coins]) => doubled(["lists", name], coins)),
    ...targetFaults(config),
    ...Object.entries(config.schedules).flatMap(([name, one]) =>
      faultsOf(one, config).map(({path, says}) => ({path: ["schedules", name, ...path], says})),
    ),
  ];
  if (faults.length > 0) return {schedules: [], faults};
  const plain = Object.entries(config.schedules).map(([name, one]) =>
    toSchedule(name, one, config),
  );
  return toldApart(plain);
}

const day = 86_400_000;

function toSchedule(name: string, one: ScheduleConfig, config: Settled): Schedule {
  const source = sourceOf(one, config);
  const data = one.data ?? config.data;
  return {
    name,
    timing: timingOf(one),
    what: whatOf(one, config),
    order: {
      source,
      ...(source === "files" && data !== undefined && {data}),
      locale: one.locale ?? config.locale ?? defaultLocale,
      template: one.template ?? config.template ?? "coin-note",
      paper: config.paper ?? "A4",
      ...(one.edition !== undefined && {edition: one.edition}),
    },
    ...(one.when && {when: {...one.when, restMs: one.rest ?? day}}),
    targets: one.targets,
    ...(one.approve && {approve: one.approve}),
    tell: one.tell,
    misfire: one.misfire,
    overlap: one.overlap ?? (one.misfire === "all" ? "queue" : "skip"),
    priority: one.priority,
  };
}

const timingOf = ({cron, zone, every}: ScheduleConfig): Timing =>
  cron === undefined ? {everyMs: every ?? day} : {cron, zone: zone ?? "UTC"};

function whatOf({what: {coins, watch, scan}}: ScheduleConfig, {lists}: Settled): Schedule["what"] {
  if (scan) return {scan};
  if (watch !== undefined) return {coins: lists[watch] ?? [], watch};
  return {coins: coins ?? []};
}

/**
 * No two of them make a note of one id: where an earlier one could, a schedule without an edition takes
 * its name as such.
 */
function toldApart(plain: readonly Schedule[]) {
  const schedules: Schedule[] = [];
  const faults: ScheduleFault[] = [];
  for (const one of plain) {
    const edition = one.order.edition ?? asEdition(one.name);
    const named = {...one, order: {...one.order, edition}};
    const apart = schedules.some(other => canMeet(other, one)) ? named : one;
    const other = schedules.find(earlier => canMeet(earlier, apart));
    schedules.push(apart);
    if (other)
      faults.push({
        path: ["schedules", one.name],
        says: `it could make the same note as ${other.name}: same coin, language and edition; give it an edition of its own, such as edition: "${one.name}-2"`,
      });
  }
  return {schedules: faults.length > 0 ? [] : schedules, faults};
}

/** A time of day has to find room behind it. */
const asEdition = (name: string) => name.slice(0, 35).replace(/-$/, "");

function canMeet(a: Schedule, b: Schedule): boolean {
  if (a.order.locale !== b.order.locale || a.order.edition !== b.order.edition) return false;
  // A scan may pick any coin.
  if ("scan" in a.what || "scan" in b.what) return true;
  return !new Set(a.what.coins).isDisjointFrom(new Set(b.what.coins));
}
