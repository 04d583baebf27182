import type {TargetConfig} from "../../src/config/targets.ts";
import {plainHouse} from "../../src/model/house.ts";
import type {TargetSet} from "../../src/publish/targetSet.ts";
import {openTarget} from "../../src/publish/targets.ts";
import {type BlogSettings, blogTarget} from "./blogTarget.ts";
import {setOf} from "./room.ts";

/** Where processes of their own publish, as JSON. */
export interface DisturbedSettings {
  /** The test's blog; where there are others, it is their home. */
  readonly blog?: BlogSettings;
  readonly targets?: Readonly<Record<string, TargetConfig>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly timeoutMs?: number;
}

export const targetsOf = (settings: unknown): TargetSet => {
  const {blog, targets = {}, ...rest} = settings as DisturbedSettings;
  const {env = {}, folder = "/", timeoutMs = 20_000} = rest;
  const effects = {
    env: {...process.env, ...env},
    house: plainHouse,
    folder,
    now: () => new Date(),
    timeoutMs,
  };
  const opened = Object.entries(targets).map(([name, config]) => [
    name,
    openTarget(name, config, effects),
  ]);
  const homes = Object.entries(targets).flatMap(([name, {home}]) => (home ? [[name, home]] : []));
  return setOf(
    {...Object.fromEntries(opened), ...(blog && {[blog.name]: blogTarget(blog)})},
    {homes: Object.fromEntries(homes)},
  );
};

/** What a process publishes with, by its settings. */
export const publishingAt = (settings: DisturbedSettings) => ({
  module: import.meta.url,
  settings,
  targets: targetsOf(settings),
});
