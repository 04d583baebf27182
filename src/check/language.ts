import type {Customs} from "../format/customs.ts";
import type {ClaimWords, Wording} from "./claims/words/words.ts";
import type {DirectionWords} from "./direction.ts";
import type {EditWords} from "./edits/words.ts";
import type {NounWords} from "./nouns.ts";
import type {NumberWords} from "./numbers/words.ts";

/** What the check reads and suggests of one language. Everything else of it is the same in all. */
export interface CheckLanguage {
  /** As a text's front matter has it. */
  readonly code: string;
  /** As it is called in English, in which the check speaks. */
  readonly name: string;
  /** How it writes numbers and days: what is suggested is written so, and digits are read so. */
  readonly customs: Customs;
  /** By which a text or a paragraph is taken for one in this language. */
  readonly known: {
    readonly words: Wording;
    /** Letters that hardly any other language has. */
    readonly letters?: RegExp;
  };
  /** The text in small letters, each where it was. */
  readonly small: (text: string) => string;
  /** After these a full stop ends no sentence, beside single capital letters. */
  readonly abbreviations: readonly string[];
  /** What stands before the number of an exhibit. */
  readonly exhibits: readonly string[];
  readonly numbers: NumberWords;
  readonly directions: DirectionWords;
  readonly nouns: NounWords;
  readonly edits: EditWords;
  readonly claims: ClaimWords;
}

/** The languages that a text may be in; where nothing tells, it is in the first. */
export type CheckLanguages = readonly CheckLanguage[];

/** Small letters of a language that has no letters of its own for which rule is which: most of them. */
export const smallLetters = (text: string) => text.replaceAll("İ", "I").toLowerCase();
