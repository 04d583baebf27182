import {signsOf} from "../../format/customs.ts";
import type {CheckLanguage} from "../language.ts";
import {onceFor} from "../once.ts";
import type {Mention} from "./mention.ts";
import {monthNames} from "./moments.ts";
import {unitsOf} from "./units.ts";
import type {NumberWords} from "./words.ts";

/** How the numbers of one language are read: its words compiled, and what was read before. */
export interface Reader {
  readonly words: NumberWords;
  readonly small: CheckLanguage["small"];
  /** Where a number in words or a date may begin. */
  readonly starts: RegExp;
  /** Words that begin a number only with what follows: "a third", "May 5". */
  readonly needsMore: RegExp;
  readonly digits: Digits;
  readonly scale: RegExp;
  readonly factors: Readonly<Record<string, number>>;
  readonly unit: RegExp;
  /** Digits with letters that are no name. */
  readonly unitAfter: RegExp;
  /** The last word before a number, an article apart. */
  readonly lastWord: RegExp;
  readonly lastWords: ReadonlySet<string>;
  /** Sentences read before: notes share their methods and disclosures, and a text is checked again and again. */
  readonly read: Map<string, readonly Mention[]>;
  /** Whether a number may begin with a word. */
  readonly begins: Map<string, boolean>;
}

/** Digits with the signs of a language, or with the other point where it can be nothing else. */
export interface Digits {
  readonly body: RegExp;
  readonly otherPoint: RegExp;
  readonly group: RegExp;
  readonly decimal: RegExp;
}

/** One of these, if there are any. */
const anyOf = (...some: readonly Readonly<Record<string, unknown>>[]) =>
  some.flatMap(words => Object.keys(words)).join("|") || "(?!)";

export const readerOf = onceFor(({numbers: words, customs, small}: CheckLanguage): Reader => {
  const {numerals, moments, ordinals, scales, hedges} = words;
  const names = monthNames(moments);
  const gap = scales.joined ? String.raw`\s?` : String.raw`\s`;
  const ending = scales.suffix === undefined ? "" : `(?:${scales.suffix})?`;
  return {
    words,
    small,
    starts: new RegExp(String.raw`(?:${names}\s\d|Q[1-4](?![\p{L}\d])|${numerals.starts})`, "iuy"),
    needsMore: new RegExp(`^(?:${numerals.articles}|Q|${names})$`, "iu"),
    digits: digitsOf(signsOf(customs)),
    scale: new RegExp(
      String.raw`(?:(?<tight>${anyOf(scales.tight)})|${gap}(?<loose>${anyOf(customs.scales, scales.loose)}))${ending}(?![\p{L}\d])`,
      "uy",
    ),
    factors: {...customs.scales, ...scales.loose, ...scales.tight},
    unit: unitsOf(words.units),
    unitAfter: new RegExp(
      String.raw`^\d[\d.,]*(?:${ordinals.letters}|${anyOf(scales.tight)}|${letters})?(?:[-–/%+'’.,:!?].*)?$`,
      "u",
    ),
    lastWord: new RegExp(`([^ (“—,]+)(?: (?:${numerals.articles}))?$`, "i"),
    lastWords: new Set([...hedges.last.split(" "), ..."~ ≈ < > ≤ ≥".split(" ")]),
    read: new Map(),
    begins: new Map(),
  };
});

/** Letters right behind digits in any language. */
const letters = "[xX×]|[kKmMbBtT]|bn|mn|tn|h|d|bps?|pp|pts?|USD|EUR|BTC|TL";

function digitsOf(signs: {readonly decimal: string; readonly group: string}): Digits {
  const decimal = RegExp.escape(signs.decimal);
  // A space that groups digits may be any that does not break a line.
  const group = /\s/.test(signs.group) ? String.raw`[\u00a0\u202f]` : RegExp.escape(signs.group);
  const other = signs.decimal === "." ? "," : String.raw`\.`;
  return {
    body: new RegExp(
      String.raw`\d{1,3}(?:${group}\d{3})+(?:${decimal}\d+)?(?!\d)|\d+${other}\d{1,2}(?!\d|${other}\d)|\d+(?:${decimal}\d+)?`,
      "y",
    ),
    otherPoint: new RegExp(String.raw`^\d+${other}\d{1,2}$`),
    group: new RegExp(group, "g"),
    decimal: new RegExp(decimal),
  };
}
