import {float64} from "./float64.ts";
import {mean} from "./mean.ts";

/**
 * Each value less the mean of all, in the unit of the values. The mean is taken
 * twice, the second time of the deviations themselves, so that a large common
 * offset costs no digits; equal values give exact zeros.
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example [...deviations([1, 2, 6])] // [-2, -1, 3]
 */
export function deviations(values: ArrayLike<number>): Float64Array {
  const own = float64(values);
  const centre = mean(own);
  const [first] = own;
  const result = new Float64Array(own.length);
  let constant = true;
  for (let i = 0; i < own.length; i++) {
    const value = own[i]!;
    result[i] = value - centre;
    if (value !== first) constant = false;
  }
  if (constant) return result.fill(0);
  const rest = mean(result);
  for (let i = 0; i < result.length; i++) result[i]! -= rest;
  return result;
}
