import {requireSample} from "./requireSample.ts";

/**
 * The number of pairs (x_i, y_i), after checking that a method called `name` can
 * be served: equally long, at least `least` pairs, all values finite.
 *
 * @throws RangeError when lengths differ, pairs are too few, or a value is NaN or infinite
 * @example requirePairs("pearson", [1, 2, 3], [4, 5, 6], 2) // 3
 */
export function requirePairs(
  name: string,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  least: number,
): number {
  if (x.length !== y.length) {
    throw new RangeError(`${name} needs pairs: got ${x.length} x and ${y.length} y`);
  }
  requireSample(name, y, least);
  return requireSample(name, x, least);
}
