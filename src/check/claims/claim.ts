import type {FaultKind} from "../../model/fault.ts";
import type {Reading} from "../numeric.ts";
import type {Sentence} from "../prose.ts";
import type {Known} from "./known.ts";
import type {Wording, Words} from "./words/words.ts";

/** A sentence as the claims are sought in it. */
export interface Passage {
  readonly sentence: Sentence;
  readonly reading: Reading;
  /** As it stands, folded; offsets are those of the sentence. */
  readonly text: string;
  /** The same with names and cited facts struck out: their words are not the note's. */
  readonly own: string;
  /** It leads to a source of its own. */
  readonly sourced: boolean;
}

export interface Setting {
  readonly known: Known;
  readonly words: Words;
  readonly locale: "en" | "tr";
  readonly passages: readonly Passage[];
}

/** A claim at fault, in its passage. */
export interface Claim {
  readonly from: number;
  readonly to: number;
  readonly kind: FaultKind;
  readonly reason: string;
  readonly suggestion?: string;
}

export type PassageRule = (passage: Passage, setting: Setting) => Claim[];

/** A rule that needs more than one sentence. */
export type TextRule = (setting: Setting) => (Claim & {readonly passage: Passage})[];

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where these words stand. */
export function spansOf({pattern, hint}: Wording, text: string): Span[] {
  return hint.test(text) ? matchesOf(pattern, text) : [];
}

export function matchesOf(pattern: RegExp, text: string): Span[] {
  return [...text.matchAll(pattern)].map(({0: found, index}) => ({
    from: index,
    to: index + found.length,
  }));
}

export const has = ({pattern, hint}: Wording, text: string) =>
  hint.test(text) && text.search(pattern) >= 0;

/** Text for matching: small letters, plain quotes, hyphens and spaces, each where it was. */
export function folded(text: string, locale: "en" | "tr"): string {
  const small =
    locale === "tr"
      ? text.replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase()
      : text.replaceAll("İ", "I").toLowerCase();
  return small
    .replace(/[’‘]/g, "'")
    .replace(/[−–‑]/g, "-")
    .replace(/[\u00a0\u202f\u2009]/g, " ");
}
