/**
 * Words that an edit may put in place of one another without changing what is said are in one side;
 * a side that comes while another of its group goes turns the sentence into another one.
 */
export type Contrast = readonly RegExp[];

/** What the rules on edited sentences know of a language. Patterns are for words in small letters, a space between each. */
export interface EditWords {
  readonly contrasts: readonly Contrast[];
  /** Spans of time, and what reaches back to the beginning. */
  readonly spans: Readonly<Record<Span, RegExp>>;
  readonly superlative: RegExp;
  /** Said of every case: none may be added. */
  readonly universal: RegExp;
  /** Turn a sentence into its opposite. */
  readonly negator: RegExp;
  /** "no … lower than" says what "the lowest" says. */
  readonly negatedComparison: RegExp;
  /** May stand for a name. */
  readonly pronoun: RegExp;
  /** Words that add nothing to what is said: articles, auxiliaries, connectives, words about the text. */
  readonly empty: RegExp;
  /** Ties a reason or a concession to what is said. */
  readonly link: RegExp;
}

export type Span = "day" | "week" | "month" | "quarter" | "year" | "decade" | "record" | "whole";

/** Whole words, one of these. */
export const anyOf = (words: string) =>
  new RegExp(
    `(?<![\\p{L}\\d])(?:${words.trim().split(/\s+/).join("|").replaceAll("_", " ")})(?![\\p{L}\\d])`,
    "gu",
  );
