/** Nobody waits longer than this, however long they are asked to. */
const longestRetryAfterMs = 365 * 24 * 60 * 60 * 1000;

/**
 * A `Retry-After` header, in seconds or as an HTTP date, as milliseconds from `now`: a year at most.
 *
 * @example readRetryAfter("119", new Date()) // 119000
 */
export function readRetryAfter(text: string | undefined, now: Date): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text.trim()))
    return Math.min(Math.ceil(Number(text) * 1000), longestRetryAfterMs);
  const until = Date.parse(text);
  return Number.isNaN(until)
    ? undefined
    : Math.min(Math.max(0, until - now.getTime()), longestRetryAfterMs);
}
