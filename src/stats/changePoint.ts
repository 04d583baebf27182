import {deviations} from "./deviations.ts";
import {dot} from "./dot.ts";
import {ewmaScaled} from "./ewmaScaled.ts";
import {requirePairs} from "./requirePairs.ts";
import {spearmanInfluence} from "./spearmanInfluence.ts";

/** What the test for a change at an unknown time found. */
export interface ChangePoint {
  /** The largest two-sample contrast over all days, in standard errors; never negative. */
  statistic: number;
  p: number;
  /** Of the first pair after the change, were there one. */
  index: number;
}

export interface ChangePointOptions {
  /** Pairs at either end within which no change is sought. */
  trim?: number;
  /** Lags of the long-run variance. */
  lags?: number;
}

/**
 * Whether, and when, the rank dependence between x and y changed, at a time not known
 * beforehand; x and y are daily log returns, oldest first.
 *
 * A fluctuation test for constant Spearman's rho (Wied, Dehling, van Kampen and Vogel,
 * 2014, after Wied, Krämer and Dehling, 2012) on returns scaled by their expected
 * volatility (`ewmaScaled`). With h the influence values of the pairs on rho
 * (`spearmanInfluence`) and S_k the sum of their first k deviations, the statistic is the
 * largest |S_k| / (s sqrt(n t (1 - t))), t = k / n, over trim <= k <= n - trim, s² being
 * the long-run variance of h (Bartlett weights; Newey and West, 1987). The weight makes
 * up for the power that the unweighted sum lacks near the ends, where news is.
 * `index` is the k of that maximum.
 *
 * p is the chance that a standardised Brownian bridge, looked at once a day, goes as far
 * (Vostrikova, 1981, with the overshoot of discrete time by James, James and Siegmund,
 * 1987): accurate where it is small and at most 1 elsewhere.
 *
 * @throws RangeError when lengths differ, a value is NaN or infinite, x or y is constant,
 * trim is not a whole number of at least 5, there are fewer than 3 trim pairs, lags is not
 * a whole number below n, or the dependence has no variance
 * @example changePoint([1, -2, 3, -4, 5, -6, 7, -8, 9, 1, -2, 3, -4, 5, -6, 7, -8, 9], [1, -3, 2, -4, 6, -5, 8, -8, 9, -1, 2, -2, 4, -5, 7, -7, 6, -9], {trim: 5}).index // 9
 */
export function changePoint(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  {trim = 20, lags = 2}: ChangePointOptions = {},
): ChangePoint {
  if (!Number.isInteger(trim) || trim < 5) {
    throw new RangeError(`changePoint needs a whole trim of at least 5: got ${trim}`);
  }
  const n = requirePairs("changePoint", x, y, 3 * trim);
  if (!Number.isInteger(lags) || lags < 0 || lags >= n) {
    throw new RangeError(`changePoint needs whole lags below ${n}: got ${lags}`);
  }
  requireVariety("x", x);
  requireVariety("y", y);
  const influence = deviations(spearmanInfluence(ewmaScaled(x), ewmaScaled(y)));
  const variance = longRunVariance(influence, lags);
  if (!(variance > 0)) throw new RangeError("changePoint needs a dependence that varies");

  let index = trim;
  let statistic = 0;
  let total = 0;
  for (const [i, value] of influence.subarray(0, n - trim).entries()) {
    const k = i + 1;
    total += value;
    if (k < trim) continue;
    const contrast = Math.abs(total) / Math.sqrt((variance * k * (n - k)) / n);
    if (contrast > statistic) {
      statistic = contrast;
      index = k;
    }
  }
  return {statistic, p: excursion(statistic, n, trim), index};
}

function requireVariety(name: string, values: ArrayLike<number>): void {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return;
  throw new RangeError(`changePoint needs values that vary: ${name} is ${values[0]}`);
}

/** The variance of a sum of centred values over their number, with Bartlett weights. */
function longRunVariance(centred: Float64Array, lags: number): number {
  const n = centred.length;
  let variance = 0;
  for (let lag = 0; lag <= lags; lag++) {
    const products = dot(centred.subarray(lag), centred.subarray(0, n - lag));
    variance += ((lag === 0 ? 1 : 2 * (1 - lag / (lags + 1))) * products) / n;
  }
  return variance;
}

/** The chance that |B(t)| / sqrt(t (1 - t)) reaches b at t = k / n, trim <= k <= n - trim. */
function excursion(b: number, n: number, trim: number): number {
  // Below this the expansion turns back; what it gives there is above one half anyway.
  if (b < 2) return excursion(2, n, trim) ** ((b / 2) ** 2);
  const density = Math.exp((-b * b) / 2) / Math.sqrt(2 * Math.PI);
  let time = 0;
  for (let k = trim; k < n - trim; k++) {
    const t = (k + 0.5) / n;
    time += overshoot(b / Math.sqrt(n * t * (1 - t))) / (n * t * (1 - t));
  }
  return Math.min(1, density * (b * time - time / b + 4 / b));
}

/** Siegmund's nu, for jumps of this size in standard deviations. */
function overshoot(size: number): number {
  return Math.exp(-0.583 * size);
}
