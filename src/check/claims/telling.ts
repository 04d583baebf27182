import {directionOf} from "../direction.ts";
import {type Concept, conceptsIn} from "../meaning.ts";
import {has, type Passage, type Setting, spansOf} from "./claim.ts";

/** Longer sentences say more than where the text goes. */
const mostWords = 30;

/** A sentence that claims nothing: it says where the text goes, asks, or says what the data do not hold. */
export const claimsNothing = (passage: Passage, setting: Setting): boolean =>
  passage.text.trimEnd().endsWith("?") || leads(passage, setting) || leavesOpen(passage, setting);

/** "The next paragraph looks at how closely the two move together." */
function leads({own}: Passage, {words: {telling}, locale}: Setting): boolean {
  if (own.split(" ").length > mostWords || has(telling.asserts, own)) return false;
  if (!has(telling.text, own) || !has(telling.tells, own)) return false;
  // What is asked may go either way; "below" and "first" are places in the text.
  const [asked] = spansOf(telling.open, own);
  const said = own
    .slice(0, asked?.from)
    .replace(telling.text.pattern, " ")
    .replace(telling.tells.pattern, " ");
  return !goesOneWay(said, locale);
}

/** "These data show no such change." */
function leavesOpen({own}: Passage, {words: {telling}, known, locale}: Setting): boolean {
  if (has(telling.asserts, own) || own.includes(",")) return false;
  if (![telling.data, telling.holds, telling.nothing].every(one => has(one, own))) return false;
  const [asked] = spansOf(telling.open, own);
  if (goesOneWay(own.slice(0, asked?.from), locale)) return false;
  const changed = known.verdicts.has("weakened") || known.verdicts.has("strengthened");
  if (changed && has(telling.change, own)) return false;
  const missing = spansOf(telling.nothing, own).flatMap(({from, to}) =>
    conceptsIn(own.slice(Math.max(0, from - beside), to + beside), locale),
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

const goesOneWay = (text: string, locale: "en" | "tr") =>
  (text.match(/\p{L}+/gu) ?? []).some(word => directionOf(word, locale) !== undefined);
