import {has, matchesOf, type Span, spansOf} from "./claim.ts";
import type {Denial, Wording} from "./words/words.ts";

const stops = /[.;:!?—(]/g;

/** Whether the words are said, and not denied, doubted or asked. */
export function asserted(text: string, {from, to}: Span, denial: Denial): boolean {
  const head = text.slice(0, from);
  const before = head.slice(
    Math.max(endOfLast(matchesOf(stops, head)), endOfLast(spansOf(denial.clause, head))),
  );
  const denied = spansOf(denial.before, before).length > spansOf(denial.only, before).length;
  if (denied) return false;
  if (has(denial.open, head.slice(endOfLast(matchesOf(/[.;!?]/g, head))))) return false;
  const rest = text.slice(from);
  // What follows a colon explains what stands before it.
  const end = rest.slice(to - from).search(/[;!?—]|\.\s/);
  const asked = end >= 0 && rest[to - from + end] === "?";
  const after = rest.slice(0, end < 0 ? undefined : to - from + end);
  return !asked && !has(denial.after, after);
}

const endOfLast = (spans: readonly Span[]) => spans.at(-1)?.to ?? 0;

/** What of these words is said in the text. */
export function saidIn(words: Wording, text: string, denial: Denial): Span[] {
  return spansOf(words, text).filter(span => asserted(text, span, denial));
}
