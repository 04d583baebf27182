import type {Difference, Word} from "../bind.ts";
import type {EditRule} from "./edit.ts";
import {isOneOf} from "./said.ts";

/** More than another word for a word: so many that say something. */
const fewest = 2;

/**
 * What an edit puts into a sentence of the note without a number that could be held against the
 * evidence: a clause that gives a reason, a concession, an aside. It is judged like a sentence that
 * nothing stands behind.
 */
export const added: EditRule = ({differences, language, text, ofNote}) => {
  if (!ofNote || text.endsWith("?")) return [];
  const {empty, link} = language.edits;
  // "As Exhibit 1 shows": its number says no more than its name.
  const isExhibit = (word: Word | undefined) =>
    word !== undefined && language.exhibits.includes(text.slice(word.from, word.to));
  const telling = (words: readonly Word[]) =>
    words.filter(
      (word, i) =>
        !isOneOf(empty, word) && !isExhibit(word) && !(word.mention && isExhibit(words[i - 1])),
    ).length;
  const links = (words: readonly Word[]) => words.filter(word => isOneOf(link, word)).length;
  const more = (one: Difference) => telling(one.words) - telling(one.before);
  // Whatever was moved has gone elsewhere.
  if (differences.reduce((sum, one) => sum + more(one), 0) < fewest - 1) return [];
  const edit = differences.find(one => {
    const telling = more(one);
    const bound = telling > 0 && links(one.words) > links(one.before) ? 1 : 0;
    return telling + bound >= fewest;
  });
  if (!edit) return [];
  return [
    {
      kind: "unsupported",
      at: {from: edit.from, to: edit.to},
      reason: `nothing in the evidence stands behind “${text.slice(edit.from, edit.to)}”; cite a source with a link, or take it out`,
    },
  ];
};
