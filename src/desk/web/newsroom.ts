import {computed} from "@preact/signals";
import type {Drafts, Run, Runs, ScheduleSummary} from "../api/shapes.ts";
import {askJson} from "./api.ts";
import {resource} from "./resource.ts";

// What several parts of the page show of the newsroom.

/** How many drafts there are by state. */
export const counts = resource(
  async signal => (await askJson<Drafts>("/api/drafts?limit=1", {signal})).counts ?? {},
);

/** How many of them stand somewhere. */
export const outside = computed(() => {
  const {published = 0, corrected = 0, retracted = 0} = counts.value.value ?? {};
  return published + corrected + retracted;
});

/** Those of which a publication is not as it should be. */
export const amissDrafts = resource(
  async signal =>
    (await askJson<Drafts>("/api/drafts?publications=amiss&limit=5", {signal})).drafts,
);

export const waitingRuns = runsOf("waiting", 20);
export const runningRuns = runsOf("running", 20);
export const failedRuns = runsOf("failed", 10);

function runsOf(state: Run["state"], limit: number) {
  return resource(
    async signal => (await askJson<Runs>(`/api/runs?state=${state}&limit=${limit}`, {signal})).runs,
  );
}

export const schedules = resource(
  async signal =>
    (await askJson<{readonly schedules: readonly ScheduleSummary[]}>("/api/schedules", {signal}))
      .schedules,
);

export const refreshRuns = () =>
  Promise.all([waitingRuns, runningRuns, failedRuns].map(one => one.refresh()));
