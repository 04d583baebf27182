import {at} from "./at.ts";
import {requireSample} from "./requireSample.ts";

/**
 * Where x stands among the values: the share below it plus half the share equal to
 * it (mid-rank convention), from 0 to 1. x need not be one of them; `1 -` the
 * result is the same measure of the share above.
 *
 * @throws RangeError when there are no values, or a value or x is NaN or infinite
 * @example percentileRank([10, 20, 20, 30], 20) // 0.5
 */
export function percentileRank(values: ArrayLike<number>, x: number): number {
  const n = requireSample("percentileRank", values, 1);
  if (!Number.isFinite(x)) throw new RangeError(`percentileRank needs a finite x: got ${x}`);
  let below = 0;
  let equal = 0;
  for (let i = 0; i < n; i++) {
    const value = at(values, i);
    if (value < x) below++;
    else if (value === x) equal++;
  }
  return (below + equal / 2) / n;
}
