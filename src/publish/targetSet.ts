import type {TargetConfig} from "../config/targets.ts";
import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import type {Target} from "./target.ts";
import {openTarget, type TargetEffects} from "./targets.ts";

/** Where notes are published, by the names that the configuration gives. */
export interface TargetSet {
  readonly names: readonly string[];
  /** @throws UsageError where there is none of that name, or it cannot be reached from here */
  open(name: string): Target;
  /** The target where notes stand before they stand at that one. */
  homeOf(name: string): string | undefined;
  /** Of an hour that is given without a zone. */
  zoneOf(name: string): string;
  /** Such as `ghost`. */
  kindOf(name: string): string;
}

/** Those of a configuration; each is opened when it is first needed. */
export function targetSet(
  targets: Readonly<Record<string, TargetConfig>>,
  effects: TargetEffects,
): TargetSet {
  const opened = new Map<string, Target>();
  const names = Object.keys(targets);
  const settings = (name: string): TargetConfig => {
    const found = Object.hasOwn(targets, name) ? targets[name] : undefined;
    if (found) return found;
    const [near] = nearest(name, names, one => [one], 1);
    throw new UsageError(
      names.length === 0
        ? `there is no target ${name}: the configuration names none. Add it under targets`
        : `there is no target ${name}: there are ${names.join(", ")}${near === undefined ? "" : `. Did you mean ${near}?`}`,
    );
  };
  return {
    names,
    open(name) {
      const target = opened.get(name) ?? openTarget(name, settings(name), effects);
      opened.set(name, target);
      return target;
    },
    homeOf: name => settings(name).home,
    zoneOf: name => settings(name).zone ?? "UTC",
    kindOf: name => settings(name).kind,
  };
}

/** Where nothing can be published from. */
export const noTargets: TargetSet = targetSet(
  {},
  {
    env: {},
    house: {name: "", disclosures: {}},
    folder: "",
    now: () => new Date(),
  },
);
