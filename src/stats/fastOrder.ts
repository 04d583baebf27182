/** Digits of the radix sort: 8 bits, four of them in a 32-bit key. */
const buckets = 256;

/**
 * A sorter with its own memory, for many small samples: `sort(values, order, n)` rearranges
 * the first `n` indices in `order` so that the values they point to ascend. Equal values may
 * come in any order; NaN must not be among them. O(n): a radix sort on the values rounded to
 * single precision, then an insertion sort of what single precision cannot tell apart.
 *
 * @throws RangeError when `most`, the largest n, is not a whole number from 1 to 65,536
 * @example (order => (fastOrder(3)(new Float64Array([30, 10, 20]), order, 3), [...order]))(new Uint16Array([0, 1, 2])) // [1, 2, 0]
 */
export function fastOrder(
  most: number,
): (values: Float64Array, order: Uint16Array, n: number) => void {
  if (!Number.isInteger(most) || most < 1 || most > 65_536)
    throw new RangeError(`fastOrder needs 1 to 65536 values: got ${most}`);
  const single = new Float32Array(1);
  const bits = new Uint32Array(single.buffer);
  let keys = new Uint32Array(most);
  let otherKeys = new Uint32Array(most);
  const spare = new Uint16Array(most);
  const counts = new Uint32Array(4 * buckets);

  return (values, order, n) => {
    counts.fill(0);
    for (let k = 0; k < n; k++) {
      single[0] = values[order[k]!]!;
      const raw = bits[0]!;
      // Negative numbers ascend when all bits are turned, others when the sign bit is.
      const key = (raw ^ ((raw >> 31) | 0x80000000)) >>> 0;
      keys[k] = key;
      counts[key & 255]!++;
      counts[buckets + ((key >>> 8) & 255)]!++;
      counts[2 * buckets + ((key >>> 16) & 255)]!++;
      counts[3 * buckets + (key >>> 24)]!++;
    }
    let from: Uint16Array = order;
    let to: Uint16Array = spare;
    for (let digit = 0; digit < 4; digit++) {
      const base = digit * buckets;
      const shift = digit * 8;
      if (counts[base + ((keys[0]! >>> shift) & 255)] === n) continue;
      for (let b = 0, before = 0; b < buckets; b++) {
        const count = counts[base + b]!;
        counts[base + b] = before;
        before += count;
      }
      for (let k = 0; k < n; k++) {
        const key = keys[k]!;
        const place = counts[base + ((key >>> shift) & 255)]!++;
        otherKeys[place] = key;
        to[place] = from[k]!;
      }
      [keys, otherKeys] = [otherKeys, keys];
      [from, to] = [to, from];
    }
    if (from !== order) for (let k = 0; k < n; k++) order[k] = from[k]!;
    for (let k = 1; k < n; k++) {
      const index = order[k]!;
      const value = values[index]!;
      let place = k;
      for (; place > 0 && values[order[place - 1]!]! > value; place--)
        order[place] = order[place - 1]!;
      order[place] = index;
    }
  };
}
