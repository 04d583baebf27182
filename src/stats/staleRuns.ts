import {at} from "./at.ts";
import {median} from "./median.ts";
import {requireSample} from "./requireSample.ts";

/** Days on which a price did not move; indices are of prints, both ends in the run. */
export interface StaleRun {
  from: number;
  to: number;
  /** Prints in the run. */
  prints: number;
  value: number;
  /** Whether the run goes on to the last print: a feed that may be dead. */
  open: boolean;
}

/** A price that moves less than this a day, at the median of the days it moves, is pegged. */
const pegged = 0.002;

/**
 * Runs of equal prints in a price that otherwise moves: a feed that stands still, a market
 * without trades, or digits lost to rounding. Their zero returns are no market's, and
 * spoil every rank. `least` prints in a row are a run (5 by default: four days without a
 * change); the true price of a coin hits the same digits twice now and then, not five times.
 *
 * A price that hardly ever moves has no stale runs: a stablecoin stands still by design.
 * That is when its daily change, on the days it changes, is below 0.2 % at the median; for
 * such prices, and for fewer than `least` prints, the answer is empty. A price that never
 * moves at all is one run, unless it is 1 (a peg's own price).
 *
 * @param values positive prices, oldest first, faults removed (`priceFaults`)
 * @throws RangeError when a value is not positive and finite, or least is not a whole
 * number of at least 3
 * @example staleRuns([1, 1.1, 1.1, 1.1, 1.2], 3) // [{"from": 1, "to": 3, "prints": 3, "value": 1.1, "open": false}]
 */
export function staleRuns(values: ArrayLike<number>, least = 5): StaleRun[] {
  if (!Number.isInteger(least) || least < 3) {
    throw new RangeError(`staleRuns needs a whole number of at least 3: got ${least}`);
  }
  const n = requireSample("staleRuns", values, 0);
  for (let i = 0; i < n; i++) {
    if (!(at(values, i) > 0))
      throw new RangeError(`staleRuns needs prices: got ${values[i]} at ${i}`);
  }
  if (isPegged(values)) return [];
  const runs: StaleRun[] = [];
  for (let from = 0, next = 0; from < n; from = next) {
    while (next < n && values[next] === values[from]) next++;
    const prints = next - from;
    if (prints >= least) {
      runs.push({from, to: next - 1, prints, value: at(values, from), open: next === n});
    }
  }
  return runs;
}

function isPegged(values: ArrayLike<number>): boolean {
  const changes: number[] = [];
  for (let i = 1; i < values.length; i++) {
    const change = Math.abs(Math.log(at(values, i)) - Math.log(at(values, i - 1)));
    if (change > 0) changes.push(change);
  }
  return changes.length === 0 ? values[0] === 1 : median(changes) < pegged;
}
