import {deviations} from "./deviations.ts";
import {dot} from "./dot.ts";
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
  requirePairs("pearson", x, y, 2);
  const dx = unitDeviations(x, "x");
  const dy = unitDeviations(y, "y");
  return Math.max(-1, Math.min(1, dot(dx, dy) / Math.sqrt(dot(dx, dx) * dot(dy, dy))));
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
