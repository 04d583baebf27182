/** What stands in one list, and what in another in its place; undefined where it is missing there. */
export interface Pair<T = string> {
  readonly a: T | undefined;
  readonly b: T | undefined;
  readonly same: boolean;
}

/** Of the words of two, at least so much is in both where one is taken for the other. */
const alike = 0.5;

/**
 * Lays two lists beside each other so that as many as can be stand beside the same, in order. Between
 * those, one is laid beside the other that is most like it.
 *
 * @example paired(["x", "y", "z"], ["x", "z"], one => one).map(({b}) => b ?? "") // ["x", "", "z"]
 */
export function paired<T>(
  left: readonly T[],
  right: readonly T[],
  keyOf: (one: T) => string,
): Pair<T>[] {
  const [a, b] = [left.map(keyOf), right.map(keyOf)];
  const longest = lengths(a, b);
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  let gap: [T[], T[]] = [[], []];
  const close = () => {
    pairs.push(...besideAlike(gap[0], gap[1], keyOf));
    gap = [[], []];
  };
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    if (i < left.length && j < right.length && a[i] === b[j]) {
      close();
      pairs.push({a: one, b: other, same: true});
      i++;
      j++;
    } else if (
      j < right.length &&
      (i >= left.length || at(longest, i, j + 1) >= at(longest, i + 1, j))
    ) {
      gap[1].push(other as T);
      j++;
    } else {
      gap[0].push(one as T);
      i++;
    }
  }
  close();
  return pairs;
}

/** In order. */
function besideAlike<T>(
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (one: T) => string,
): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  const others = theirs.map(b => ({b, words: wordsOf(keyOf(b))}));
  let from = 0;
  for (const a of ours) {
    const words = wordsOf(keyOf(a));
    const likeness = others.slice(from).map(other => share(words, other.words));
    const best = likeness.indexOf(Math.max(alike, ...likeness));
    const until = best < 0 ? from : from + best;
    for (const {b} of others.slice(from, until)) pairs.push({a: undefined, b, same: false});
    pairs.push({a, b: best < 0 ? undefined : others[until]?.b, same: false});
    from = best < 0 ? from : until + 1;
  }
  for (const {b} of others.slice(from)) pairs.push({a: undefined, b, same: false});
  return pairs;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [text];

/** Of the words of both together, how many are in both. */
function share(a: readonly string[], b: readonly string[]): number {
  const there = new Set(b);
  const both = a.filter(word => there.has(word)).length;
  return (2 * both) / Math.max(1, a.length + b.length);
}

const at = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? 0;

/** The longest that two lists have in common from each place on. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({length: a.length + 1}, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row)
        row[j] =
          a[i] === b[j]
            ? at(table, i + 1, j + 1) + 1
            : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  return table;
}
