import {requirePairs} from "./requirePairs.ts";
import {spearman} from "./spearman.ts";

/** rho over the window whose last pair has index `end`, and its standard error. */
export interface RollingSpearman {
  end: number;
  rho: number;
  standardError: number;
}

/**
 * Spearman's rho over every run of `window` successive pairs, oldest first, with the
 * standard error of each (see `spearman`). Windows in which x or y is constant have no
 * rho and are left out. O(n w log w).
 *
 * @throws RangeError when lengths differ, a value is NaN or infinite, the window is not
 * a whole number of at least 3, or there are fewer pairs than a window
 * @example rollingSpearman([1, 2, 3, 4], [1, 3, 2, 4], 4)[0].rho // 0.8
 */
export function rollingSpearman(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  window: number,
): RollingSpearman[] {
  if (!Number.isInteger(window) || window < 3) {
    throw new RangeError(`rollingSpearman needs a whole window of at least 3: got ${window}`);
  }
  const n = requirePairs("rollingSpearman", x, y, window);
  const xs = Float64Array.from(x);
  const ys = Float64Array.from(y);
  const result: RollingSpearman[] = [];
  for (let end = window - 1; end < n; end++) {
    const partX = xs.subarray(end - window + 1, end + 1);
    const partY = ys.subarray(end - window + 1, end + 1);
    if (isConstant(partX) || isConstant(partY)) continue;
    const {rho, variance} = spearman(partX, partY);
    result.push({end, rho, standardError: Math.sqrt(variance)});
  }
  return result;
}

function isConstant(values: Float64Array): boolean {
  return values.every(value => value === values[0]);
}
