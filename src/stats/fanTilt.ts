import {at} from "./at.ts";
import {typicalVolatility} from "./volatilityLevel.ts";

/** How a simulated fan is moved and stretched at one horizon. */
export interface FanTilt {
  /** Where the median of the log returns is put; 0 is today's price. */
  median: number;
  /** What distances above the median are multiplied by. */
  up: number;
  /** What distances below the median are multiplied by. */
  down: number;
}

/** Chosen on half A of the coins of `bench:calibration`, and not since. */
const drift = 0.3;
const stretch = 0.2;
const buildUpDays = 30;
/** Band scale by horizon; between them linear in the logarithm of days. */
const scales = [
  [30, 1.02],
  [90, 1.06],
  [365, 0.97],
] as const;

/**
 * What coins in general did beyond what a single coin's past year tells, as constants
 * fixed beforehand: for log returns `days` ahead of a coin with this `volatility` per day.
 *
 * - **Drift of the median**: most coins lose against the dollar most of the time, and a
 *   calm one like Bitcoin less. The median is put below today's price by 0.3 × volatility
 *   × √days × build-up, and by that times volatility / 5.5 % for a coin calmer than the
 *   typical one.
 * - **Tilt**: gains reach further than losses. Distances above the median are stretched by
 *   exp(0.2 × build-up), those below it shrunk by the same: the two-piece distribution of
 *   the Bank of England's fan charts (Britton, Fisher and Whitley, 1998; Wallis, 2004).
 *   With it the mean of the log returns falls less than half as far as their median.
 * - **Build-up**: both are nothing at first and grow over about a month:
 *   √(days / (days + 30)).
 * - **Scale**: bands 2 % wider at 30 days, 6 % wider at 90 and 3 % narrower at 365 than
 *   simulated: moves of some weeks go on more often than shuffled days do, and turn later.
 *
 * @throws RangeError when days or the volatility are not positive and finite
 * @example fanTilt(90, 0.06).median // -0.14788509052639484
 */
export function fanTilt(days: number, volatility: number): FanTilt {
  if (!(days > 0 && days < Infinity && volatility > 0 && volatility < Infinity)) {
    throw new RangeError(
      `fanTilt needs positive days and volatility: got ${days} and ${volatility}`,
    );
  }
  const buildUp = Math.sqrt(days / (days + buildUpDays));
  const reach = Math.exp(stretch * buildUp);
  const scale = scaleAt(days);
  const size = Math.min(1, volatility / typicalVolatility) * volatility;
  return {
    median: -drift * size * Math.sqrt(days) * buildUp,
    up: scale * reach,
    down: scale / reach,
  };
}

function scaleAt(days: number): number {
  const next = scales.findIndex(([anchor]) => anchor >= days);
  if (next === 0) return scales[0][1];
  if (next < 0) return at(scales, scales.length - 1)[1];
  const [from, low] = at(scales, next - 1);
  const [to, high] = at(scales, next);
  return low + (Math.log(days / from) / Math.log(to / from)) * (high - low);
}

/**
 * The median of `fanTilt` for readers who check it; the volatility is the daily one.
 *
 * @example medianFormula(30) // "-0.3 × min(1, volatility / 0.055) × volatility × √30 × √(30 / 60)"
 */
export function medianFormula(days: number): string {
  const size = `min(1, volatility / ${typicalVolatility}) × volatility`;
  return `-${drift} × ${size} × √${days} × √(${days} / ${days + buildUpDays})`;
}
