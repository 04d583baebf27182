import {setTimeout as sleep} from "node:timers/promises";
import type {AlarmKind} from "../../model/alarm.ts";
import type {Log} from "../../model/log.ts";
import type {Store} from "../../store/open.ts";
import type {Receivers} from "./channels.ts";
import {deliver} from "./deliver.ts";
import {lookAround, type Watch} from "./raise.ts";

export interface WatcherWish extends Omit<Watch, "channels"> {
  readonly store: Store;
  readonly receivers: Receivers;
  readonly log: Log;
  readonly raised: (kind: AlarmKind) => void;
  readonly random: () => number;
  /** 15 s by default. The first look is after as long: who plans is to come first. */
  readonly everyMs?: number;
}

/**
 * Looks again and again whether somebody is to be told of something, and tells them. It runs in every
 * process of the newsroom, so that whoever still lives notices who does not.
 */
export function startWatcher({
  store,
  receivers,
  log,
  raised,
  random,
  everyMs = 15_000,
  ...watch
}: WatcherWish): {
  stop(): Promise<void>;
} {
  const stopping = new AbortController();
  const {signal} = stopping;

  async function look(): Promise<void> {
    const found = await lookAround(store.db, {...watch, channels: receivers.names});
    for (const {kind, id, schedule, run, subject, reason} of found) {
      raised(kind);
      const quiet = kind === "draft" || kind === "recovered";
      log[quiet ? "info" : "warn"](
        {alarm: id, kind, schedule, run, subject, reason},
        "alarm raised",
      );
    }
    await deliver({db: store.db, receivers, log, random});
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await sleep(everyMs, undefined, {signal}).catch(() => {});
      if (signal.aborted) return;
      await look().catch(error => log.warn({error}, "the watcher could not look"));
    }
  }

  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
