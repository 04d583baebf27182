import {setTimeout as sleep} from "node:timers/promises";
import type pg from "pg";

export interface ListenWish {
  /** A new connection, not yet open. */
  readonly client: () => pg.Client;
  readonly channel: string;
  /** Also called when the connection is there again: something may have been said meanwhile. */
  readonly woken: () => void;
  /** 1 s by default. */
  readonly againMs?: number;
}

/**
 * Listens to a channel of PostgreSQL on a connection of its own, which is made again whenever it is
 * lost. It may miss what is said, and behind some pools it hears nothing at all: whoever is woken by
 * it also looks by themselves.
 */
export function listenTo({client: make, channel, woken, againMs = 1000}: ListenWish) {
  const stopping = new AbortController();
  const {signal} = stopping;

  async function listenOnce(): Promise<void> {
    const client = make();
    const lost = Promise.withResolvers<void>();
    const end = () => lost.resolve();
    client.on("error", end);
    client.on("end", end);
    signal.addEventListener("abort", end);
    try {
      await client.connect();
      client.on("notification", woken);
      await client.query(`listen ${channel}`);
      woken();
      await lost.promise;
    } finally {
      signal.removeEventListener("abort", end);
      await client.end().catch(() => {}); // it is lost already
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await listenOnce().catch(() => {}); // whoever looks by themselves says that the store is away
      await sleep(againMs, undefined, {signal}).catch(() => {});
    }
  }

  const ended = run();
  return {
    async stop(): Promise<void> {
      stopping.abort();
      await ended;
    },
  };
}
