import {requireSample} from "./requireSample.ts";

/**
 * The indices of the values from the smallest value to the largest; equal values
 * keep their order.
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example [...ascendingOrder([30, 10, 20])] // [1, 2, 0]
 */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(requireSample("ascendingOrder", values, 1));
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((i, j) => values[i]! - values[j]! || i - j);
}
