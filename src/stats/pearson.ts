import {deviations} from "./deviations.ts";
import {requirePairs} from "./requirePairs.ts";

/**
 * Pearson's product-moment correlation of the pairs (x_i, y_i), from -1 to 1, from
 * centred values.
 *
 * @throws RangeError when lengths differ, there are fewer than two pairs, a value is
 * NaN or infinite, or x or y is constant
 * @example pearson([1, 2, 3, 4], [1, 3, 2, 4]) // 0.8
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = requirePairs("pearson", x, y, 2);
  const dx = unitDeviations(x, "x");
  const dy = unitDeviations(y, "y");
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    xx += dx[i]! * dx[i]!;
    yy += dy[i]! * dy[i]!;
    xy += dx[i]! * dy[i]!;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Deviations over the largest of them, so that squares neither over- nor underflow. */
function unitDeviations(values: ArrayLike<number>, name: string): Float64Array {
  const centred = deviations(values);
  let largest = 0;
  for (const value of centred) largest = Math.max(largest, Math.abs(value));
  if (largest === 0)
    throw new RangeError(`pearson needs values that vary: ${name} is ${values[0]}`);
  return centred.map(value => value / largest);
}
