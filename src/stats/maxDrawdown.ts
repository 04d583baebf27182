import {at} from "./at.ts";
import {requireSample} from "./requireSample.ts";

/** A fall from a peak to a later trough, by index into the prices. */
export interface Drawdown {
  depth: number;
  peak: number;
  trough: number;
}

/**
 * The deepest fall from an earlier peak, as a fraction of that peak: 0.25 is a fall
 * of a quarter, 0 a series that never fell (peak and trough are then its first
 * index). Prices run oldest first. Of equally deep falls the first is given.
 *
 * @throws RangeError when there are no prices, or one is not positive and finite
 * @example maxDrawdown([100, 120, 90, 110]) // {"depth": 0.25, "peak": 1, "trough": 2}
 */
export function maxDrawdown(prices: ArrayLike<number>): Drawdown {
  const n = requireSample("maxDrawdown", prices, 1);
  const deepest: Drawdown = {depth: 0, peak: 0, trough: 0};
  let peak = 0;
  let highest = 0;
  for (let i = 0; i < n; i++) {
    const price = at(prices, i);
    if (price <= 0) throw new RangeError(`maxDrawdown needs positive prices: ${price} at ${i}`);
    if (price > highest) {
      highest = price;
      peak = i;
    }
    const depth = (highest - price) / highest;
    if (depth > deepest.depth) Object.assign(deepest, {depth, peak, trough: i});
  }
  return deepest;
}
