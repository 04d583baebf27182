import {words} from "../../../check/claims/words/words.ts";
import type {CheckLanguage} from "../../../check/language.ts";
import {customs} from "../customs.ts";
import {claims} from "./claims.ts";
import {directions} from "./directions.ts";
import {edits} from "./edits.ts";
import {nouns} from "./nouns.ts";
import {numbers} from "./numbers.ts";

/** What the check reads of Turkish. */
export const turkish: CheckLanguage = {
  code: "tr",
  name: "Turkish",
  customs,
  known: {
    words: words(
      ..."ve bir bu ile için göre olarak gün daha olan veya ya içerik süresi bizimle".split(" "),
    ),
    letters: /[ğşı]/g,
  },
  // No pattern knows that İ and i, I and ı are pairs.
  small: text => text.replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase(),
  abbreviations: ["örn", "vb", "vd", "bkz", "yak", "Doç", "kor", "oyn", "ort"],
  exhibits: ["Şekil", "Tablo", "Grafik", "Gösterim", "Çizelge"],
  numbers,
  directions,
  nouns,
  edits,
  claims,
};
