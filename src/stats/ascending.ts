import {fastOrder} from "./fastOrder.ts";

/** What `fastOrder` can count. */
const most = 65_536;

/**
 * The values from the smallest to the largest, as `sort` gives them and for thousands of values
 * several times as fast.
 *
 * @throws RangeError when there are no values
 * @example [...ascending(new Float64Array([3, 1, 2]))] // [1, 2, 3]
 */
export function ascending(values: Float64Array): Float64Array {
  const n = values.length;
  if (n > most) return values.toSorted();
  const order = new Uint16Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  fastOrder(n)(values, order, n);
  const sorted = new Float64Array(n);
  for (let i = 0; i < n; i++) sorted[i] = values[order[i]!]!;
  return sorted;
}
