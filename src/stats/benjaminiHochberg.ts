/**
 * Benjamini–Hochberg adjusted p-values, in the order of the given ones: the smallest false
 * discovery rate at which each test would reject (R's `p.adjust(p, "BH")`).
 *
 * @throws RangeError when a value is not between 0 and 1
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const wrong = p.find(value => !(value >= 0 && value <= 1));
  if (wrong !== undefined) throw new RangeError(`benjaminiHochberg needs p-values: got ${wrong}`);
  const order = p.map((value, index) => ({value, index})).sort((a, b) => b.value - a.value);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  for (const [k, {value, index}] of order.entries()) {
    least = Math.min(least, (value * p.length) / (p.length - k));
    adjusted[index] = least;
  }
  return adjusted;
}
