/**
 * The sum of the products of two samples, in their order.
 *
 * @throws RangeError when lengths differ
 * @example dot(new Float64Array([1, 2]), new Float64Array([3, 4])) // 11
 */
export function dot(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) throw new RangeError(`dot needs pairs: got ${a.length}, ${b.length}`);
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
