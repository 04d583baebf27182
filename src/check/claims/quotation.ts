import {lengthIn} from "../ownWords.ts";
import type {Claim, Passage, TextRule} from "./claim.ts";
import type {Quotation} from "./known.ts";

/** What stands as a source's words and is not, word for word, what it says. */
export const quotation: TextRule = ({quotes, known: {quotations}}) =>
  [...Map.groupBy(quotes, ({sentence}) => sentence.block).values()].flatMap(block => {
    const meant = quotations.find(one => block.some(passage => isOf(passage, one)));
    if (!meant) return [];
    return block.flatMap(passage => changed(passage, meant));
  });

/** The quotation, a part of it, what was made of it, or the line that says whose it is. */
function isOf({sentence: {text}}: Passage, {words, source}: Quotation): boolean {
  if (lengthIn(text)(words) > 0 || isSource(text, source)) return true;
  const own = new Set(wordsOf(words));
  const here = wordsOf(text);
  return here.length > 3 && here.filter(word => own.has(word)).length > 0.6 * here.length;
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const isSource = (text: string, source: string) => source.includes(text.replace(/^—\s/, ""));

function changed(passage: Passage, {words, source}: Quotation): (Claim & {passage: Passage})[] {
  const {text} = passage.sentence;
  const {statement} = passage.reading;
  const bySource = statement !== undefined && source.includes(statement.text);
  if (lengthIn(text)(words) > 0 || isSource(text, source) || bySource) return [];
  const from = kept(text, part => words.includes(part));
  const behind = [...text.slice(from)].toReversed().join("");
  const to = text.length - kept(behind, part => words.includes([...part].toReversed().join("")));
  const start = words.indexOf(text.slice(0, from)) + from;
  const end = to < text.length ? words.indexOf(text.slice(to), start) : -1;
  const before = end > start ? words.slice(start, end).trim() : "";
  return [
    {
      passage,
      from,
      to: Math.max(to, from + 1),
      kind: "misquoted",
      reason: "these are not the source's words: quote them as they are, or take the quotation out",
      ...(from > 0 && before !== "" && {suggestion: before}),
    },
  ];
}

/** How much of the text, in whole words from its beginning, is as it was. */
function kept(text: string, isThere: (part: string) => boolean): number {
  let end = 0;
  for (const {0: word, index} of text.matchAll(/\S+\s*/g)) {
    if (!isThere(text.slice(0, index + word.length))) break;
    end = index + word.length;
  }
  return end;
}
