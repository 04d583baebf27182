import {textOf} from "../../check/statements.ts";
import type {Day} from "../../model/day.ts";
import type {Evidence} from "../../model/evidence.ts";
import type {Fault} from "../../model/fault.ts";

/** What an editor judges, in the order in which a page leads through it. */
export const judgementKinds = [
  "headline",
  "claim",
  "changed",
  "left-out",
  "unsaid",
  "expiring",
  "fault",
] as const;
export type JudgementKind = (typeof judgementKinds)[number];

/** One thing to judge. */
export interface Judgement {
  /** The same for the same words of the evidence, whatever an editor makes of them and in whatever language it is read. */
  readonly id: string;
  readonly kind: JudgementKind;
  /** A word or two on what it is. */
  readonly title: string;
  /** The note's own words, where it has some. */
  readonly says: string;
  /** Ids of the figures that it rests on. */
  readonly figures: readonly string[];
  /** Which of the evidence's statements it is of, from 0. */
  readonly statement?: number;
  readonly test?: Test;
  /** Where it stands in the text, in UTF-16 code units; what stands at `to` is no longer of it. */
  readonly from?: number;
  readonly to?: number;
}

/** What was tested, and how it came out: a p-value, a z-score or a share. */
export interface Test {
  readonly name: string;
  readonly p?: number;
  readonly z?: number;
  readonly share?: number;
  readonly threshold: number;
  /** From 1, at its threshold, to 0, so far from it that nobody need look. */
  readonly nearness: number;
}

/** A judgement with what it weighs, from 0, what is merely right, to 1, what nobody may pass over. */
export interface Weighed extends Judgement {
  readonly weight: number;
}

/** The note that the same readers had before this one. */
export interface Before {
  readonly evidence: Evidence;
}

/** A fact of a profile that the note tells. */
export interface ToldFact {
  readonly statement: string;
  /** The last day on which it may be used. */
  readonly expires: Day;
}

/** What there is to judge by. */
export interface Judged {
  /** The newest. */
  readonly text: string;
  readonly evidence: Evidence;
  /** What leads, and −log10 of the share of cases as extreme, or of the p-value. */
  readonly news?: {readonly lead: string; readonly score: number} | undefined;
  /** What the check found in the text, each by its name. */
  readonly faults: readonly (Fault & {readonly id: string})[];
  readonly before?: Before | undefined;
  readonly facts: readonly ToldFact[];
}

/** Whether the last note said it, too, word for word: then it is news to nobody. */
export const wasSaid = (before: Before | undefined, words: string): boolean =>
  before?.evidence.statements.some(statement => textOf(statement) === words) === true;

/** The name of what is judged: its kind, what it is of, and words or data of the evidence, never a reader's language. */
export const idOf = (kind: JudgementKind, key: string, words: string): string =>
  `${kind}.${key}.${fingerprint(words)}`;

/** Tells texts apart within one note; not to be relied on beyond it. FNV-1a, 32 bits. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** More than these nobody judges: they are stamped. */
const most = 9;
/** Below this it stays quiet. */
const quiet = 0.2;
/** Faults are all to be mended or accepted, and are beside what else is judged. */
const mostFaults = 5;

/**
 * Those that weigh most, in the order of their kinds: the headline's always, of the rest as many as
 * somebody will look at, and of the faults the first. A fault takes nothing else from sight.
 */
export function chosen(weighed: readonly Weighed[]): Judgement[] {
  const loud = weighed.filter(({weight}) => weight >= quiet);
  const isOf = (kind: JudgementKind) => (one: Weighed) => one.kind === kind;
  const headline = loud.filter(isOf("headline"));
  const faults = loud.filter(isOf("fault")).slice(0, mostFaults);
  const others = loud
    .filter(({kind}) => kind !== "headline" && kind !== "fault")
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, Math.max(0, most - headline.length));
  const kept = new Set([...headline, ...faults, ...others]);
  return judgementKinds.flatMap(kind =>
    loud.filter(one => one.kind === kind && kept.has(one)).map(({weight: _, ...one}) => one),
  );
}
