import {ascendingOrder} from "./ascendingOrder.ts";

/**
 * The rank of each value, 1 for the smallest to n for the largest, in the order of
 * the input. Equal values share the mean of the ranks they cover (mid-ranks), so
 * the ranks always add up to n (n + 1) / 2. O(n log n).
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example [...midRanks([30, 10, 20, 20])] // [4, 1, 2.5, 2.5]
 */
export function midRanks(values: ArrayLike<number>): Float64Array {
  return ranksOf(values, ascendingOrder(values));
}

/** As `midRanks`, for values whose ascending order is known already. */
export function ranksOf(values: ArrayLike<number>, order: Uint32Array): Float64Array {
  const n = order.length;
  const ranks = new Float64Array(n);
  for (let first = 0, next = 0; first < n; first = next) {
    while (next < n && values[order[next]!] === values[order[first]!]) next++;
    for (let k = first; k < next; k++) ranks[order[k]!] = (first + 1 + next) / 2;
  }
  return ranks;
}
