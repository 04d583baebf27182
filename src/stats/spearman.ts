import {pearson} from "./pearson.ts";
import {requirePairs} from "./requirePairs.ts";
import {influenceOfRanks, type Ranked, ranked} from "./spearmanInfluence.ts";

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
 * values (`spearmanInfluence`) and assumes neither normal data nor independence of x and
 * y: it is the variance of the influence values (divisor n) over n. It assumes pairs that
 * do not depend on one another in time. O(n log n). See `design/methods.md`, "Decoupling".
 *
 * @throws RangeError when lengths differ, there are fewer than three pairs, a value
 * is NaN or infinite, or x or y is constant
 * @example spearman([1, 2, 3, 4], [1, 3, 2, 4]).rho // 0.8
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Spearman {
  requirePairs("spearman", x, y, 3);
  return spearmanOfRanks(ranked(x), ranked(y));
}

/** As `spearman`, for pairs of which the mid-ranks are known already. */
export function spearmanOfRanks(x: Ranked, y: Ranked): Spearman {
  const rho = pearson(x.ranks, y.ranks);
  return {rho, variance: populationVariance(influenceOfRanks(x, y)) / x.ranks.length};
}

function populationVariance(values: Float64Array): number {
  let centre = 0;
  for (const value of values) centre += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return squares / values.length;
}
