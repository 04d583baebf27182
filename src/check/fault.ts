/**
 * What is wrong with a passage.
 *
 * Of numbers: rounded wrongly; against the sign or the direction of its figure; in another unit than
 * its figure; the value of another figure than the one it is said of; true of an earlier time; held
 * by no evidence. The rest are of claims: a thing called what it is not, and claims that nothing in
 * the evidence carries; and of the page: leads that break off, times without a zone, languages mixed,
 * boxes on another coin.
 */
export type FaultKind =
  | "wrong-rounding"
  | "wrong-direction"
  | "wrong-unit"
  | "wrong-quantity"
  | "stale"
  | "unsupported"
  | "miscalled"
  | "decoupling"
  | "cause"
  | "base-rate"
  | "depth"
  | "recommendation"
  | "contradiction"
  | "horizon"
  | "probability"
  | "unfounded"
  | "exclusion"
  | "excerpt"
  | "timestamp"
  | "language"
  | "entity";

/** One fault, as `check --json` prints it. */
export interface Fault {
  /** Counted from 1, in the file. */
  readonly line: number;
  readonly column: number;
  /** The words at fault. */
  readonly text: string;
  readonly kind: FaultKind;
  /** For an editor, in plain English. */
  readonly reason: string;
  /** What to put in place of the words, in the language of the text. */
  readonly suggestion?: string;
}
