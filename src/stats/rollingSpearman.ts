import {ascendingOrder} from "./ascendingOrder.ts";
import {requirePairs} from "./requirePairs.ts";
import {spearmanOfRanks} from "./spearman.ts";
import {ranked} from "./spearmanInfluence.ts";

/** rho over the window whose last pair has index `end`, and its standard error. */
export interface RollingSpearman {
  end: number;
  rho: number;
  standardError: number;
}

/**
 * Spearman's rho over every run of `window` successive pairs, oldest first, with the
 * standard error of each (see `spearman`). Windows in which x or y is constant have no
 * rho and are left out. O(n w).
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
  const xs = new Float64Array(x);
  const ys = new Float64Array(y);
  let xOrder = ascendingOrder(xs.subarray(0, window));
  let yOrder = ascendingOrder(ys.subarray(0, window));
  const result: RollingSpearman[] = [];
  for (let end = window - 1; end < n; end++) {
    const partX = xs.subarray(end - window + 1, end + 1);
    const partY = ys.subarray(end - window + 1, end + 1);
    if (end >= window) {
      xOrder = movedOn(xOrder, partX);
      yOrder = movedOn(yOrder, partY);
    }
    if (isConstant(partX) || isConstant(partY)) continue;
    const {rho, variance} = spearmanOfRanks(ranked(partX, xOrder), ranked(partY, yOrder));
    result.push({end, rho, standardError: Math.sqrt(variance)});
  }
  return result;
}

/** The ascending order of a window, from that of the window one pair earlier. */
function movedOn(earlier: Uint32Array, values: Float64Array): Uint32Array {
  const last = values.length - 1;
  const entering = values[last] ?? Number.NaN;
  const order = new Uint32Array(values.length);
  let place = 0;
  let entered = false;
  for (const index of earlier) {
    if (index === 0) continue; // it has left
    if (!entered && values[index - 1]! > entering) {
      order[place++] = last;
      entered = true;
    }
    order[place++] = index - 1;
  }
  if (!entered) order[place] = last;
  return order;
}

function isConstant(values: Float64Array): boolean {
  return values.every(value => value === values[0]);
}
