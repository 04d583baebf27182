import {float64} from "./float64.ts";

/**
 * The number of values, after checking that a method called `name` can be served:
 * at least `least` of them, all finite. Every method here starts with this check,
 * so none of them can answer NaN.
 *
 * @throws RangeError when there are too few values, or one is NaN or infinite
 * @example requireSample("mean", [1, 2, 3], 1) // 3
 */
export function requireSample(name: string, values: ArrayLike<number>, least: number): number {
  const n = values.length;
  if (n < least) throw new RangeError(`${name} needs ${least} or more values: got ${n}`);
  const own = float64(values);
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(own[i]))
      throw new RangeError(`${name} needs finite values: got ${values[i]} at index ${i}`);
  }
  return n;
}
