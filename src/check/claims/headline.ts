import {type Claim, has, type Passage, spansOf, type TextRule} from "./claim.ts";
import type {Wording, Words} from "./words/words.ts";

/** A headline against what the coin did, and front matter that is not the page's. */
export const headline: TextRule = setting => {
  const {passages} = setting;
  const title = passages.find(({sentence}) => sentence.role === "title");
  const front = blocksOf(passages.filter(({sentence}) => sentence.role === "front-matter"));
  const deck = blocksOf(passages.filter(({sentence}) => sentence.role === "deck"))[0];
  return [
    ...(title ? against(title, setting.known.moves, setting.words) : []),
    ...differs(front[0], title && [title], "title"),
    ...differs(front[1], deck, "description"),
  ];
};

function against(title: Passage, moves: readonly number[], {rise, fall}: Words) {
  if (moves.length === 0 || /\d/.test(title.own)) return [];
  const says = (pattern: Wording, sign: number) =>
    has(pattern, title.own) && moves.every(move => Math.sign(move) === -sign)
      ? spansOf(pattern, title.own).slice(0, 1)
      : [];
  const claim = (direction: string) => (span: {from: number; to: number}) => ({
    ...span,
    passage: title,
    kind: "contradiction" as const,
    reason: `the headline says ${direction}, and the moves in the evidence go the other way`,
  });
  return [...says(rise, 1).map(claim("up")), ...says(fall, -1).map(claim("down"))];
}

/** Sentences of one block together. */
function blocksOf(passages: readonly Passage[]): Passage[][] {
  return [...Map.groupBy(passages, ({sentence}) => sentence.block).values()];
}

const textOf = (block: readonly Passage[]) => block.map(({sentence}) => sentence.text).join(" ");

/** The description may be the beginning of the deck, with a mark where it was cut. */
const begins = (page: string, front: string) => page.startsWith(front.replace(/\s*…$/, ""));

function differs(
  front: readonly Passage[] | undefined,
  page: readonly Passage[] | undefined,
  field: string,
): (Claim & {passage: Passage})[] {
  if (!front || !page || begins(textOf(page), textOf(front))) return [];
  const [passage] = front;
  return [
    {
      from: 0,
      to: passage!.sentence.text.length,
      passage: passage!,
      kind: "contradiction",
      reason: `the ${field} in the front matter is not that of the page`,
      suggestion: textOf(page),
    },
  ];
}
