/** Makes whoever guesses at passwords wait, longer each time. */
export interface Backoff {
  /**
   * Counts an attempt before it is looked at, so that many at once are many. How long to wait, in
   * milliseconds, and nothing is to be looked at; undefined where it may be.
   */
  attempt(address: string, account: string): number | undefined;
  /** It was right: the account is no longer waited for from there. */
  right(address: string, account: string): void;
}

interface Rule {
  readonly keyOf: (address: string, account: string) => string;
  /** So many are free; after each one more the wait doubles, from a second. */
  readonly free: number;
  /** Whether being right forgives what was wrong before. */
  readonly forgives: boolean;
}

/**
 * One account from one address; one address, whatever accounts it tries; one account from wherever,
 * with room for its owner to come in while others guess.
 */
const rules: readonly Rule[] = [
  {keyOf: (address, account) => `${address} ${account}`, free: 5, forgives: true},
  {keyOf: address => `${address} `, free: 20, forgives: false},
  {keyOf: (_, account) => ` ${account}`, free: 50, forgives: false},
];

const longestWaitMs = 15 * 60_000;
const waitMs = (beyond: number) => (beyond < 0 ? 0 : Math.min(1000 * 2 ** beyond, longestWaitMs));
/** What was wrong is forgotten after so long without another. */
const memoryMs = 60 * 60_000;
/** Keys that are remembered; the oldest are forgotten first. */
const remembered = 30_000;

interface Count {
  attempts: number;
  /** Nothing is looked at before. */
  until: number;
  readonly at: number;
}

/** Of one process, and as long as it runs. */
export function openBackoff(now: () => number): Backoff {
  const counts = new Map<string, Count>();
  const countOf = (key: string): Count => {
    const known = counts.get(key);
    return known && now() - known.at < memoryMs ? known : {attempts: 0, until: 0, at: now()};
  };
  return {
    attempt(address, account) {
      const keys = rules.map(({keyOf}) => keyOf(networkOf(address), account));
      const wait = Math.max(...keys.map(key => countOf(key).until)) - now();
      if (wait > 0) return wait;
      for (const [i, {free}] of rules.entries()) {
        const key = keys[i] ?? "";
        const attempts = countOf(key).attempts + 1;
        counts.delete(key);
        counts.set(key, {attempts, until: now() + waitMs(attempts - free), at: now()});
      }
      for (const key of counts.keys()) {
        if (counts.size <= remembered) break;
        counts.delete(key);
      }
      return undefined;
    },
    right(address, account) {
      for (const {keyOf, free, forgives} of rules) {
        const key = keyOf(networkOf(address), account);
        const count = counts.get(key);
        if (forgives) counts.delete(key);
        else if (count) {
          // It was none of those that were wrong.
          count.attempts -= 1;
          count.until = count.at + waitMs(count.attempts - free);
        }
      }
    },
  };
}

/** Whoever has an address of IPv6 has 2^64 of them. */
export const networkOf = (address: string): string =>
  address.includes(":") && !address.includes(".")
    ? address.split(":").slice(0, 4).join(":")
    : address;
