import {setTimeout as sleep} from "node:timers/promises";
import type {Order} from "../model/order.ts";
import type {Workspace} from "../model/workspace.ts";
import type {Effects} from "../report.ts";
import type {Notice} from "../sources/http.ts";
import {noticeText} from "../sources/live.ts";
import type {Progress} from "./progress.ts";

/** The real world: clock and network, loaded when they are used. */
export function liveEffects(
  progress: Progress,
  workspace: Workspace,
): Pick<Effects, "now" | "gather" | "notify"> {
  return {
    notify: notice => progress.note(notice),
    now: () => new Date(),
    async gather(order: Order) {
      const {gather} = await import("../sources/gather.ts");
      const notify = (notice: Notice) => progress.step(noticeText(notice));
      const wait = (ms: number) => sleep(ms);
      const http = {now: () => new Date(), sleep: wait, random: Math.random, notify};
      const gathered = await gather(order, workspace, {env: process.env, http});
      const {asset, answers} = gathered;
      progress.note(`${asset.name} (${asset.id}, ${asset.symbol}): ${answers.length} answers`);
      for (const {endpoint, reason} of gathered.missing)
        progress.note(`goes on without ${endpoint}: ${reason}`);
      return gathered;
    },
  };
}
