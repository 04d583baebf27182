import {ascendingOrder} from "./ascendingOrder.ts";
import {midRanks} from "./midRanks.ts";
import {pearson} from "./pearson.ts";
import {requirePairs} from "./requirePairs.ts";

/** Spearman's rho and the squared standard error of that estimate. */
export interface Spearman {
  rho: number;
  variance: number;
}

/**
 * Spearman's rank correlation of the pairs (x_i, y_i), from -1 to 1, with the
 * variance of the estimate.
 *
 * rho is Pearson's correlation of the mid-ranks. The variance comes from influence
 * values and assumes neither normal data nor independence of x and y: with scores
 * U, V = (mid-rank - 0.5) / n, the influence of pair i is
 * h_i = 12 (U_i V_i + A_i + B_i), where A_i is the mean over j of V_j [x_j >= x_i]
 * and B_i the mean over j of U_j [y_j >= y_i]; the variance is that of h (divisor
 * n) over n. It assumes pairs that do not depend on one another in time.
 * O(n log n). See `design/methods.md`, "Decoupling".
 *
 * @throws RangeError when lengths differ, there are fewer than three pairs, a value
 * is NaN or infinite, or x or y is constant
 * @example spearman([1, 2, 3, 4], [1, 3, 2, 4]).rho // 0.8
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Spearman {
  const n = requirePairs("spearman", x, y, 3);
  const xRanks = midRanks(x);
  const yRanks = midRanks(y);
  const rho = pearson(xRanks, yRanks);
  const u = xRanks.map(rank => (rank - 0.5) / n);
  const v = yRanks.map(rank => (rank - 0.5) / n);
  const a = meansFromBelow(x, v);
  const b = meansFromBelow(y, u);
  const influence = u.map((score, i) => 12 * (score * v[i]! + a[i]! + b[i]!));
  return {rho, variance: populationVariance(influence) / n};
}

/** For each i, the mean over all j of scores_j where keys_j >= keys_i, else 0. */
function meansFromBelow(keys: ArrayLike<number>, scores: Float64Array): Float64Array {
  const order = ascendingOrder(keys);
  const n = order.length;
  const means = new Float64Array(n);
  let total = 0;
  for (let last = n - 1, next = n - 1; last >= 0; last = next) {
    const key = keys[order[last]!];
    while (next >= 0 && keys[order[next]!] === key) total += scores[order[next--]!]!;
    for (let k = last; k > next; k--) means[order[k]!] = total / n;
  }
  return means;
}

function populationVariance(values: Float64Array): number {
  let centre = 0;
  for (const value of values) centre += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return squares / values.length;
}
