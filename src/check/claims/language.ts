import {matchesOf, type Passage, spansOf, type TextRule} from "./claim.ts";
import {words} from "./words/words.ts";

const frequent = {
  en: words(..."the and of is to in that for with its are was this by on from".split(" ")),
  tr: words(
    ..."ve bir bu ile için göre olarak gün daha olan veya ya içerik süresi bizimle".split(" "),
  ),
};
/** English has none of these; "değil" is known by its own. */
const letters = /[ğşı]/g;
const names = {en: "English", tr: "Turkish"};

/** A paragraph in another language than the text. */
export const language: TextRule = ({passages, locale}) => {
  const other = locale === "en" ? "tr" : "en";
  const [first] = passages.filter(passage => isIn(other, locale, passage));
  if (!first) return [];
  return [
    {
      passage: first,
      from: 0,
      to: Math.min(first.sentence.text.length, 60),
      kind: "language",
      reason: `this is ${names[other]}, and the text is ${names[locale]}: a page has one language, and says which`,
    },
  ];
};

function isIn(other: "en" | "tr", locale: "en" | "tr", {sentence, reading}: Passage): boolean {
  if (sentence.role === "cell" || sentence.role === "source" || sentence.role === "quote")
    return false;
  const text = reading.own.toLowerCase();
  const count = (of: "en" | "tr") =>
    spansOf(frequent[of], text).length + (of === "tr" ? matchesOf(letters, text).length : 0);
  return count(other) >= 4 && count(other) > 3 * count(locale);
}
