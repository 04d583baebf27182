import type {Passage, TextRule} from "./claim.ts";

const frequent = {
  en: /(?<!\p{L})(?:the|and|of|is|to|in|that|for|with|its|are|was|this|by|on|from)(?!\p{L})/gu,
  tr: /(?<!\p{L})(?:ve|bir|bu|ile|için|göre|olarak|gün|daha|olan|değil|veya|ya|içerik|süresi|bizimle)(?!\p{L})|[ğşı]/gu,
};
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
  const count = (of: "en" | "tr") => reading.own.toLowerCase().match(frequent[of])?.length ?? 0;
  return count(other) >= 4 && count(other) > 3 * count(locale);
}
