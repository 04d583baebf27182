import type {CheckLanguage} from "./language.ts";
import {onceFor} from "./once.ts";
import type {Prose, Sentence} from "./prose.ts";
import type {StatementSentence} from "./statements.ts";

/** "Exhibit 1.": counted by the page, not by a figure. */
export const isExhibitLabel = (text: string, language: CheckLanguage) =>
  exhibitLabel(language).test(text);

const exhibitLabel = onceFor(
  ({exhibits}: CheckLanguage) => new RegExp(`^(?:${exhibits.join("|")})\\s\\d+\\.?$`, "u"),
);

/** Below this share of common words two sentences are different ones. */
const alike = 0.55;
/** The same for a few words, a heading's above all, where they are expected. */
const alikeAtPlace = 0.5;

/** Fewer words say too little to be known by. */
const fewest = 4;

const digits = /[+−-]?[$€%]?[−-]?\d[\d.,]*/g;
/** A sentence with its numbers left open. */
const shapeOf = (text: string) => text.replace(digits, "#");

const wordPattern = /[\p{L}][\p{L}'’]*/gu;
const wordsOf = (text: string): string[] => text.toLowerCase().match(wordPattern) ?? [];

/**
 * For each sentence of the text the one of the note as it was written that it is, or was made of.
 * Both are in an order, which decides between equals: cells of a table above all.
 */
export function aligned(
  {sentences, language}: Prose,
  statements: readonly StatementSentence[],
): (StatementSentence | undefined)[] {
  const index = new Index(statements);
  let at = 0;
  let headings: (number | undefined)[] = [];
  let [inTable, wasCell] = [false, false];
  return sentences.map(sentence => {
    const {role, table, text} = sentence;
    if (isExhibitLabel(text, language)) return undefined;
    const isHeading = role === "cell" && !table;
    if (isHeading && (inTable || !wasCell)) headings = [];
    const found = index.find(sentence, at + removed(table?.column, headings), headings.length);
    if (found !== undefined) at = found + 1;
    if (isHeading) headings.push(found);
    [inTable, wasCell] = [table !== undefined, role === "cell"];
    return found === undefined ? undefined : statements[found];
  });
}

/** How many columns were taken out before this one, as the headings tell. */
function removed(column: number | undefined, headings: readonly (number | undefined)[]): number {
  if (!column) return 0;
  const [before, here] = [headings[column - 1], headings[column]];
  return before === undefined || here === undefined
    ? 0
    : Math.min(10, Math.max(0, here - before - 1));
}

/** Words of a cell that says one thing; a longer one is found by its words. */
const longestCell = 40;

class Index {
  readonly statements: readonly StatementSentence[];
  readonly #places = new Map<string, number[]>();
  #byWord: Map<string, number[]> | undefined;

  constructor(statements: readonly StatementSentence[]) {
    this.statements = statements;
    statements.forEach(({text}, i) => {
      const known = this.#places.get(text);
      if (known) known.push(i);
      else this.#places.set(text, [i]);
    });
  }

  /** The statement at the place, unless another is more like the sentence; a table has so many columns. */
  find({text, role, table}: Sentence, at: number, columns: number): number | undefined {
    const here = this.statements[at]?.text;
    if (here === text) return at;
    const bare = !/\p{L}{2}/u.test(text);
    const places = this.#places.get(text);
    // Within a row a cell stands where it stood, though another be what it is now.
    const inRow =
      (table ? table.column > 0 : role === "cell" && columns > 0) &&
      here &&
      here.length < longestCell &&
      text.length < longestCell;
    if (inRow && sameForm(here, text)) return at;
    if (inRow && digitsOf(here) === digitsOf(text)) {
      const moved = places && nearest(places, at);
      return moved !== undefined && Math.abs(moved - at) < columns ? moved : at;
    }
    if (places && !bare) return nearest(places, at);
    if (bare || role === "cell")
      return this.#byShape(text, at, bare) ?? (places && nearest(places, at));
    return this.#byWords(text, at);
  }

  /** A cell that was changed stands where it stood. */
  #byShape(text: string, at: number, bare: boolean): number | undefined {
    const shape = shapeOf(text);
    for (const i of [at, at + 1, at - 1, at + 2])
      if (this.statements[i] && shapeOf(this.statements[i].text) === shape) return i;
    const here = this.statements[at];
    if (!here || here.slots.length === 0) return bare ? undefined : this.#byWords(text, at);
    const short = here.text.length < 60 && text.length < 60;
    if (short && (bare || shape.split("#").length === shapeOf(here.text).split("#").length))
      return at;
    return bare ? undefined : this.#byWords(text, at);
  }

  #byWords(text: string, at: number): number | undefined {
    const words = wordsOf(text);
    if (words.length < fewest) return this.#besides(words, at);
    const postings = this.#postings();
    const shared = new Map<number, number>();
    for (const word of new Set(words)) {
      const places = postings.get(word);
      if (!places || places.length > 60) continue;
      for (const i of places) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    const best = [...shared].sort(
      (a, b) => b[1] - a[1] || Math.abs(a[0] - at) - Math.abs(b[0] - at),
    );
    let [found, score] = [undefined as number | undefined, alike];
    for (const [i] of best.slice(0, 6)) {
      const theirs = wordsOf(this.statements[i]!.text);
      if (theirs.length < fewest) continue;
      const same = likeness(words, theirs) + (i === at ? 0.02 : 0);
      if (same > score) [found, score] = [i, same];
    }
    return found;
  }

  /** A few words say too little to be looked for elsewhere than where they stood. */
  #besides(words: readonly string[], at: number): number | undefined {
    const here = this.statements[at];
    if (!here || words.length < 2) return undefined;
    const others = wordsOf(here.text);
    const common = words.filter(word => others.includes(word)).length;
    return (2 * common) / (words.length + others.length) >= alikeAtPlace ? at : undefined;
  }

  #postings(): Map<string, number[]> {
    if (this.#byWord) return this.#byWord;
    this.#byWord = new Map();
    for (const [i, {text}] of this.statements.entries())
      for (const word of new Set(wordsOf(text))) {
        const known = this.#byWord.get(word);
        if (known) known.push(i);
        else this.#byWord.set(word, [i]);
      }
    return this.#byWord;
  }
}

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** Words in common over the mean number of words. */
function likeness(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(word, count - 1);
  }
  return (2 * common) / (words.length + others.length);
}

/** In a text that is not the note a sentence is taken for one of it where nearly all words are; a cell, where all are. */
export const isSurely = ({role, text}: Sentence, statement: StatementSentence): boolean =>
  text === statement.text ||
  (role !== "cell" && likeness(wordsOf(text), wordsOf(statement.text)) >= nearlyAll);

const nearlyAll = 0.75;

/** Alike but for a number, or one word for another. */
function sameForm(one: string, other: string): boolean {
  if (shapeOf(one) === shapeOf(other)) return true;
  return !/[\d|]/.test(one + other) && !/\s/.test(one) && !/\s/.test(other);
}

function nearest(places: readonly number[], at: number): number {
  return places.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best));
}
