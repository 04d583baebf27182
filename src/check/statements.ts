import type {Evidence} from "../model/evidence.ts";
import {startsOf} from "./split.ts";

type Piece = Evidence["statements"][number][number];
type Bound = Exclude<Piece, string>;

/** Where a print, a name or a cited fact stands in a sentence of a statement. */
export interface Slot {
  readonly from: number;
  readonly to: number;
  readonly piece: Bound;
}

/** A sentence of the note as it was written. */
export interface StatementSentence {
  readonly text: string;
  readonly slots: readonly Slot[];
}

/** The note as it was written, sentence by sentence, in its order. */
export function statementSentences({statements}: Evidence): StatementSentence[] {
  return statements.flatMap(sentencesOf);
}

function sentencesOf(pieces: readonly Piece[]): StatementSentence[] {
  let text = "";
  const slots: Slot[] = [];
  for (const piece of pieces) {
    const words = wordsOf(piece);
    if (typeof piece !== "string")
      slots.push({from: text.length, to: text.length + words.length, piece});
    text += words;
  }
  const starts = startsOf(text);
  return starts.map((from, i) => trimmed(text, from, starts[i + 1] ?? text.length, slots));
}

function trimmed(
  whole: string,
  from: number,
  to: number,
  slots: readonly Slot[],
): StatementSentence {
  const cut = whole.slice(from, to);
  const begin = from + cut.length - cut.trimStart().length;
  const text = cut.trim();
  return {
    text,
    slots: slots
      .filter(slot => slot.from >= begin && slot.from < begin + text.length)
      .map(slot => ({...slot, from: slot.from - begin, to: slot.to - begin})),
  };
}

/** As the note's Markdown reads. */
function wordsOf(piece: Piece): string {
  if (typeof piece === "string") return piece;
  if ("name" in piece) return piece.name.replace(/\s+/g, " ");
  if ("cited" in piece)
    return `${piece.cited.replace(/\s+/g, " ")} (${piece.source.replace(/\s+/g, " ")})`;
  return piece.print;
}
