/** Where something stands in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Places {
  readonly place: (offset: number) => Place;
  readonly offset: (place: Place) => number;
}

/** Lines and columns of a text, and the offsets that they are. */
export function placesOf(text: string): Places {
  // A byte order mark stands before the first line, and is not of it.
  const first = text.startsWith("\uFEFF") ? 1 : 0;
  let known: number[] | undefined;
  const starts = () => {
    known ??= [
      first,
      ...[...text.matchAll(/\r\n?|\n/g)].map(({0: {length}, index}) => index + length),
    ];
    return known;
  };
  return {
    offset: ({line, column}) => (starts()[line - 1] ?? text.length) + column - 1,
    place(offset) {
      const line = lastUpTo(starts(), offset);
      return {line: line + 1, column: offset - (starts()[line] ?? 0) + 1};
    },
  };
}

/** The index of the last of the sorted numbers that is no more than the bound, or 0. */
export function lastUpTo(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
