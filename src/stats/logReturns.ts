import {at} from "./at.ts";
import {dayNumber} from "./dayNumber.ts";

/** One value per UTC calendar day (YYYY-MM-DD), oldest first; days may be missing. */
export interface DailySeries {
  dates: readonly string[];
  values: ArrayLike<number>;
}

/** Whether a day follows another, as the days of a market do. */
export type IsNext = (earlier: string, later: string) => boolean;

const isNextDay: IsNext = (earlier, later) => dayNumber(later) === dayNumber(earlier) + 1;

/** A log return and the day on whose close it ends. */
export interface DailyReturn {
  date: string;
  value: number;
}

/**
 * Daily log returns, log(price / price of the day before), each dated by its later
 * day. Only between days that follow each other, consecutive UTC days where nothing else is
 * said: a missing day leaves its return and the next out, since a return across a gap is not
 * a one-day return.
 *
 * @throws RangeError when lengths differ, a date is no day or not after the one before,
 * or a price is not positive and finite
 * @example logReturns({dates: ["2026-01-01", "2026-01-02", "2026-01-04"], values: [100, 100, 90]}) // [{"date": "2026-01-02", "value": 0}]
 */
export function logReturns(
  {dates, values}: DailySeries,
  isNext: IsNext = isNextDay,
): DailyReturn[] {
  if (dates.length !== values.length) {
    throw new RangeError(`logReturns needs pairs: ${dates.length} dates, ${values.length} values`);
  }
  const returns: DailyReturn[] = [];
  let lastDay = -Infinity;
  let lastDate: string | undefined;
  let before = Number.NaN;
  for (const [i, date] of dates.entries()) {
    const price = at(values, i);
    const day = dayNumber(date);
    if (day <= lastDay) throw new RangeError(`logReturns needs ascending days: ${date} at ${i}`);
    if (!(price > 0 && price < Infinity)) {
      throw new RangeError(`logReturns needs positive prices: ${price} on ${date}`);
    }
    if (lastDate !== undefined && isNext(lastDate, date))
      returns.push({date, value: logRatio(price, before)});
    lastDay = day;
    lastDate = date;
    before = price;
  }
  return returns;
}

/** No price is known to more parts of itself: what differs by less is one change in other units. */
const finest = 1e12;

/**
 * log(price / before), without overflow in a large change. Two days of one ratio, such as 9.46 to 9.89
 * and 7.04 to 7.36, have one return and rank alike, whatever binary digits make of them.
 */
function logRatio(price: number, before: number): number {
  const change = (price - before) / before;
  return Math.abs(change) < 0.5
    ? Math.log1p(Math.round(change * finest) / finest)
    : Math.log(price) - Math.log(before);
}
