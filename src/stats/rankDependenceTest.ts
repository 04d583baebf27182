import {type Spearman, spearman} from "./spearman.ts";
import {studentTTwoSided} from "./studentT.ts";

/** Pairs (x_i, y_i), such as daily log returns of a benchmark and an asset. */
export interface Pairs {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** What the test found; variances are those of the two rho, `n` counts pairs. */
export interface RankDependenceTest {
  rho: number;
  variance: number;
  n: number;
  baselineRho: number;
  baselineVariance: number;
  baselineN: number;
  statistic: number;
  degreesOfFreedom: number;
  p: number;
}

/**
 * Whether the dependence between x and y differs between a window and a baseline
 * that do not overlap: T = (atanh rho1 - atanh rho0) / sqrt(v1 / (1 - rho1²)² +
 * v0 / (1 - rho0²)²) with Spearman's rho and its own variance on either side,
 * against Student's t with w - 3 degrees of freedom (w pairs in the window), two-
 * sided. T is positive when dependence is stronger in the window. The question and
 * the method's record are in `design/methods.md`, "Decoupling".
 *
 * @throws RangeError when a side cannot be served by `spearman`, the window has fewer
 * than four pairs, or the ranks of a side agree or oppose perfectly
 * @example rankDependenceTest({x: [1, 2, 3, 4, 5], y: [2, 1, 3, 5, 4]}, {x: [1, 2, 3, 4, 5], y: [2, 1, 3, 5, 4]}).p // 1
 */
export function rankDependenceTest(window: Pairs, baseline: Pairs): RankDependenceTest {
  const now = spearman(window.x, window.y);
  const before = spearman(baseline.x, baseline.y);
  const degreesOfFreedom = window.x.length - 3;
  if (degreesOfFreedom < 1) {
    throw new RangeError(`rankDependenceTest needs a window of 4 pairs: got ${window.x.length}`);
  }
  const error = Math.sqrt(atanhVariance(now) + atanhVariance(before));
  const difference = Math.atanh(now.rho) - Math.atanh(before.rho);
  if (error === 0) throw new RangeError(`rankDependenceTest needs variance: rho ${now.rho}`);
  const statistic = difference / error;
  return {
    rho: now.rho,
    variance: now.variance,
    n: window.x.length,
    baselineRho: before.rho,
    baselineVariance: before.variance,
    baselineN: baseline.x.length,
    statistic,
    degreesOfFreedom,
    p: studentTTwoSided(statistic, degreesOfFreedom),
  };
}

/** The variance of atanh rho, by the delta method. */
function atanhVariance({rho, variance}: Spearman): number {
  if (Math.abs(rho) >= 1) throw new RangeError(`rankDependenceTest needs |rho| < 1: got ${rho}`);
  return variance / (1 - rho * rho) ** 2;
}
