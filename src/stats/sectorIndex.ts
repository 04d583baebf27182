import type {DailyReturn} from "./logReturns.ts";

/**
 * The daily log returns of a sector's equal-weighted index without the asset itself: on
 * each day log of the mean over the other members of exp(return), as of a portfolio set
 * back to equal weights every day. Only members with a return on that day count, and days
 * with fewer than `fewest` of them are left out. Which coins form the sector is for the
 * caller to say; the asset must not be among them.
 *
 * @param others the daily log returns of each other member
 * @throws RangeError when fewest is not a positive whole number, or a return is NaN or
 * infinite or too large for a number
 * @example sectorIndex([[{date: "2026-01-02", value: 0}], [{date: "2026-01-02", value: 0}]], 2) // [{"date": "2026-01-02", "value": 0}]
 */
export function sectorIndex(
  others: readonly (readonly DailyReturn[])[],
  fewest = 3,
): DailyReturn[] {
  if (!Number.isInteger(fewest) || fewest < 1) {
    throw new RangeError(`sectorIndex needs a positive whole number of members: got ${fewest}`);
  }
  const days = new Map<string, {total: number; members: number}>();
  for (const returns of others) {
    for (const {date, value} of returns) {
      const growth = Math.expm1(value);
      if (!Number.isFinite(value) || growth === Infinity) {
        throw new RangeError(`sectorIndex needs finite returns: got ${value} on ${date}`);
      }
      const day = days.get(date) ?? {total: 0, members: 0};
      days.set(date, day);
      day.total += growth;
      day.members++;
    }
  }
  return [...days]
    .filter(([, {members}]) => members >= fewest)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, {total, members}]) => ({date, value: Math.log1p(total / members)}));
}
