import {at} from "./at.ts";
import {quantileSorted} from "./quantile.ts";

/** Prices that outcomes stay below with a probability of 5 %, 10 %, … 95 %. */
export interface CaseRange {
  p5: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
  p95: number;
}

/**
 * Quantiles (type 7) of a future price, in the unit of `price`: price × exp of the
 * outcomes' quantiles. `outcomes` are log returns in ascending order, as
 * `filteredHistoricalSimulation` gives them. Below p25 is the bear case, above p75 the
 * bull case, between them the base case.
 *
 * @throws RangeError when there are no outcomes, they are not ascending and finite, or
 * the price or a result is not positive and finite
 * @example caseRange([-0.5, 0, 0.5], 100).p50 // 100
 */
export function caseRange(outcomes: ArrayLike<number>, price: number): CaseRange {
  let last = -Infinity;
  for (let i = 0; i < outcomes.length; i++) {
    const outcome = at(outcomes, i);
    if (!Number.isFinite(outcome) || outcome < last)
      throw new RangeError(`caseRange needs ascending outcomes: ${outcome} at index ${i}`);
    last = outcome;
  }
  const quantileAt = (p: number): number => {
    const value = price * Math.exp(quantileSorted(outcomes, p));
    if (!(value > 0 && value < Infinity)) {
      throw new RangeError(`caseRange needs a positive price and result: ${price} gives ${value}`);
    }
    return value;
  };
  return {
    p5: quantileAt(0.05),
    p10: quantileAt(0.1),
    p25: quantileAt(0.25),
    p50: quantileAt(0.5),
    p75: quantileAt(0.75),
    p90: quantileAt(0.9),
    p95: quantileAt(0.95),
  };
}
