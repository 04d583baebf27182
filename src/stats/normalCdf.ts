/**
 * The probability that a standard normal value is at most z, to about 15 decimals: the
 * series of Marsaglia (2004), Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …). Absolute
 * precision only: beyond 8 it is 0 or 1.
 *
 * @throws RangeError when z is NaN
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError("normalCdf needs a number: got NaN");
  if (z < -8) return 0;
  if (z > 8) return 1;
  let total = z;
  let before = 0;
  let term = z;
  for (let i = 3; total !== before; i += 2) {
    before = total;
    term *= (z * z) / i;
    total += term;
  }
  return 0.5 + total * normalDensity(z);
}

/**
 * The density of the standard normal distribution at z.
 *
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  return Math.exp(-z * z * 0.5) / Math.sqrt(2 * Math.PI);
}
