import type {Facts} from "./facts.ts";
import {type Block, type ReadNote, sentencesOf} from "./note.ts";
import {isPlain} from "./plain.ts";
import {
  countOf,
  dayNumber,
  type Language,
  type Look,
  listOf,
  looks,
  type Printed,
  printed,
  split,
} from "./printed.ts";
import {shapeOf} from "./shape.ts";

/** What a claim says of its figures. */
export type Claim =
  | "figure"
  | "span"
  | "since"
  | "direction"
  | "comparison"
  | "superlative"
  | "place"
  | "nearness"
  | "count"
  | "verdict"
  | "future";

export interface Verdict {
  readonly claim: Claim;
  /** Undefined where this reader cannot judge. */
  readonly holds: boolean | undefined;
  /** What is true, in few words. */
  readonly truth: string;
  /** What is judged, where it is a row of a table. */
  readonly about?: string;
}

export const verdict = (
  claim: Claim,
  holds: boolean | undefined,
  truth: string | number | undefined = "",
): Verdict => ({
  claim,
  holds,
  truth: typeof truth === "number" ? String(Number(truth.toPrecision(4))) : truth,
});

/** What a pattern found in a block, and how its parts are read. */
export class Found {
  readonly #groups: Readonly<Record<string, string | undefined>>;
  readonly #language: Language;
  readonly #until: number;
  readonly text: string;
  readonly block: Block;

  constructor(match: RegExpMatchArray, block: Block, note: ReadNote) {
    this.#groups = match.groups ?? {};
    this.#language = note.language;
    this.#until = Math.floor(note.asOf / 86_400_000);
    this.text = match[0];
    this.block = block;
  }

  has(name: string): boolean {
    return this.#groups[name] !== undefined;
  }

  word(name: string): string {
    return this.#groups[name] ?? "";
  }

  figure(name: string): Printed {
    return printed(this.word(name), this.#language);
  }

  count(name: string): number {
    return countOf(this.word(name), this.#language);
  }

  day(name: string): number {
    return dayNumber(this.word(name), this.#language, this.#until);
  }

  figures(name: string, look: Look): Printed[] {
    return split(this.word(name), look, this.#language).map(one => printed(one, this.#language));
  }

  counts(name: string): number[] {
    return split(this.word(name), "count", this.#language).map(one => countOf(one, this.#language));
  }
}

type Judging = (found: Found, facts: Facts, note: ReadNote) => Verdict | readonly Verdict[];
type TableJudging = (table: Block, facts: Facts, note: ReadNote) => readonly Verdict[];

/** Some forms of words in both languages, and what decides whether they are true. */
export interface Reading {
  readonly en: readonly string[];
  readonly tr: readonly string[];
  readonly judge: Judging;
}

export interface Judge {
  readonly subject: string;
  readonly readings: readonly Reading[];
  /** For those who read whole tables. */
  readonly tables?: TableJudging;
}

/**
 * A reading of one or more forms. In a form stand regular expressions and, in braces, `{name:look}`:
 * usd, pct, num, count, date, or with an s (`pcts`) a list of them; `{coin}` is the note's own.
 */
export function reading(
  en: string | readonly string[],
  tr: string | readonly string[],
  judge: Judging,
): Reading {
  return {en: [en].flat(), tr: [tr].flat(), judge};
}

function compiled(form: string, note: ReadNote): RegExp {
  const {language} = note;
  const coin = note.names.map(RegExp.escape).join("|");
  const ending = language === "tr" ? String.raw`(?:[’'](?:\p{L}+))?` : "";
  const source = form
    .replaceAll("{coin}", `(?:${coin})${ending}`)
    .replaceAll(/\{(\w+):(\w+?)(s?)\}/g, (_, name: string, look: Look, many: string) =>
      many ? `(?<${name}>${listOf(look, language)})` : `(?<${name}>${looks[language][look]})`,
    );
  return new RegExp(source, "gu");
}

export interface Judged extends Verdict {
  readonly subject: string;
  readonly sentence: string;
  /** The sentence masked. */
  readonly shape: string;
}

export interface Outcome {
  readonly judged: readonly Judged[];
  /** Sentences in which nothing was judged. */
  readonly unread: readonly string[];
  /** Sentences in which something was. */
  readonly read: number;
  /** Sentences that state nothing of the coin or the market. */
  readonly plain: number;
}

/** A note holds a stablecoin against other prices than these closes: they can bear it out, and not refute it. */
const unlessFalse = (one: Verdict): Verdict =>
  one.holds === false ? {...one, holds: undefined} : one;

/** Reads a note with every judge. A sentence is read where a judged claim stands in it. */
export function readWith(judges: readonly Judge[], note: ReadNote, facts: Facts): Outcome {
  const forms = judges.flatMap(({subject, readings}) =>
    readings.flatMap(({[note.language]: all, judge}) =>
      all.map(form => ({subject, judge, form: compiled(form, note)})),
    ),
  );
  const judged: Judged[] = [];
  const unread: string[] = [];
  let read = 0;
  let plain = 0;
  for (const block of note.blocks) {
    if (block.rows.length > 0) {
      for (const {subject, tables} of judges)
        for (const one of tables?.(block, facts, note) ?? []) {
          const sentence = one.about ?? block.section;
          judged.push({subject, sentence, shape: shapeOf(sentence, note), ...one});
        }
      continue;
    }
    const parts = sentencesOf(block.text, note.language);
    const found = new Set<string>();
    for (const {subject, judge, form} of forms)
      for (const match of block.text.matchAll(form)) {
        const end = match.index + match[0].length;
        const within = parts.filter(({from, to}) => match.index < to && end > from);
        const verdicts = [judge(new Found(match, block, note), facts, note)]
          .flat()
          .map(one => (facts.pegged ? unlessFalse(one) : one));
        if (verdicts.some(({holds}) => holds !== undefined))
          for (const {text} of within) found.add(text);
        const sentence = within.map(({text}) => text).join(" ");
        const shape = shapeOf(sentence, note);
        judged.push(...verdicts.map(one => ({subject, sentence, shape, ...one})));
      }
    for (const {text} of parts)
      if (found.has(text)) read++;
      else if (isPlain(text, block.section, note.language)) plain++;
      else unread.push(text);
  }
  return {judged, unread, read, plain};
}
