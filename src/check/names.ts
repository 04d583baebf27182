/**
 * Words from outside, such as a coin's name: they are blotted out before a text is read, so that no
 * sentence ends in them, no number is read in them and no claim is made by them.
 */
export interface Outside {
  readonly name: string;
  /** It is what a source says, and no name. */
  readonly quoted: boolean;
}

/** Where one of them stands. */
export interface Named extends Outside {
  readonly from: number;
  readonly to: number;
}

export interface NameFinder {
  (text: string): readonly Named[];
  /** It finds quotations, too. */
  readonly quotes: boolean;
}

/** Finds nothing. */
export const noNames: NameFinder = Object.assign(() => [], {quotes: false});

/** Letters that nobody writes, so that what is blotted out is a word and no known one. */
const marks = {name: "ℕ", quoted: "ℚ"};

/** Whether a name stood where the word of a blotted text stands. */
export const isBlotted = (word: string) => word.startsWith(marks.name);

/** The names that were blotted out of a text, as they stand in it. */
export const namesIn = (blottedText: string, text: string): Omit<Named, "quoted">[] =>
  [...blottedText.matchAll(blots)].map(({0: {length}, index: from}) => ({
    from,
    to: from + length,
    name: text.slice(from, from + length),
  }));

const blots = new RegExp(`${marks.name}+`, "gu");

/** Where a quotation begins or ends: a sentence does, too. */
export function quotationEdges(blottedText: string): number[] {
  if (!blottedText.includes(marks.quoted)) return [];
  return [...blottedText.matchAll(quotationEdge)].map(({index}) => index);
}

const quotationEdge = new RegExp(
  `(?<=[^${marks.quoted}])(?=${marks.quoted})|(?<=${marks.quoted})(?=[^${marks.quoted}])`,
  "gu",
);

/** The text at its length, with marks in place of the stretches. */
export function blotted(text: string, stretches: readonly Omit<Named, "name">[]): string {
  let [blot, at] = ["", 0];
  for (const {from, to, quoted} of stretches) {
    blot += text.slice(at, from) + (quoted ? marks.quoted : marks.name).repeat(to - from);
    at = to;
  }
  return blot + text.slice(at);
}

/** Finds names that stand whole, at the bounds of words, the longest first. */
export function finderOf(outside: readonly Outside[]): NameFinder {
  if (outside.length === 0) return noNames;
  const byFirst = Map.groupBy(
    outside.toSorted((a, b) => b.name.length - a.name.length),
    ({name}) => name.charCodeAt(0),
  );
  const known = new Map<string, readonly Named[]>();
  const find = (text: string) => {
    const found = known.get(text) ?? foundIn(text, byFirst);
    known.set(text, found);
    return found;
  };
  return Object.assign(find, {quotes: outside.some(({quoted}) => quoted)});
}

function foundIn(text: string, byFirst: ReadonlyMap<number, readonly Outside[]>): Named[] {
  const found: Named[] = [];
  // What stands before the place is part of a word.
  let within = false;
  for (let from = 0; from < text.length; ) {
    const first = text.charCodeAt(from);
    const goesOn = isInWord(first);
    const names: readonly Outside[] | undefined = within && goesOn ? undefined : byFirst.get(first);
    const one: Outside | undefined = names?.find(
      ({name}) => text.startsWith(name, from) && !isJoined(text, from + name.length),
    );
    if (one) found.push({from, to: from + one.name.length, ...one});
    from += one?.name.length ?? 1;
    within = one ? isInWord(text.charCodeAt(from - 1)) : goesOn;
  }
  return found;
}

const isJoined = (text: string, at: number) =>
  at < text.length && isInWord(text.charCodeAt(at - 1)) && isInWord(text.charCodeAt(at));

const inWord = /[\p{L}\p{N}]/u;
const inAscii = Array.from({length: 128}, (_, code) => inWord.test(String.fromCharCode(code)));

/** Nearly every letter of a text is one of those that are looked up. */
const isInWord = (code: number): boolean => inAscii[code] ?? inWord.test(String.fromCharCode(code));
