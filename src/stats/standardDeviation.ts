import {deviations} from "./deviations.ts";
import {requireSample} from "./requireSample.ts";

/**
 * The sample standard deviation (divisor n - 1), in the unit of the values, from
 * centred values (two passes). 0 when all values are equal.
 *
 * @throws RangeError when there are fewer than two values, or one is NaN or infinite
 * @example standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]) // 2.138089935299395
 */
export function standardDeviation(values: ArrayLike<number>): number {
  const n = requireSample("standardDeviation", values, 2);
  const centred = deviations(values);
  let largest = 0;
  for (const value of centred) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return 0;
  let squares = 0;
  for (const value of centred) squares += (value / largest) ** 2; // scaled: no over- or underflow
  return largest * Math.sqrt(squares / (n - 1));
}
