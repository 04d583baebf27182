import type {Wording} from "./words.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where these words stand. */
export function spansOf({pattern, hint}: Wording, text: string): Span[] {
  return hint.test(text) ? matchesOf(pattern, text) : [];
}

export function matchesOf(pattern: RegExp, text: string): Span[] {
  // Most texts have none, and matchAll begins with a copy of the pattern.
  if (text.search(pattern) < 0) return [];
  return [...text.matchAll(pattern)].map(({0: found, index}) => ({
    from: index,
    to: index + found.length,
  }));
}

export const has = ({pattern, hint}: Wording, text: string) =>
  hint.test(text) && text.search(pattern) >= 0;

/** Most texts have none of these. */
const unfolded = /[’‘−–‑\u00a0\u202f\u2009]/;

/** Text for matching: small letters, plain quotes, hyphens and spaces, each where it was. */
export function folded(text: string, {small}: {readonly small: (text: string) => string}): string {
  const letters = small(text);
  if (!unfolded.test(letters)) return letters;
  return letters
    .replace(/[’‘]/g, "'")
    .replace(/[−–‑]/g, "-")
    .replace(/[\u00a0\u202f\u2009]/g, " ");
}
