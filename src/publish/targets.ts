import type {TargetConfig, TargetSettings} from "../config/targets.ts";
import {UsageError} from "../model/errors.ts";
import type {House} from "../model/house.ts";
import type {Target} from "./target.ts";

/** What targets need of the world. */
export interface TargetEffects {
  /** Holds keys under the names that the settings give. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly house: House;
  /** Where the configuration lies: the paths in it are as seen from there. */
  readonly folder: string;
  readonly now: () => Date;
  /** For one call; each target has its own without it. */
  readonly timeoutMs?: number;
}

/** Makes a target of its settings; asks nobody yet. */
export type OpenTarget<Kind extends keyof TargetSettings> = (
  name: string,
  settings: TargetSettings[Kind],
  effects: TargetEffects,
) => Target;

const kinds: {readonly [Kind in keyof TargetSettings]?: OpenTarget<Kind>} = {};

/**
 * The target that a name of the configuration stands for.
 *
 * @throws UsageError where the environment lacks its key, or a setting cannot be used
 */
export function openTarget(name: string, settings: TargetConfig, effects: TargetEffects): Target {
  const open = kinds[settings.kind] as OpenTarget<typeof settings.kind> | undefined;
  if (!open)
    throw new UsageError(
      `targets.${name} is of the kind ${settings.kind}, which this Assay cannot publish at yet`,
    );
  return open(name, settings as never, effects);
}
