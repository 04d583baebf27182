import {createHash} from "node:crypto";
import {networkOf} from "./backoff.ts";

/** Keeps those who guess at tokens from the store. */
export interface Throttle {
  /** How long, in milliseconds, nothing is looked up for the address; undefined where it may be. */
  refused(address: string, token: string): number | undefined;
  wrong(address: string): void;
  right(token: string): void;
}

/** So many wrong tokens of one address a minute are looked up. */
const most = 20;
const windowMs = 60_000;
/** Addresses and tokens that are remembered; the oldest are forgotten first. */
const remembered = 10_000;

/**
 * Counts the wrong tokens of each address. A token that was right here before is always looked up:
 * behind a proxy many share an address.
 */
export function openThrottle(now: () => number): Throttle {
  const wrong = new Map<string, {readonly since: number; count: number}>();
  const seen = new Map<string, true>();
  const current = (address: string) => {
    const entry = wrong.get(networkOf(address));
    return entry && now() - entry.since < windowMs ? entry : undefined;
  };
  return {
    refused(address, token) {
      const entry = current(address);
      if (!entry || entry.count < most || seen.has(digestOf(token))) return undefined;
      return entry.since + windowMs - now();
    },
    wrong(address) {
      const entry = current(address);
      if (entry) entry.count += 1;
      else remember(wrong, networkOf(address), {since: now(), count: 1});
    },
    right(token) {
      remember(seen, digestOf(token), true);
    },
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > remembered && oldest !== undefined) map.delete(oldest);
}

const digestOf = (token: string) => createHash("sha256").update(token).digest("base64");
