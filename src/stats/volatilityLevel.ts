import {deviations} from "./deviations.ts";
import {requireSample} from "./requireSample.ts";

/** Mean absolute deviation × this is the standard deviation of a normal distribution. */
export const normalPerAbsolute = Math.sqrt(Math.PI / 2);

/** What volatility is expected of a coin before its returns are looked at: 5.5 % a day. */
export const typicalVolatility = 0.055;
const recentDays = 60;
const weights = {all: 0.5, recent: 0.35, typical: 0.15};

/**
 * The volatility per day that a coin can be expected to keep: the geometric mean of that
 * of all `returns` (weight 0.5; give a year of them), of the last 60 (0.35) and of a
 * typical coin, 5.5 % (0.15). `returns` are daily log returns, oldest first.
 *
 * Each is √(π/2) × the mean absolute deviation from the mean of all returns, which is the
 * standard deviation where returns are normal; it foretells the next months better than
 * the standard deviation does, since a single jump weighs less (Taylor, 1986; Davidian
 * and Carroll, 1987). The typical coin shrinks what is extreme (James and Stein, 1961).
 * The weights were chosen on one half of the coins of `bench:calibration`.
 *
 * Products, roots, logarithms and exponentials: the same on every platform to the last
 * digits.
 *
 * @throws RangeError when there are fewer than 60 returns, one is NaN or infinite, or all
 * or the last 60 of them equal the mean
 * @example volatilityLevel(Array.from({length: 60}, (_, i) => (i % 2 ? 0.055 : -0.055))) // 0.06663672386633633
 */
export function volatilityLevel(returns: ArrayLike<number>): number {
  const n = requireSample("volatilityLevel", returns, recentDays);
  const centred = deviations(returns);
  let all = 0;
  let recent = 0;
  for (const [i, value] of centred.entries()) {
    const size = Math.abs(value);
    all += size;
    if (i >= n - recentDays) recent += size;
  }
  if (all === 0 || recent === 0) {
    throw new RangeError(`volatilityLevel needs returns that vary: all ${returns[n - 1]}`);
  }
  return Math.exp(
    weights.all * Math.log((normalPerAbsolute * all) / n) +
      weights.recent * Math.log((normalPerAbsolute * recent) / recentDays) +
      weights.typical * Math.log(typicalVolatility),
  );
}
