import type {Word} from "../bind.ts";

/** Whether it is one of these words, whatever suffix it bears. */
export const isOneOf = (pattern: RegExp, {word}: Word) =>
  word.replace(/['’]\p{L}+$/u, "").search(pattern) >= 0;

/** The words as they stand in their text, with what is between them. */
export const written = (words: readonly Word[], text: string) =>
  text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0);
