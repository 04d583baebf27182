import {float64} from "./float64.ts";

/**
 * The sum of finite values, with the digits that plain addition drops carried
 * along (Kahan's method as Neumaier improved it, 1974). In the unit of the values;
 * 0 when there are none.
 *
 * @throws RangeError when the sum is not finite
 * @example sum([1, 1e100, 1, -1e100]) // 2
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let dropped = 0;
  const own = float64(values);
  for (let i = 0; i < own.length; i++) {
    const value = own[i]!;
    const next = total + value;
    dropped += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  const result = total + dropped;
  if (!Number.isFinite(result)) throw new RangeError(`sum is not finite: got ${result}`);
  return result;
}
