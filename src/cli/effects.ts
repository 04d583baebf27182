import {setTimeout as sleep} from "node:timers/promises";
import type {Order} from "../model/order.ts";
import {type SourceKind, sources} from "../model/source.ts";
import type {Workspace} from "../model/workspace.ts";
import type {Effects} from "../report.ts";
import type {HttpEffects} from "../sources/http.ts";
import type {Progress} from "./progress.ts";

/** The real world: clock and network, loaded when they are used. */
export function liveEffects(
  progress: Progress,
  workspace: Workspace,
): Pick<Effects, "now" | "gather" | "notify" | "step"> {
  return {
    notify: notice => progress.note(notice),
    step: text => progress.step(text),
    now: () => new Date(),
    async gather(order: Order) {
      const {gather} = await import("../sources/gather.ts");
      const {source} = order;
      progress.step(`gathers ${order.coin} from ${source}`);
      const http = await toldHttp(progress, source, sources[source].calls?.note ?? 0);
      const gathered = await gather(order, workspace, {env: process.env, http});
      const {asset, answers} = gathered;
      progress.note(
        `${asset.name} (${asset.id}, ${asset.symbol}): ${answers.length} ${answers.length === 1 ? "answer" : "answers"}`,
      );
      for (const {endpoint, reason} of gathered.missing)
        progress.note(`goes on without ${endpoint}: ${reason}`);
      return gathered;
    },
  };
}

/** The network of this machine: each call is told, and before the first how many there will be. */
export async function toldHttp(
  progress: Progress,
  source: SourceKind,
  calls: number,
): Promise<HttpEffects> {
  const {noticeText} = await import("../sources/live.ts");
  let before =
    calls > 0 && (await import("../sources/asking.ts")).askingText(source, calls, process.env);
  return {
    now: () => new Date(),
    sleep: ms => sleep(ms),
    random: Math.random,
    notify(notice) {
      if (before && notice.kind === "asked") progress.note(before);
      if (notice.kind === "asked") before = false;
      progress.step(noticeText(notice));
    },
  };
}
