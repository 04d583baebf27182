import {ascendingOrder} from "./ascendingOrder.ts";
import {ranksOf} from "./midRanks.ts";
import {requirePairs} from "./requirePairs.ts";

/**
 * The influence value h_i of each pair (x_i, y_i) on Spearman's rho, but for a common
 * constant: by how much rho moves, per unit of weight, when that pair weighs more. With scores
 * U, V = (mid-rank - 0.5) / n it is h_i = 12 (U_i V_i + A_i + B_i), where A_i is the
 * mean over j of V_j [x_j >= x_i] and B_i the mean over j of U_j [y_j >= y_i]. Their
 * variance over n is that of rho; their running sum shows where rho changed. O(n log n).
 * See `design/methods.md`, "Decoupling".
 *
 * @throws RangeError when lengths differ, there are no pairs, or a value is NaN or infinite
 * @example [...spearmanInfluence([1, 2], [1, 2])] // [12.75, 15.75]
 */
export function spearmanInfluence(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  requirePairs("spearmanInfluence", x, y, 1);
  return influenceOfRanks(ranked(x), ranked(y));
}

/** Mid-ranks, and the order that they were read from. */
export interface Ranked {
  readonly ranks: Float64Array;
  readonly order: Uint32Array;
}

export function ranked(values: ArrayLike<number>, order = ascendingOrder(values)): Ranked {
  return {ranks: ranksOf(values, order), order};
}

/** As `spearmanInfluence`, for pairs of which the mid-ranks are known already. */
export function influenceOfRanks(x: Ranked, y: Ranked): Float64Array {
  const n = x.ranks.length;
  const u = x.ranks.map(rank => (rank - 0.5) / n);
  const v = y.ranks.map(rank => (rank - 0.5) / n);
  const a = meansFromBelow(x, v);
  const b = meansFromBelow(y, u);
  return u.map((score, i) => 12 * (score * v[i]! + a[i]! + b[i]!));
}

/** For each i, the mean over all j of scores_j where the rank of j is not below that of i. */
function meansFromBelow({ranks, order}: Ranked, scores: Float64Array): Float64Array {
  const n = order.length;
  const means = new Float64Array(n);
  let total = 0;
  for (let last = n - 1, next = n - 1; last >= 0; last = next) {
    const rank = ranks[order[last]!];
    while (next >= 0 && ranks[order[next]!] === rank) total += scores[order[next--]!]!;
    for (let k = last; k > next; k--) means[order[k]!] = total / n;
  }
  return means;
}
