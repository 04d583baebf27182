import {examine} from "../../check/marks.ts";
import {textOf as wordsOf} from "../../check/statements.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import type {Evidence} from "../../model/evidence.ts";
import type {Mark} from "../../model/mark.ts";
import type {Anchor, AskedAnchor} from "../api/reviewShapes.ts";
import {placeOf, type Stretch} from "./anchor.ts";

/** A text with what its evidence has behind each word of it. */
export interface Marked {
  readonly text: string;
  readonly evidence: Evidence;
  /** Below the front matter. */
  readonly marks: readonly Mark[];
}

export function markedText(text: string, evidence: Evidence): Marked {
  const {bodyOffset} = readFrontMatter(text);
  const marks = examine(text, evidence).marks.filter(({from}) => from >= bodyOffset);
  return {text, evidence, marks};
}

/** As much beside a passage as tells it from others that look alike. */
const beside = 200;

/** A figure or statement as a passage of the text; undefined where it does not stand there. */
export function passageOf(marked: Marked, asked: AskedAnchor): Anchor | undefined {
  const {figure, statement} = asked;
  const words = statement === undefined ? undefined : marked.evidence.statements[statement];
  const named = {
    ...(figure !== undefined && {figure}),
    ...(words && {statement: wordsOf(words)}),
  };
  const [place] = placesOf(marked, named);
  if (!place) return undefined;
  const {text} = marked;
  return {
    before: whole(text.slice(Math.max(0, place.from - beside), place.from)),
    quote: text.slice(place.from, place.to),
    after: whole(text.slice(place.to, place.to + beside)),
    ...named,
  };
}

/** Without half a character at either end. */
const whole = (text: string) => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "");

/**
 * Where what was commented on stands now: a statement where it is still told, a figure where it was,
 * or where else it is printed first; undefined where it is not.
 */
export function placeNow(marked: Marked, anchor: Anchor): Stretch | undefined {
  const places = placesOf(marked, anchor);
  const before = placeOf(marked.text, anchor);
  return places.find(({from, to}) => before?.from === from && before.to === to) ?? places[0];
}

/** Every place of a figure, or the one of a statement. */
function placesOf(
  {evidence, marks}: Marked,
  {figure, statement}: Pick<Anchor, "figure" | "statement">,
): Stretch[] {
  if (figure !== undefined) return marks.filter(one => one.figure === figure);
  const at = evidence.statements.findIndex(one => wordsOf(one) === statement);
  const own = marks.filter(one => at >= 0 && one.statement === at);
  const [first] = own;
  const last = own.at(-1);
  return first && last ? [{from: first.from, to: last.to}] : [];
}
