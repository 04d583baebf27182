/**
 * The probability that Student's t with `df` degrees of freedom (any positive
 * number) is at most t. Relative precision holds in the lower tail; for the upper
 * tail ask for `studentTCdf(-t, df)`, since 1 minus this loses it.
 *
 * Through the regularised incomplete beta function, by Lentz's continued fraction
 * (Numerical Recipes, 6.4). Our own code because the library we test against takes
 * longer to load than a note's arithmetic takes to run.
 *
 * @throws RangeError when t is NaN or infinite, or df is not positive and finite
 * @example studentTCdf(1, 1) // 0.75
 */
export function studentTCdf(t: number, df: number): number {
  const half = studentTTwoSided(t, df) / 2;
  return t > 0 ? 1 - half : half;
}

/**
 * The probability that Student's t with `df` degrees of freedom lies at least as
 * far from 0 as t, on either side: the two-sided p-value. Computed as such, not as
 * 1 minus something, so far tails keep their digits.
 *
 * @throws RangeError when t is NaN or infinite, or df is not positive and finite
 * @example studentTTwoSided(-1, 1) // 0.5
 */
export function studentTTwoSided(t: number, df: number): number {
  if (!Number.isFinite(t)) throw new RangeError(`studentT needs a finite t: got ${t}`);
  requireDegrees(df);
  return Math.min(1, split(Math.abs(t), df).outside);
}

/**
 * The value that Student's t with `df` degrees of freedom stays at or below with
 * probability p. Newton's steps on logarithms, kept inside a bracket.
 *
 * @throws RangeError when p is not strictly between 0 and 1, or df is not positive
 * and finite, or the value is too large for a number
 * @example studentTQuantile(0.75, 1) // 1
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`studentTQuantile needs 0 < p < 1: got ${p}`);
  requireDegrees(df);
  if (p === 0.5) return 0;
  const near = Math.abs(p - 0.5) < 0.25; // there 2 |p - 0.5| is exact, further out the tail is
  const goal = Math.log(near ? 2 * Math.abs(p - 0.5) : 2 * Math.min(p, 1 - p));
  const t = Math.exp(solve(near, goal, df));
  if (!(t < 1e307)) throw new RangeError(`studentTQuantile overflows: p ${p}, df ${df}`);
  return p < 0.5 ? -t : t;
}

function requireDegrees(df: number): void {
  if (!(df > 0 && df < Infinity)) {
    throw new RangeError(`studentT needs positive, finite degrees of freedom: got ${df}`);
  }
}

/** The s = log t at which log P(|T| < t) (inside) or log P(|T| >= t) reaches the goal. */
function solve(inside: boolean, goal: number, df: number): number {
  let low = -Infinity;
  let high = Infinity;
  let s = 0;
  for (let step = 0; step < 400; step++) {
    const {within, outside, slope} = split(Math.exp(s), df);
    const share = inside ? within : outside;
    const miss = Math.log(share) - goal;
    if (inside === miss > 0) high = s;
    else low = s;
    let next = s - (inside ? miss : -miss) * (share / slope);
    if (!(next > low && next < high)) next = between(low, high);
    if (Math.abs(next - s) <= 1e-16 * Math.max(1, Math.abs(s)) || next === s) return next;
    s = next;
  }
  return s;
}

function between(low: number, high: number): number {
  if (high === Infinity) return low + 1;
  if (low === -Infinity) return high - 1;
  return (low + high) / 2;
}

/** P(|T| < t), P(|T| >= t), and what the first gains per unit of log t, for t >= 0. */
function split(t: number, df: number): {within: number; outside: number; slope: number} {
  const a = df / 2;
  const q = t / Math.sqrt(df);
  const log = q > 1e8 ? 2 * Math.log(q) : Math.log1p(q * q);
  const x = q > 1e150 ? 0 : 1 / (1 + q * q);
  const root = q > 1e8 ? 1 : q / Math.sqrt(1 + q * q);
  const slope = 2 * Math.exp(-a * log) * root * (gammaRatio(a) / Math.sqrt(Math.PI));
  if (x < (a + 1) / (a + 2.5)) {
    const outside = slope / 2 / continuedFraction(a, 0.5, x, root * root);
    return {within: 1 - outside, outside, slope};
  }
  const within = slope / 2 / continuedFraction(0.5, a, root * root, x);
  return {within, outside: 1 - within, slope};
}

/** Gamma(a + 1/2) / Gamma(a): its asymptotic series, carried down from a >= 30. */
function gammaRatio(a: number): number {
  let factor = 1;
  let shifted = a;
  while (shifted < 30) {
    factor *= shifted / (shifted + 0.5);
    shifted++;
  }
  const z = 1 / shifted;
  let series = 39325 / 33554432;
  for (const coefficient of [
    869 / 4194304,
    -399 / 262144,
    -21 / 32768,
    5 / 1024,
    1 / 128,
    -1 / 8,
  ]) {
    series = series * z + coefficient;
  }
  return factor * Math.sqrt(shifted) * (1 + series * z);
}

/**
 * The continued fraction K of the incomplete beta function, by Lentz's method:
 * I_x(a, b) = x^a y^b / (B(a, b) K), with y = 1 - x given apart, so that no digits go
 * when x is near 1 (the form of Didonato and Morris, 1992).
 */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const base = a * y - b * x + 1;
  let fraction = (a * base) / (a + 1);
  let c = fraction;
  let d = 0;
  for (let m = 1; m <= 100_000; m++) {
    const odd = a + 2 * m - 1;
    const up = (((a + m - 1) / odd) * (a + b + m - 1) * m * (b - m) * x * x) / odd;
    const down = m + (m * (b - m) * x) / odd + ((a + m) / (odd + 2)) * (base + m * (2 - x));
    d = 1 / (down + up * d);
    c = down + up / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2e-16) break;
  }
  return fraction;
}
