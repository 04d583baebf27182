/**
 * The number of days from 1970-01-01 to a calendar day written YYYY-MM-DD. UTC days
 * have no summer time, so consecutive days differ by exactly 1.
 *
 * @throws RangeError when the text is no such day
 * @example dayNumber("2026-03-01") - dayNumber("2026-02-28") // 1
 */
export function dayNumber(date: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  // Of a day that its month lacks, such as 30 February, the next month's comes back.
  const dayOfMonth = Number(date.slice(8));
  if (Number.isNaN(time) || (dayOfMonth > 28 && new Date(time).getUTCDate() !== dayOfMonth)) {
    throw new RangeError(`date is no calendar day: ${date}`);
  }
  return time / 86_400_000;
}
