/** What takes the desk's own processors. */
export type Work = "save" | "check";

export interface Allowance {
  /** Counts one. How long to wait, in milliseconds, and nothing is to be done; undefined where it may be. */
  take(who: string, work: Work): number | undefined;
}

/** So many at once for each caller and kind of work: more than anybody types. */
const most = 300;
/** Then one more each so many milliseconds. */
const eachMs = 200;
/** Callers that are remembered; the oldest are forgotten first. */
const remembered = 10_000;

/** Of one process, and as long as it runs. */
export function openAllowance(now: () => number): Allowance {
  const used = new Map<string, {readonly count: number; readonly at: number}>();
  return {
    take(who, work) {
      const key = `${work} ${who}`;
      const before = used.get(key);
      const count = before ? Math.max(0, before.count - (now() - before.at) / eachMs) : 0;
      const waitMs = (count + 1 - most) * eachMs;
      if (waitMs > 0) return waitMs;
      used.delete(key);
      used.set(key, {count: count + 1, at: now()});
      const [oldest] = used.keys();
      if (used.size > remembered && oldest !== undefined) used.delete(oldest);
      return undefined;
    },
  };
}
