import type {Evidence} from "../model/evidence.ts";
import {samelyDirected} from "./direction.ts";
import type {Print, ToldUnit} from "./told.ts";

/** A statement as it was written, as an editor has it, and as it is written on newer data. */
export interface Three {
  readonly base: ToldUnit;
  readonly edited: ToldUnit;
  readonly renewed: ToldUnit;
}

/**
 * The editor's words with the new figures; undefined where it is not certain that they are true of
 * them: another direction, another verdict, other words of the program, or a number that the editor
 * has put otherwise.
 */
export function withNewFigures(
  {base, edited, renewed}: Three,
  before: Evidence,
  after: Evidence,
): string | undefined {
  if (base.shape !== renewed.shape) return undefined;
  const ids = [...base.prints, ...edited.numbers].flatMap(({figure}) => figure ?? []);
  if (!samelyDirected(ids, before, after)) return undefined;
  const known = new Set(base.prints.map(({print}) => numeralOf(print)));
  const moved = (id: string) => valueIn(before, id) !== valueIn(after, id);
  const own = edited.numbers.filter(({text}) => !known.has(numeralOf(text)));
  if (own.some(({figure}) => moved(figure))) return undefined;
  return replaced(edited.text, base.prints, renewed.prints);
}

/** "90 days" and "p < 0.001" by their digits, words as they are. */
const numeralOf = (text: string) => /\d[\d.,]*(?<!,|\.)/.exec(text)?.[0] ?? text;

const valueIn = ({figures}: Evidence, id: string) => figures.find(one => one.id === id)?.value;

/** Each print of before with what stands in its place now; undefined where that is not one thing. */
function replaced(
  text: string,
  before: readonly Print[],
  after: readonly Print[],
): string | undefined {
  const now = new Map<string, string>();
  for (const [i, {print}] of before.entries()) {
    const is = after[i]?.print ?? print;
    if ((now.get(print) ?? is) !== is) return undefined;
    now.set(print, is);
  }
  const prints = [...now.keys()].toSorted((a, b) => b.length - a.length);
  if (prints.length === 0) return text;
  const any = new RegExp(
    `(?<![\\p{L}\\d]|\\d[.,])(?:${prints.map(RegExp.escape).join("|")})(?![\\p{L}\\d]|[.,]\\d)`,
    "gu",
  );
  return text.replace(any, print => now.get(print) ?? print);
}

/** Whether both print the same of the same, so that words on the one are as true of the other. */
export function sameFigures(one: ToldUnit, other: ToldUnit): boolean {
  if (one.text === other.text) return true;
  const of = ({prints}: ToldUnit) =>
    JSON.stringify(prints.map(({figure, print}) => [figure ?? "", print]).toSorted());
  return one.prints.length > 0 && of(one) === of(other);
}
