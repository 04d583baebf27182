import {at} from "./at.ts";
import {requireSample} from "./requireSample.ts";

/**
 * Returns divided by the volatility to be expected of their day, so that calm and wild
 * months weigh alike: each value over a weighted mean of the absolute values before it,
 * the weight shrinking by `decay` a day (RiskMetrics' 0.94 by default; absolute values
 * rather than squares, since one extreme day would rule the squares for weeks). The
 * mean starts from that of the first 20 values. Only the past is used, from there on.
 * Zeros stay 0, so equal closes stay ties.
 *
 * @throws RangeError when there are no values, one is NaN or infinite, all are 0, or
 * the decay is not strictly between 0 and 1
 * @example [...ewmaScaled([1, -1, 1])] // [1, -1, 1]
 */
export function ewmaScaled(values: ArrayLike<number>, decay = 0.94): Float64Array {
  const n = requireSample("ewmaScaled", values, 1);
  if (!(decay > 0 && decay < 1)) {
    throw new RangeError(`ewmaScaled needs 0 < decay < 1: got ${decay}`);
  }
  const start = meanSize(values, Math.min(20, n)) || meanSize(values, n);
  if (start === 0) throw new RangeError("ewmaScaled needs values other than 0");
  const scaled = new Float64Array(n);
  let size = start;
  for (let i = 0; i < n; i++) {
    const value = at(values, i);
    scaled[i] = value / Math.max(size, Number.MIN_VALUE);
    size = decay * size + (1 - decay) * Math.abs(value);
  }
  return scaled;
}

function meanSize(values: ArrayLike<number>, count: number): number {
  let total = 0;
  for (let i = 0; i < count; i++) total += Math.abs(at(values, i)) / count;
  return total;
}
