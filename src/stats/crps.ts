import {normalCdf, normalDensity} from "./normalCdf.ts";

/**
 * The continuous ranked probability score of a forecast given as equally likely
 * `outcomes` in ascending order, when `observed` came: mean |x_i - observed| -
 * ½ mean |x_i - x_j|, exact, in one pass (Gneiting and Raftery, 2007, eq. 21). In the unit of
 * the values; 0 is perfect, and for a single outcome it is the absolute error.
 *
 * @throws RangeError when there are no outcomes, they do not ascend, or a value is not finite
 * @example crpsOfOutcomes([1, 2, 4], 3) // 0.6666666667
 */
export function crpsOfOutcomes(outcomes: ArrayLike<number>, observed: number): number {
  const n = outcomes.length;
  if (n === 0) throw new RangeError("crps needs 1 or more outcomes: got 0");
  let error = 0;
  let spread = 0;
  let last = -Infinity;
  for (let i = 0; i < n; i++) {
    const value = outcomes[i]!;
    if (!(value >= last)) throw new RangeError(`crps needs ascending outcomes: ${value} at ${i}`);
    last = value;
    error += Math.abs(value - observed);
    spread += (2 * i + 1 - n) * value;
  }
  const score = error / n - spread / n / n;
  if (!Number.isFinite(score)) throw new RangeError(`crps is not finite: observed ${observed}`);
  return score;
}

/**
 * The same score of a normal distribution, in closed form (Gneiting and others, 2005).
 *
 * @throws RangeError when the deviation is not positive, or a value is not finite
 * @example crpsOfNormal(0, 1, 0) // 0.2336949772
 */
export function crpsOfNormal(mean: number, deviation: number, observed: number): number {
  requireDeviation(deviation);
  const z = (observed - mean) / deviation;
  return deviation * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/**
 * The same score of a lognormal distribution, whose logarithm is normal with the mean
 * and deviation given, in closed form (Baran and Lerch, 2015).
 *
 * @throws RangeError when the deviation or the observed value is not positive, or a value
 * is not finite
 * @example crpsOfLognormal(0, 1, 1) // 0.26740546702269385
 */
export function crpsOfLognormal(mean: number, deviation: number, observed: number): number {
  requireDeviation(deviation);
  if (!(observed > 0)) throw new RangeError(`crps needs a positive value: got ${observed}`);
  const z = (Math.log(observed) - mean) / deviation;
  const expected = Math.exp(mean + (deviation * deviation) / 2);
  const reach = normalCdf(z - deviation) + normalCdf(deviation / Math.SQRT2) - 1;
  return observed * (2 * normalCdf(z) - 1) - 2 * expected * reach;
}

function requireDeviation(deviation: number): void {
  if (!(deviation > 0 && deviation < Infinity)) {
    throw new RangeError(`crps needs a positive deviation: got ${deviation}`);
  }
}
