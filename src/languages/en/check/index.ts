import {words} from "../../../check/claims/words/words.ts";
import {type CheckLanguage, smallLetters} from "../../../check/language.ts";
import {customs} from "../customs.ts";
import {claims} from "./claims.ts";
import {directions} from "./directions.ts";
import {edits} from "./edits.ts";
import {nouns} from "./nouns.ts";
import {numbers} from "./numbers.ts";

/** What the check reads of English. */
export const english: CheckLanguage = {
  code: "en",
  name: "English",
  customs,
  known: {
    words: words(..."the and of is to in that for with its are was this by on from".split(" ")),
  },
  small: smallLetters,
  abbreviations: [
    ...["e\\.g", "i\\.e", "approx", "nos", "vol", "corr", "avg"],
    ...["Mr", "Mrs", "U\\.S", "U\\.K"],
  ],
  exhibits: ["Exhibit", "Figure", "Table", "Chart"],
  numbers,
  directions,
  nouns,
  edits,
  claims,
};
