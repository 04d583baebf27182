import {setTimeout as sleep} from "node:timers/promises";
import type {Evidence} from "../evidence/schema.ts";
import type {Order} from "../model/order.ts";
import type {Effects} from "../report.ts";
import type {Notice} from "../sources/http.ts";
import {noticeText} from "../sources/live.ts";
import type {Progress} from "./progress.ts";

/** The real world: clock, network, browser. Each part is loaded when it is used. */
export function liveEffects(progress: Progress): Effects {
  return {
    now: () => new Date(),
    async gather(order: Order) {
      const {gather} = await import("../sources/gather.ts");
      const notify = (notice: Notice) => progress.step(noticeText(notice));
      const http = {now: () => new Date(), sleep, random: Math.random, notify};
      const gathered = await gather(order, {
        env: process.env,
        http: {...http, sleep: ms => sleep(ms)},
      });
      const {asset, answers} = gathered;
      progress.note(`${asset.name} (${asset.id}, ${asset.symbol}): ${answers.length} answers`);
      for (const {endpoint, reason} of gathered.missing)
        progress.note(`goes on without ${endpoint}: ${reason}`);
      return gathered;
    },
    async print(html: string, date: Date, evidence: Evidence) {
      progress.step("printing the PDF");
      const {withBrowser} = await import("../render/browser.ts");
      const {renderPdf} = await import("../render/pdf.ts");
      void evidence;
      return withBrowser(printer => renderPdf(html, date, printer));
    },
  };
}
