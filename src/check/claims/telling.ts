import {directionOf} from "../direction.ts";
import type {CheckLanguage} from "../language.ts";
import {conceptsIn} from "../meaning.ts";
import type {Concept} from "../nouns.ts";
import {has, type Passage, type Setting, spansOf} from "./claim.ts";
import type {Telling} from "./words/words.ts";

/** Longer sentences say more than where the text goes. */
const mostWords = 30;

/** A sentence that claims nothing: it says where the text goes, asks, or says what the data do not hold. */
export const claimsNothing = (passage: Passage, setting: Setting): boolean =>
  passage.text.trimEnd().endsWith("?") || leads(passage, setting) || leavesOpen(passage, setting);

/** "The next paragraph looks at how closely the two move together." */
function leads({own}: Passage, {words: {telling}, language}: Setting): boolean {
  if (own.split(" ").length > mostWords || has(telling.asserts, own)) return false;
  if (!has(telling.text, own) || !has(telling.tells, own)) return false;
  // "Below" and "first" are places in the text.
  const said = beforeOpen(own, telling)
    .replace(telling.text.pattern, " ")
    .replace(telling.tells.pattern, " ");
  return !has(telling.claims, said) && !goesOneWay(said, language);
}

/** What is asked may go either way. */
function beforeOpen(text: string, {open}: Telling): string {
  const [asked] = spansOf(open, text);
  return text.slice(0, asked?.from);
}

/** "These data show no such change." */
function leavesOpen({own}: Passage, {words: {telling}, known, language}: Setting): boolean {
  if (![telling.data, telling.holds, telling.nothing].every(one => has(one, own))) return false;
  const said = beforeOpen(own, telling);
  if (said.includes(",") || has(telling.asserts, said) || has(telling.claims, said)) return false;
  if (goesOneWay(said, language)) return false;
  const changed = known.verdicts.has("weakened") || known.verdicts.has("strengthened");
  if (changed && has(telling.change, own)) return false;
  const missing = spansOf(telling.nothing, said).flatMap(({from, to}) =>
    conceptsIn(said.slice(Math.max(0, from - beside), to + beside), language),
  );
  return !missing.some(concept => measured.has(concept) && known.concepts.has(concept));
}

/** Letters within which what is denied stands. */
const beside = 20;
/** What the data either have or have not; a change is found or not. */
const measured: ReadonlySet<Concept> = new Set([
  "market-cap",
  "volume",
  "correlation",
  "beta",
  "volatility",
  "supply",
  "depth",
]);

const goesOneWay = (text: string, language: CheckLanguage) =>
  (text.match(/\p{L}+/gu) ?? []).some(word => directionOf(word, language.directions) !== undefined);
