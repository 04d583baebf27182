import type {Name, Printed, PrintedDate, Text} from "../../model/text.ts";
import {type Sound, soundOfName, soundOfPrint, soundOfWord} from "./sound.ts";

/**
 * What a suffix does, on `%3,64`, `20 Mart` and `Bitcoin`:
 *
 * - `genitive` %3,64’ün, `dative` Bitcoin’e, `accusative` Bitcoin’i
 * - `locative` 20 Mart’ta, `ablative` %3,64’ten, `instrumental` Bitcoin’le
 * - `adjective` %3,64’lük, `having` %3,64’lü, `relative` 20 Mart’taki
 * - `possessive` (değerinin) %3,64’ü, and its cases: `possessiveDative` %3,64’üne
 * - `is` %3,64’tür, `was` %3,64’tü
 */
export type Case = keyof typeof suffixes;

/** A and I take the vowel's harmony, D becomes t after a voiceless sound, (n) stands after vowels. */
const suffixes = {
  genitive: "(n)In",
  dative: "(y)A",
  accusative: "(y)I",
  locative: "DA",
  ablative: "DAn",
  instrumental: "(y)lA",
  adjective: "lIk",
  having: "lI",
  relative: "DAki",
  possessive: "(s)I",
  possessiveGenitive: "(s)InIn",
  possessiveDative: "(s)InA",
  possessiveAccusative: "(s)InI",
  possessiveLocative: "(s)IndA",
  possessiveAblative: "(s)IndAn",
  possessiveInstrumental: "(s)IylA",
  is: "DIr",
  was: "(y)DI",
} as const;

/**
 * The part as it stands, and after it the suffix of that case by vowel harmony and last sound, with
 * an apostrophe where Turkish has one: after digits, dates and names, not after words.
 *
 * @example suffixed({name: "Bitcoin"}, "instrumental") // [{"name":"Bitcoin"},"’le"]
 */
export function suffixed(part: Printed | PrintedDate | Name, form: Case): Text {
  if ("name" in part) return [part, `’${suffix(soundOfName(part.name), form)}`];
  if ("date" in part) return [part, `’${suffix(soundOfPrint(part.print), form)}`];
  const end = suffix(soundOfPrint(part.print), form);
  return /\p{L}$/u.test(part.print) ? [softened(part, end), end] : [part, `’${end}`];
}

/** The one number word whose last sound softens before a vowel: dört, dördünde. */
function softened(part: Printed, end: string): Printed {
  if (!part.print.endsWith("dört") || !/^[aeıioöuü]/.test(end)) return part;
  return {...part, print: part.print.replace(/t$/, "d")};
}

/** "Bitcoin de", "Solana da" */
export function also(name: Name): Text {
  return [name, ` ${harmonised("dA", soundOfName(name.name))}`];
}

/** A text and "de" or "da" after it, as its last vowel has it: "346’sında da". */
export function too(text: Text): Text {
  const last = text.at(-1);
  if (typeof last === "string") return [...text, ` ${harmonised("dA", soundOfWord(last))}`];
  return last && "print" in last
    ? [...text, ` ${harmonised("dA", soundOfPrint(last.print))}`]
    : text;
}

/** Before these a noun that belongs to something has an n. */
const withN: ReadonlySet<Case> = new Set([
  "genitive",
  "dative",
  "accusative",
  "locative",
  "ablative",
  "relative",
]);

/**
 * A common noun in that case, without an apostrophe; `belonging` for one that belongs to something
 * ("Rus rublesi").
 *
 * @example inflected("altın", "dative") // "altına"
 * @example inflected("Rus rublesi", "dative", "belonging") // "Rus rublesine"
 */
export function inflected(noun: string, form: Case, kind?: "belonging"): string {
  const sound = soundOfWord(noun);
  if (kind !== "belonging" || !withN.has(form)) return noun + suffix(sound, form);
  const bare = suffixes[form].replace(/^\(.\)/, "");
  return `${noun}n${harmonised(bare, {...sound, ends: "voiced"})}`;
}

const suffix = (sound: Sound, form: Case) => harmonised(suffixes[form], sound);

function harmonised(pattern: string, {vowel, ends}: Sound): string {
  let last = vowel;
  const open = pattern.replace(/^\((.)\)/, ends === "vowel" ? "$1" : "");
  const hard = ends === "voiceless";
  return [...open]
    .map((letter, i) => {
      if (letter === "D") return hard && i === 0 ? "t" : "d";
      if (letter === "A") last = "aıou".includes(last) ? "a" : "e";
      else if (letter === "I") last = narrow(last);
      else return letter;
      return last;
    })
    .join("");
}

function narrow(vowel: string): string {
  if ("aı".includes(vowel)) return "ı";
  if ("ei".includes(vowel)) return "i";
  return "ou".includes(vowel) ? "u" : "ü";
}
