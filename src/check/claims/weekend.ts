import {has, spansOf, type TextRule} from "./claim.ts";

/** Moves in metals and currencies over a weekend, when their markets are closed, and not a word of it. */
export const weekend: TextRule = ({passages, words: {weekend: words}, known}) => {
  if (!known.marketsWereClosed || !known.quotes) return [];
  if (passages.some(({text}) => has(words.said, text))) return [];
  return passages.flatMap(passage => {
    const [first] = spansOf(words.closed, passage.own);
    if (!first || !/\d\s?%|%\s?\d/.test(passage.own)) return [];
    const said = passage.sentence.text.slice(first.from, first.to);
    return [
      {
        ...first,
        passage,
        kind: "stale" as const,
        reason: `the day to ${known.note.asOf} lies in a weekend: metal and currency markets were closed, so their prices are Friday's or stale, and the text does not say so`,
        suggestion: `${said} ${words.add}`,
      },
    ];
  });
};
