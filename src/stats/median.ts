import {float64} from "./float64.ts";
import {quantileSorted} from "./quantile.ts";
import {requireSample} from "./requireSample.ts";

/**
 * The middle value, or the mean of the two in the middle, in the unit of the values.
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example median([7, 1, 3, 100]) // 5
 */
export function median(values: ArrayLike<number>): number {
  const own = float64(values);
  requireSample("median", own, 1);
  return quantileSorted(own.toSorted(), 0.5);
}
