import {requireSample} from "./requireSample.ts";
import {sum} from "./sum.ts";

/**
 * The arithmetic mean, in the unit of the values, from a compensated sum.
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: ArrayLike<number>): number {
  const n = requireSample("mean", values, 1);
  return sum(values) / n;
}
