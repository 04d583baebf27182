import {wordsOf} from "../known.ts";
import type {CheckLanguage} from "../language.ts";
import type {Passage, TextRule} from "./claim.ts";

/** A paragraph in another language than the text. */
export const language: TextRule = ({passages, language: own, languages}) => {
  const others = languages.filter(one => one !== own);
  for (const passage of passages) {
    const other = others.find(one => isIn(one, own, passage));
    if (!other) continue;
    return [
      {
        passage,
        from: 0,
        to: Math.min(passage.sentence.text.length, 60),
        kind: "language",
        reason: `this is ${other.name}, and the text is ${own.name}: a page has one language, and says which`,
      },
    ];
  }
  return [];
};

function isIn(other: CheckLanguage, own: CheckLanguage, {sentence, reading}: Passage): boolean {
  if (sentence.role === "cell" || sentence.role === "source" || sentence.role === "quote")
    return false;
  const count = wordsOf(other, reading.own);
  return count >= 4 && count > 3 * wordsOf(own, reading.own);
}
