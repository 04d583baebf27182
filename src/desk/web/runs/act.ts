import type {Run} from "../../api/shapes.ts";
import {askJson} from "../api.ts";
import {refreshRuns} from "../newsroom.ts";
import {may} from "../session/session.ts";
import {hasEnded} from "./progress.ts";

/** A publisher stops any run, a writer what was ordered by hand. */
export const mayStop = (run: Run): boolean =>
  !hasEnded(run) && may(run.schedule === undefined ? "writer" : "publisher");

/** As stopping: a publisher any, a writer what was ordered by hand. */
export const mayRetry = (run: Run): boolean =>
  run.state === "failed" && may(run.schedule === undefined ? "writer" : "publisher");

/** @throws Refused or Unreachable */
export async function stopRun({id}: Run): Promise<void> {
  await askJson(`/api/runs/${encodeURIComponent(id)}/cancel`, {method: "POST"});
  await refreshRuns();
}

/** @throws Refused or Unreachable */
export async function retryRun({id}: Run): Promise<void> {
  await askJson(`/api/runs/${encodeURIComponent(id)}/retry`, {method: "POST"});
  await refreshRuns();
}
