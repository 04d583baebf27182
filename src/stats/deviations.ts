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
  const centre = mean(values);
  const n = values.length;
  const result = new Float64Array(n);
  let constant = true;
  for (let i = 0; i < n; i++) {
    result[i] = values[i]! - centre;
    if (values[i] !== values[0]) constant = false;
  }
  if (constant) return result.fill(0);
  const rest = mean(result);
  for (let i = 0; i < n; i++) result[i]! -= rest;
  return result;
}
