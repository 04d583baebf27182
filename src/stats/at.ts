/**
 * The element at an index that is known to be there. Not for the innermost loops, which cannot
 * afford the call.
 *
 * @throws RangeError when there is none
 * @example at([3, 5], 1) // 5
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element at ${index} of ${values.length}`);
  return value;
}
