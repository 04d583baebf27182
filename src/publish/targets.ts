import type {TargetConfig, TargetSettings} from "../config/targets.ts";
import {bluesky} from "./bluesky.ts";
import {buttondown} from "./buttondown.ts";
import {dev} from "./dev.ts";
import {openFiles} from "./files.ts";
import {ghost} from "./ghost.ts";
import {mail} from "./mail.ts";
import {mastodon} from "./mastodon.ts";
import {openSite} from "./site.ts";
import type {OpenTarget, Target, TargetEffects} from "./target.ts";
import {webhook} from "./webhook.ts";
import {wordpress} from "./wordpress.ts";

export type {OpenTarget, TargetEffects} from "./target.ts";

const kinds: {readonly [Kind in keyof TargetSettings]: OpenTarget<Kind>} = {
  bluesky,
  buttondown,
  dev,
  files: openFiles,
  ghost,
  mail,
  mastodon,
  site: openSite,
  webhook,
  wordpress,
};

/**
 * The target that a name of the configuration stands for.
 *
 * @throws UsageError where the environment lacks its key, or a setting cannot be used
 */
export function openTarget(name: string, settings: TargetConfig, effects: TargetEffects): Target {
  const open = kinds[settings.kind] as OpenTarget<typeof settings.kind>;
  return open(name, settings as never, effects);
}
