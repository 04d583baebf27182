import {guess, isZone, type ScheduleFault, unknown, zones} from "./scheduleFaults.ts";
import type {Settled} from "./schema.ts";

/** What of targets, and of their names for each other, cannot be. */
export function targetFaults({targets}: Pick<Settled, "targets">): ScheduleFault[] {
  return Object.entries(targets).flatMap(([name, {zone, home}]) => {
    const fault = (field: string, says: string) => ({path: ["targets", name, field], says});
    const faults: ScheduleFault[] = [];
    if (zone !== undefined && !isZone(zone))
      faults.push(
        fault("zone", `there is no such zone${guess(zone, zones())}; one is Europe/Istanbul`),
      );
    if (home === undefined) return faults;
    if (!Object.hasOwn(targets, home)) faults.push(fault("home", unknown(home, "target", targets)));
    else if (waitsForItself(name, targets))
      faults.push(fault("home", "each of them would wait for the other"));
    return faults;
  });
}

function waitsForItself(name: string, targets: Settled["targets"]): boolean {
  const seen = new Set<string>();
  for (let next = targets[name]?.home; next !== undefined; next = targets[next]?.home) {
    if (next === name) return true;
    if (seen.has(next)) return false; // it leads into a round that others are told of
    seen.add(next);
  }
  return false;
}
