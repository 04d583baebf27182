import {setTimeout as sleep} from "node:timers/promises";

/** Longer than this a probe does not wait. */
const patienceMs = 3_000;

/** Asks whether all is ready, once at a time however many ask, and fails where no answer comes. */
export function readiness(ready: () => Promise<void>, longestMs = patienceMs): () => Promise<void> {
  let asking: Promise<void> | undefined;
  return async () => {
    asking ??= ready().finally(() => {
      asking = undefined;
    });
    const waiting = new AbortController();
    const late = sleep(longestMs, undefined, {signal: waiting.signal}).then(() => {
      throw new Error(`no answer within ${longestMs} ms`);
    });
    try {
      await Promise.race([asking, late]);
    } finally {
      waiting.abort();
      late.catch(() => {});
    }
  };
}
