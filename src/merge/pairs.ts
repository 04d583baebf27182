/**
 * The longest common sequence of two lists: for each of the first the index of its like in the
 * second, or undefined.
 *
 * @example pairs(["a", "b", "c"], ["b", "x", "c"]) // [null, 0, 2]
 */
export function pairs(one: readonly string[], other: readonly string[]): (number | undefined)[] {
  const width = other.length + 1;
  const length = new Uint32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      length[i * width + j] =
        one[i] === other[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const found: (number | undefined)[] = [];
  for (let i = 0, j = 0; i < one.length; ) {
    if (j < other.length && one[i] === other[j]) {
      found.push(j++);
      i++;
    } else if (
      j < other.length &&
      (length[i * width + j + 1] ?? 0) > (length[(i + 1) * width + j] ?? 0)
    )
      j++;
    else {
      found.push(undefined);
      i++;
    }
  }
  return found;
}

/** Those left over on each side, paired by a likeness above 0, the most alike first. */
export function pairRest<A, B>(
  found: readonly (number | undefined)[],
  ones: readonly A[],
  others: readonly B[],
  likeness: (one: A, other: B, gap: boolean) => number,
): (number | undefined)[] {
  const taken = new Set(found);
  const rest = others.flatMap((_, j) => (taken.has(j) ? [] : [j]));
  const alike = ones
    .flatMap((one, i) =>
      found[i] !== undefined
        ? []
        : rest.map(j => ({
            i,
            j,
            score: likeness(one, others[j] as B, isGap(found, i, j, others.length)),
          })),
    )
    .filter(({score}) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const paired = [...found];
  const used = new Set<number>();
  for (const {i, j} of alike) {
    if (paired[i] !== undefined || used.has(j)) continue;
    paired[i] = j;
    used.add(j);
  }
  return paired;
}

/** Whether the two are alone between neighbours that are paired. */
function isGap(found: readonly (number | undefined)[], i: number, j: number, length: number) {
  const before = i === 0 ? -1 : found[i - 1];
  const after = i === found.length - 1 ? length : found[i + 1];
  return before === j - 1 && after === j + 1;
}
