import {at} from "./at.ts";
import {float64} from "./float64.ts";
import {requireSample} from "./requireSample.ts";

/**
 * The p-quantile of values in any order, in their unit: type 7 of Hyndman and Fan
 * (1996), the default of R, NumPy and Excel's PERCENTILE.INC, which interpolates
 * linearly between order statistics at position (n - 1) p.
 *
 * @throws RangeError when there are no values, one is NaN or infinite, or p is outside 0 to 1
 * @example quantile([15, 20, 35, 40, 50], 0.4) // 29
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  const own = float64(values);
  requireSample("quantile", own, 1);
  return quantileSorted(own.toSorted(), p);
}

/**
 * As `quantile`, for finite values already in ascending order: they are neither
 * checked nor sorted, so that many quantiles of a long series cost one sort.
 *
 * @throws RangeError when there are no values, or p is outside 0 to 1
 * @example quantileSorted([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) throw new RangeError("quantile needs 1 or more values: got 0");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile needs p from 0 to 1: got ${p}`);
  const position = (n - 1) * p;
  const below = Math.floor(position);
  const low = at(sorted, below);
  const high = at(sorted, Math.min(below + 1, n - 1));
  const share = position - below;
  return share === 0 || low === high ? low : low * (1 - share) + high * share;
}
