import {conceptsIn} from "../meaning.ts";
import type {Concept} from "../nouns.ts";
import type {Role} from "../prose.ts";
import {type Claim, has, type Passage, type Setting, spansOf, type TextRule} from "./claim.ts";
import type {Wording} from "./words/words.ts";

/** A headline against what the coin did, and front matter that is not the page's. */
export const headline: TextRule = setting => {
  const {passages} = setting;
  const of = (role: Role) => passages.filter(({sentence}) => sentence.role === role);
  const [title] = blocksOf(of("title"));
  const [deck] = blocksOf(of("deck"));
  return [
    ...(title?.[0] ? against(title[0], setting) : []),
    ...differs(of("front-title"), title, "title"),
    ...differs(of("front-description"), deck, "description"),
  ];
};

function against(title: Passage, {known: {moves}, words: {rise, fall}, language}: Setting) {
  if (moves.length === 0 || /\d/.test(title.own)) return [];
  // What fell may be the correlation.
  const isOfPrice = ({from}: {readonly from: number}) =>
    conceptsIn(clauseAt(title.own, from), language).every(one => ofPrice.has(one));
  const says = (pattern: Wording, sign: number) =>
    has(pattern, title.own) && moves.every(move => Math.sign(move) === -sign)
      ? spansOf(pattern, title.own).filter(isOfPrice).slice(0, 1)
      : [];
  const claim = (direction: string) => (span: {from: number; to: number}) => ({
    ...span,
    passage: title,
    kind: "contradiction" as const,
    reason: `the headline says ${direction}, and the moves in the evidence go the other way`,
  });
  return [...says(rise, 1).map(claim("up")), ...says(fall, -1).map(claim("down"))];
}

const ofPrice: ReadonlySet<Concept> = new Set(["price", "return", "drawdown"]);

/** What stands between the marks on either side of the place. */
function clauseAt(text: string, at: number): string {
  const before = text.slice(0, at).split(clauseEnd).at(-1) ?? "";
  return before + (text.slice(at).split(clauseEnd)[0] ?? "");
}

const clauseEnd = /[;:()—]|,\s/;

/** Sentences of one block together. */
function blocksOf(passages: readonly Passage[]): Passage[][] {
  return [...Map.groupBy(passages, ({sentence}) => sentence.block).values()];
}

const textOf = (block: readonly Passage[]) => block.map(({sentence}) => sentence.text).join(" ");

/** The description may be the beginning of the deck, with a mark where it was cut. */
const begins = (page: string, front: string) => page.startsWith(front.replace(/\s*…$/, ""));

function differs(
  front: readonly Passage[],
  page: readonly Passage[] | undefined,
  field: string,
): (Claim & {passage: Passage})[] {
  const [passage] = front;
  if (!passage || !page || begins(textOf(page), textOf(front))) return [];
  return [
    {
      from: 0,
      to: passage.sentence.text.length,
      passage,
      kind: "contradiction",
      reason: `the ${field} in the front matter is not that of the page`,
      suggestion: textOf(page),
    },
  ];
}
