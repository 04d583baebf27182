import type {Anchor} from "../api/reviewShapes.ts";

/** A stretch of a text, in UTF-16 code units from 0; what stands at `to` is no longer of it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Every place where the quotation stands with what stands before and after it, word for word.
 *
 * @example placesOfAnchor("a b a c", {before: "", quote: "a", after: " c"}) // [{"from": 4, "to": 5}]
 * @example placesOfAnchor("a b a c", {before: "", quote: "a", after: ""}) // [{"from": 0, "to": 1}, {"from": 4, "to": 5}]
 */
export function placesOfAnchor(text: string, {before, quote, after}: Anchor): Stretch[] {
  const whole = before + quote + after;
  const found: Stretch[] = [];
  for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1))
    found.push({from: at + before.length, to: at + before.length + quote.length});
  return found;
}

/** Where a comment stands in a text; undefined where that is not certain, for our sentences look alike. */
export function placeOf(text: string, anchor: Anchor): Stretch | undefined {
  const [place, ...others] = placesOfAnchor(text, anchor);
  return others.length === 0 ? place : undefined;
}
