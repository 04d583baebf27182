import type {Evidence} from "../model/evidence.ts";
import {folded, matchesOf, spansOf} from "./claims/words/matching.ts";
import type {ClaimWords, Wording} from "./claims/words/words.ts";
import {directionOf} from "./direction.ts";
import type {CheckLanguage} from "./language.ts";
import {finderOf, type Named, type NameFinder, type Outside} from "./names.ts";
import {mentionsIn} from "./numbers/read.ts";
import {onceFor} from "./once.ts";

/** The words from outside that the evidence knows. */
export interface OutsideWords {
  /** Wherever one stands whole. */
  readonly all: NameFinder;
  /** Without those that would be numbers or claims of the note's own, were they no names. */
  readonly proper: (language: CheckLanguage) => NameFinder;
  /** What sources are quoted with. */
  readonly quotations: readonly string[];
}

export function outsideWords({note, statements}: Evidence): OutsideWords {
  const outside = new Map<string, Outside>();
  const add = (words: string, quoted: boolean) => {
    const name = oneLine(words);
    if (/[\p{L}\p{N}]/u.test(name)) outside.set(name, {name, quoted});
  };
  // A cell that is a name and nothing else may be an id or a formula, and no name in a sentence.
  const inSentences = new Set([note.name, note.symbol].map(oneLine));
  for (const name of inSentences) add(name, false);
  for (const statement of statements)
    for (const piece of statement) {
      if (typeof piece === "string") continue;
      if ("quoted" in piece) add(piece.quoted, true);
      if (!("name" in piece)) continue;
      add(piece.name, false);
      if (statement.length > 1) inSentences.add(oneLine(piece.name));
    }
  const every = [...outside.values()];
  const used = every.filter(({name, quoted}) => quoted || inSentences.has(name));
  const symbol = oneLine(note.symbol);
  const proper = (language: CheckLanguage): NameFinder => {
    const scale = isScale(symbol, language);
    const find = finderOf(
      used.filter(
        ({name, quoted}) => quoted || (scale && name === symbol) || !isCommon(name, language),
      ),
    );
    return scale
      ? Object.assign(
          (text: string) => find(text).filter(one => one.name !== symbol || !afterMoney(text, one)),
          {quotes: find.quotes},
        )
      : find;
  };
  const quotations = every.filter(({quoted}) => quoted).map(({name}) => name);
  return {all: finderOf(every), proper, quotations};
}

/** As the note's Markdown reads. */
export const oneLine = (words: string) => words.replace(/\s{2,}|[^\S ]/g, " ");

/** Whether the words after a number multiply it, unless they are known to be a name: B, M, bn. */
function isScale(name: string, language: CheckLanguage): boolean {
  const [one] = mentionsIn(`1 ${name}`, language);
  return one?.kind === "quantity" && one.size > 1 && one.measure === "plain";
}

/** "$5 B": beside a sign of money the letter is a scale, though a coin be called so. */
const afterMoney = (text: string, {from}: Named) =>
  /[$€£¥₺]\d[\d.,]{0,20}\s?$/u.test(text.slice(Math.max(0, from - 24), from));

/**
 * Whether the words are a number, a unit or a claim as well, so that they are a name only where a
 * statement has them as one: "One", "$1", "May 5", "Not", "Bitcoin rose 50 %".
 */
function isCommon(name: string, language: CheckLanguage): boolean {
  const common = commonIn(language);
  const kept = common.get(name);
  if (kept !== undefined) return kept;
  if (common.size >= mostKept) common.clear();
  const found = isUnit(name, language) || isMeasured(name, language) || isClaim(name, language);
  common.set(name, found);
  return found;
}

const commonIn = onceFor((_: CheckLanguage) => new Map<string, boolean>());
const mostKept = 20_000;

function isUnit(name: string, language: CheckLanguage): boolean {
  const [one] = mentionsIn(`1 ${name}`, language);
  return one === undefined || one.to > 1;
}

/** A measure, a date or a number, and little else. */
function isMeasured(name: string, language: CheckLanguage): boolean {
  const mentions = mentionsIn(name, language);
  const letters = matchesOf(/[\p{L}\p{N}]/gu, name);
  const read = letters.filter(one =>
    mentions.some(({from, to}) => from <= one.from && one.to <= to),
  );
  return (
    2 * read.length >= letters.length ||
    mentions.some(one => one.kind === "quantity" && one.measure !== "plain")
  );
}

/** A word of claims or denials alone, or such words in small letters, as in a sentence. */
function isClaim(name: string, language: CheckLanguage): boolean {
  const text = folded(name, language);
  if (directionOf(text, language.directions)) return true;
  const spans = claimsOf(language.claims).flatMap(words => spansOf(words, text));
  const alone = !/\s/.test(name);
  return spans.some(({from, to}) =>
    alone ? to - from === name.length : /\p{Ll}/u.test(name.charAt(from)),
  );
}

/** Words that claims are known by, and by which they are denied; what reasons are made of is none. */
const claimsOf = onceFor((words: ClaimWords): Wording[] => {
  const {denial, correlation, decoupling, cause, baseRate, depth, scenario, exclusion} = words;
  return [
    ...[denial.before, denial.after, denial.open, correlation.noun],
    ...Object.values(decoupling),
    ...[cause.because, cause.infers, baseRate.habit],
    ...Object.values(depth),
    ...[scenario.named, scenario.ahead, scenario.horizon, exclusion.outlier, exclusion.leftOut],
    ...[words.recommendation, words.unfounded, words.entitlement, words.others],
    ...[words.rise, words.fall],
  ];
});
