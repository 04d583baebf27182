import {studentTQuantile} from "./studentT.ts";

/**
 * The rho below a baseline's that `rankDependenceTest` finds with the given power: with
 * 0.8, four times in five. A window whose true rho lies between this and the baseline's
 * would often pass for unchanged. It can fall below 0 for short windows.
 *
 * An approximation: on the scale of atanh rho the drop is (t_{1 - level/2} + t_{power})
 * sqrt(c / w + c0 / n0) with w - 3 degrees of freedom, where c0 / n0 is the variance of the
 * baseline and c / w that of the window. What common extreme days add to the variance
 * fades with the dependence itself: c = 1 + (c0 - 1)(1 - |rho0| (1 - |rho / rho0|³)), read
 * from simulated returns (GARCH, Student's t, tails shared and apart). `bench/power.ts`
 * measures how far the statement is true.
 *
 * @param baseline rho, the variance of that rho, and the number of pairs n
 * @param windowLength the number of pairs w of the window, at least 4
 * @throws RangeError when |rho| is not below 1, the variance is not positive, counts
 * are not whole or too small, or level or power is not strictly between 0 and 1
 * @example smallestVisibleDrop({rho: 0, variance: 0.01, n: 100}, 100) // -0.3801472223980694
 */
export function smallestVisibleDrop(
  baseline: {rho: number; variance: number; n: number},
  windowLength: number,
  {level = 0.05, power = 0.8}: {level?: number; power?: number} = {},
): number {
  const {rho, variance, n} = baseline;
  if (!(Math.abs(rho) < 1)) throw new RangeError(`smallestVisibleDrop needs |rho| < 1: got ${rho}`);
  if (!(variance > 0 && variance < Infinity)) {
    throw new RangeError(`smallestVisibleDrop needs a positive variance: got ${variance}`);
  }
  if (!Number.isInteger(n) || n < 3) {
    throw new RangeError(`smallestVisibleDrop needs a baseline of 3 pairs: got ${n}`);
  }
  if (!Number.isInteger(windowLength) || windowLength < 4) {
    throw new RangeError(`smallestVisibleDrop needs a window of 4 pairs: got ${windowLength}`);
  }
  const df = windowLength - 3;
  const errors = studentTQuantile(1 - level / 2, df) + studentTQuantile(power, df);
  const known = variance / (1 - rho * rho) ** 2;
  /** The rho that is found, were the window's variance that of `candidate`. */
  const foundAt = (candidate: number): number => {
    const spread = perPair(candidate, rho, n * known) / windowLength + known;
    return Math.tanh(Math.atanh(rho) - errors * Math.sqrt(spread));
  };
  // foundAt moves little with its argument: there is one answer, and halving finds it.
  let low = -1;
  let high = rho;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (foundAt(middle) > middle) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** n times the variance of atanh rho in a window whose true value is `candidate`. */
function perPair(candidate: number, rho: number, baseline: number): number {
  if (Math.abs(candidate) >= Math.abs(rho)) return baseline;
  const left = 1 - Math.abs(rho) * (1 - Math.abs(candidate / rho) ** 3);
  return 1 + (baseline - 1) * left;
}
