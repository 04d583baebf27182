import {UsageError} from "../model/errors.ts";
import type {Gathered} from "../model/snapshot.ts";
import type {Fetcher, Notice} from "./http.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a live source needs of the world. */
export interface LiveEffects {
  readonly fetch: Fetcher;
  readonly env: Environment;
}

/** What was gathered, and what was not to be had although the note can go on without it. */
export interface GatheredLive extends Gathered {
  /** The wall of a snapshot of these answers: the instant up to which they speak. */
  readonly asOf: string;
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly endpoint: string;
  readonly reason: string;
}

/** A key from the environment. Its value is in no message. */
export function keyFrom(env: Environment, name: string): string | undefined {
  const key = env[name]?.trim();
  if (!key) return undefined;
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new UsageError(
    `${name} is no key: it has ${key.length} characters, and a key has 8 to 200 letters, digits and marks without spaces`,
  );
}

/** An address from the environment, without a slash at its end. */
export function baseFrom(env: Environment, name: string, otherwise: string): string {
  const text = env[name]?.trim() || otherwise;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${name} is no address: "${text}"; give one such as ${otherwise}`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(`${name} must be an address without user, password, ? or #`);
  }
  return text.replace(/\/+$/, "");
}

/** A number of calls per minute from the environment. */
export function callsFrom(env: Environment, name: string, otherwise: number): number {
  const text = env[name]?.trim();
  if (!text) return otherwise;
  const calls = Number(text);
  if (Number.isInteger(calls) && calls >= 1 && calls <= 100_000) return calls;
  throw new UsageError(`${name} must be a whole number of calls per minute from 1: "${text}"`);
}

/** A notice as a line of progress. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case "asked":
      return `asked ${notice.url}${notice.attempt > 1 ? ` (attempt ${notice.attempt})` : ""}`;
    case "cached":
      return `kept from ${notice.fetchedAt.slice(0, 19)}Z: ${notice.url}`;
    case "waiting":
      return `waiting ${Math.ceil(notice.ms / 1000)} s: ${notice.reason}`;
    case "cache-trouble":
      return notice.reason;
  }
}
