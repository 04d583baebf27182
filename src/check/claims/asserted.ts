import {has, type Span, spansOf} from "./claim.ts";
import type {Denial} from "./words/words.ts";

const stops = /[.;:!?—(]/g;

/** Whether the words are said, and not denied, doubted or asked. */
export function asserted(text: string, {from, to}: Span, denial: Denial): boolean {
  const start = Math.max(lastOf(stops, text, from), lastOf(denial.clause, text, from));
  const before = text.slice(start, from);
  const denied = spansOf(denial.before, before).length > spansOf(denial.only, before).length;
  if (denied) return false;
  const opening = text.slice(lastOf(/[.;!?]/g, text, from), from);
  if (has(denial.open, opening)) return false;
  const rest = text.slice(from);
  // What follows a colon explains what stands before it.
  const end = rest.slice(to - from).search(/[;!?—]|\.\s/);
  const asked = end >= 0 && rest[to - from + end] === "?";
  const after = rest.slice(0, end < 0 ? undefined : to - from + end);
  return !asked && !has(denial.after, after);
}

/** Where the last match before an offset ends; 0 where there is none. */
function lastOf(pattern: RegExp, text: string, before: number): number {
  return spansOf(pattern, text.slice(0, before)).at(-1)?.to ?? 0;
}

/** What of these words is said in the text. */
export function saidIn(pattern: RegExp, text: string, denial: Denial): Span[] {
  return spansOf(pattern, text).filter(span => asserted(text, span, denial));
}
