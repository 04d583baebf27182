import {deviations} from "./deviations.ts";
import {requireSample} from "./requireSample.ts";

const days = 5;
const trust = 0.7;
const least = 0.3;

/**
 * How much of the size of daily moves is still there after days: the mean absolute move over 5
 * days, over √5 × that over one day, to the power 0.7, and 0.3 at the least. It is 1
 * where moves neither go on nor turn back. In thin trading the price bounces between bid
 * and ask (Roll, 1984), daily volatility then promises more than months bring, and the
 * share is below 1. A variance ratio (Lo and MacKinlay, 1988) of absolute moves, drawn
 * towards 1 since a year tells it roughly. `returns` are daily log returns, oldest first;
 * their mean is taken off.
 *
 * @throws RangeError when there are fewer than 60 returns, one is NaN or infinite, or
 * they do not vary
 * @example lastingShare(Array.from({length: 60}, (_, i) => (i % 2 ? 0.055 : -0.055))) // 0.569325319425153
 */
export function lastingShare(returns: ArrayLike<number>): number {
  const n = requireSample("lastingShare", returns, 60);
  const centred = deviations(returns);
  let daily = 0;
  let over = 0;
  let move = 0;
  for (const [i, value] of centred.entries()) {
    daily += Math.abs(value);
    move += value - (centred[i - days] ?? 0);
    if (i >= days - 1) over += Math.abs(move);
  }
  if (daily === 0) throw new RangeError(`lastingShare needs returns that vary: all ${returns[0]}`);
  const ratio = over / (n - days + 1) / Math.sqrt(days) / (daily / n);
  return Math.max(least, Math.exp(trust * Math.log(Math.max(ratio, Number.MIN_VALUE))));
}
