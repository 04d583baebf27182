import {matchesOf, spansOf} from "./claims/words/matching.ts";
import type {CheckLanguage} from "./language.ts";

/** How many words and letters of a text are of that language and hardly of another. */
export function wordsOf({known: {words, letters}}: CheckLanguage, text: string): number {
  const small = text.toLowerCase();
  return spansOf(words, small).length + (letters ? matchesOf(letters, small).length : 0);
}
