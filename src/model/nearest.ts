/**
 * The items whose words are most like what was typed, best first: those that begin with it or
 * hold it, then those that a few slips of the finger away. None, where nothing is near.
 */
export function nearest<T>(
  typed: string,
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
  most = 5,
): T[] {
  const wanted = typed.toLowerCase();
  const furthest = Math.max(1, Math.floor(wanted.length / 3));
  return items
    .map(item => ({
      item,
      distance: Math.min(...wordsOf(item).map(word => distance(wanted, word, furthest))),
    }))
    .filter(({distance}) => distance <= furthest)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({item}) => item);
}

function distance(wanted: string, text: string, furthest: number): number {
  const word = text.toLowerCase();
  if (word.startsWith(wanted)) return word === wanted ? 0 : 0.5;
  if (wanted.length >= 3 && word.includes(wanted)) return 0.9;
  if (Math.abs(word.length - wanted.length) > furthest) return Number.POSITIVE_INFINITY;
  return edits(wanted, word);
}

/** Levenshtein's distance: letters put in, left out or exchanged; neighbours swapped count as one. */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({length: b.length + 1}, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Number.POSITIVE_INFINITY;
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
