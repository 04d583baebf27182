import type {Evidence} from "../model/evidence.ts";
import type {CheckLanguage} from "./language.ts";
import {blotted, type Named, type NameFinder} from "./names.ts";
import {oneLine} from "./outside.ts";
import {startsOf} from "./split.ts";

type Piece = Evidence["statements"][number][number];
type Bound = Exclude<Piece, string>;

/** Where a print, words from outside or a cited fact stand in a sentence of a statement. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly piece: Bound;
}

/** A sentence of the note as it was written. */
export interface StatementSentence {
  /** Which of the evidence's statements it is of, from 0. */
  readonly statement: number;
  readonly text: string;
  /** The same with its names and quotations blotted out. */
  readonly own: string;
  readonly slots: readonly Slot[];
}

/** The note as it was written, sentence by sentence, in its order. */
export function statementSentences(
  {statements}: Evidence,
  names: NameFinder,
  language: CheckLanguage,
): StatementSentence[] {
  return statements.flatMap((pieces, i) => sentencesOf(pieces, i, names, language));
}

function sentencesOf(
  pieces: readonly Piece[],
  statement: number,
  names: NameFinder,
  language: CheckLanguage,
): StatementSentence[] {
  let text = "";
  const slots: Slot[] = [];
  for (const piece of pieces) {
    const words = wordsOf(piece);
    if (typeof piece !== "string")
      slots.push({from: text.length, to: text.length + words.length, piece});
    text += words;
  }
  const starts = startsOf(text, names, language);
  return starts.map((from, i) => ({
    statement,
    ...trimmed(text, from, starts[i + 1] ?? text.length, slots),
  }));
}

function trimmed(
  whole: string,
  from: number,
  to: number,
  slots: readonly Slot[],
): Omit<StatementSentence, "statement"> {
  const cut = whole.slice(from, to);
  const begin = from + cut.length - cut.trimStart().length;
  const text = cut.trim();
  const here =
    text.length === whole.length
      ? slots
      : slots
          .filter(slot => slot.from < begin + text.length && slot.to > begin)
          .map(({from, to, piece}) => ({
            from: Math.max(0, from - begin),
            to: Math.min(text.length, to - begin),
            piece,
          }));
  return {text, own: blotted(text, here.flatMap(namedIn)), slots: here};
}

/** The name or quotation that stands in a slot. */
export function namedIn({from, to, piece}: Slot): Named[] {
  if ("name" in piece) return [{from, to, name: oneLine(piece.name), quoted: false}];
  return "quoted" in piece ? [{from, to, name: oneLine(piece.quoted), quoted: true}] : [];
}

export const textOf = (pieces: readonly Piece[]) => pieces.map(wordsOf).join("");

/** As the note's Markdown reads. */
function wordsOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("name" in piece) return oneLine(piece.name);
  if ("quoted" in piece) return oneLine(piece.quoted);
  if ("cited" in piece) return citedWords(piece);
  return piece.print;
}

/** The source stands before the full stop. */
function citedWords({cited, source}: {readonly cited: string; readonly source: string}): string {
  const words = oneLine(cited);
  const stop = /[.!?]?$/.exec(words)?.[0] ?? "";
  return `${words.slice(0, words.length - stop.length)} (${oneLine(source)})${stop}`;
}
