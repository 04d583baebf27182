import type {FaultKind} from "../../model/fault.ts";
import type {CheckLanguage, CheckLanguages} from "../language.ts";
import type {Reading} from "../numeric.ts";
import type {Sentence} from "../prose.ts";
import type {Known} from "./known.ts";
import type {ClaimWords} from "./words/words.ts";

export {has, matchesOf, type Span, spansOf} from "./words/matching.ts";

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
  readonly words: ClaimWords;
  readonly language: CheckLanguage;
  /** All that a text may be in. */
  readonly languages: CheckLanguages;
  /** The text is the note, or was made of it. */
  readonly ofNote: boolean;
  readonly passages: readonly Passage[];
  /** What stands as the words of others, judged by nothing but whether it is. */
  readonly quotes: readonly Passage[];
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
