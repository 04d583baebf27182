import {at} from "./at.ts";
import {midRanks} from "./midRanks.ts";
import {requirePairs} from "./requirePairs.ts";

/** How often bad days coincide; counts are of days. */
export interface TailDependence {
  /** Of the benchmark's worst days, the share that were among the asset's worst too. */
  share: number;
  both: number;
  benchmarkDays: number;
  assetDays: number;
  /** The share to expect of unrelated series: assetDays / n. */
  expected: number;
  n: number;
}

/**
 * Of the days in the benchmark's worst share q (lower tail), the share that are in the
 * asset's worst q as well; x the benchmark's returns, y the asset's. An empirical
 * lower-tail dependence at a fixed quantile, not the limit as q goes to 0. A day is in
 * a series' tail when (mid-rank - 0.5) / n <= q, so equal values go in or out together.
 *
 * @throws RangeError when lengths differ, a value is NaN or infinite, q is not strictly
 * between 0 and 1, there are fewer than 1 / q days, or no benchmark day is in the tail
 * @example tailDependence([-9, -8, 1, 2, 3], [-5, 4, 1, 2, 3], 0.4).share // 0.5
 */
export function tailDependence(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  q = 0.1,
): TailDependence {
  if (!(q > 0 && q < 1)) throw new RangeError(`tailDependence needs 0 < q < 1: got ${q}`);
  const n = requirePairs("tailDependence", x, y, Math.ceil(1 / q));
  const xRanks = midRanks(x);
  const yRanks = midRanks(y);
  const limit = q * n + 0.5 + 1e-9; // the last term for q n that is whole but for rounding
  let benchmarkDays = 0;
  let assetDays = 0;
  let both = 0;
  for (const [i, rank] of xRanks.entries()) {
    const benchmarkBad = rank <= limit;
    const assetBad = at(yRanks, i) <= limit;
    if (benchmarkBad) benchmarkDays++;
    if (assetBad) assetDays++;
    if (benchmarkBad && assetBad) both++;
  }
  if (benchmarkDays === 0) {
    throw new RangeError(`tailDependence finds no worst days: lowest x ties beyond q ${q}`);
  }
  return {share: both / benchmarkDays, both, benchmarkDays, assetDays, expected: assetDays / n, n};
}
