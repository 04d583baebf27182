import type {Targets} from "../../../api/publicationShapes.ts";
import type {DraftSummary, Run, ScheduleDetail} from "../../../api/shapes.ts";
import {askJson, Refused} from "../../api.ts";
import {resource} from "../../resource.ts";

export type Target = Targets["targets"][number];

/** Where notes can be published, as the configuration names it; the same for each draft. */
export const targets = resource(
  async signal => (await askJson<Targets>("/api/targets", {signal})).targets,
);

export const zoneAt = (name: string): string =>
  targets.value.value?.find(one => one.name === name)?.zone ?? "UTC";

/** Where the schedule that a draft comes from wants its notes. */
export async function presetOf({run}: DraftSummary, signal: AbortSignal): Promise<string[]> {
  if (run === undefined) return [];
  try {
    const {schedule} = await askJson<Run>(`/api/runs/${run}`, {signal});
    if (schedule === undefined) return [];
    const path = `/api/schedules/${encodeURIComponent(schedule)}`;
    return [...((await askJson<ScheduleDetail>(path, {signal})).targets ?? [])];
  } catch (error) {
    // The schedule, or the run, is gone: then it is chosen by hand.
    if (error instanceof Refused && error.status === 404) return [];
    throw error;
  }
}

/**
 * What is chosen at first: what the schedule wants, else the only one there is.
 *
 * @example chosenFirst(["site"], []) // ["site"]
 * @example chosenFirst(["site", "blog"], ["blog", "gone"]) // ["blog"]
 */
export function chosenFirst(usable: readonly string[], preset: readonly string[]): string[] {
  const wanted = preset.filter(name => usable.includes(name));
  return wanted.length > 0 || usable.length !== 1 ? wanted : [...usable];
}

/**
 * With those that come before: a target with a home is published after it.
 *
 * @example withHomes(["mail"], new Map([["mail", "blog"]]), ["blog", "mail"]) // ["blog", "mail"]
 */
export function withHomes(
  chosen: readonly string[],
  homes: ReadonlyMap<string, string>,
  usable: readonly string[],
): string[] {
  const needed = chosen.flatMap(name => {
    const home = homes.get(name);
    return home !== undefined && usable.includes(home) ? [home, name] : [name];
  });
  return usable.filter(name => needed.includes(name));
}

/**
 * Where who is at the page finds a post: of a site that nobody serves yet the desk shows the first.
 *
 * @example wayTo("https://blog.example/n/", "blog", []) // "https://blog.example/n/"
 * @example wayTo("file:///out/n/index.html", "site", [{name: "site", kind: "site"}]) // "/site/n/"
 * @example wayTo("file:///out/n/index.html", "other", [{name: "site", kind: "site"}]) // undefined
 */
export function wayTo(
  address: string,
  target: string,
  all: readonly Pick<Target, "name" | "kind">[],
): string | undefined {
  if (/^https?:/.test(address)) return address;
  const id = /^file:.*\/([^/]+)\/index\.html$/.exec(address)?.[1];
  const shown = all.find(({kind}) => kind === "site")?.name === target;
  return id !== undefined && shown ? `/site/${id}/` : undefined;
}
