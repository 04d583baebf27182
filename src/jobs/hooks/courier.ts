import {setTimeout as sleep} from "node:timers/promises";
import {deliverTo, type HookDelivery} from "./deliver.ts";
import {fill} from "./fill.ts";
import type {Hook} from "./hooks.ts";

export interface CourierWish extends HookDelivery {
  readonly hooks: readonly Hook[];
  /** 3 s by default. */
  readonly everyMs?: number;
}

/**
 * Tells hooks of events, again and again; several processes of the newsroom may do so at once. A hook
 * that hangs keeps no other waiting.
 */
export function startCourier({hooks, everyMs = 3000, ...delivery}: CourierWish) {
  const stopping = new AbortController();
  const {signal} = stopping;

  async function serve(hook: Hook): Promise<void> {
    let failing = false;
    while (!signal.aborted) {
      try {
        await fill(delivery.db, hook);
        await deliverTo(delivery, hook);
        failing = false;
      } catch (error) {
        // A store that is away would fill the log.
        if (!failing)
          delivery.log.warn({error, hook: hook.name}, "a hook cannot be told of what there is");
        failing = true;
      }
      await sleep(everyMs, undefined, {signal}).catch(() => {});
    }
  }

  const ended = Promise.all(hooks.map(serve));
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await ended;
    },
  };
}
