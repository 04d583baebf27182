import {requireSample} from "./requireSample.ts";
import {standardDeviation} from "./standardDeviation.ts";

/**
 * The annualised volatility of daily log returns: their sample standard deviation
 * (divisor n - 1) times the root of the days in a year, as a fraction (0.8 is 80 %).
 * The calendar is part of the definition: 365 for assets that trade every day, the
 * default; equities usually take 252.
 *
 * @throws RangeError when there are fewer than two returns, one is NaN or infinite, or
 * daysPerYear is not positive and finite
 * @example realisedVolatility([0.01, -0.01], 2) // 0.02
 */
export function realisedVolatility(returns: ArrayLike<number>, daysPerYear = 365): number {
  requireSample("realisedVolatility", returns, 2);
  if (!(daysPerYear > 0 && daysPerYear < Infinity)) {
    throw new RangeError(`realisedVolatility needs positive days per year: got ${daysPerYear}`);
  }
  return standardDeviation(returns) * Math.sqrt(daysPerYear);
}
