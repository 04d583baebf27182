import type {Correction} from "./publication.ts";

/** What is said with a note at a target, in the note's language. All of it is plain text. */
export interface ReleaseWords {
  readonly corrected: (at: string) => string;
  readonly wrongAndRight: (correction: Pick<Correction, "wrong" | "right">) => string;
  readonly retracted: (at: string) => string;
  readonly pdf: string;
  readonly evidence: string;
  readonly earlier: (version: number) => string;
  /** Before the address where it stands first. */
  readonly first: string;
  /** Before a title. */
  readonly correctedTitle: (title: string) => string;
  readonly retractedTitle: (title: string) => string;
  readonly unsubscribe: string;
  /** Stands in a text for a chart that cannot stand there. */
  readonly chart: (alt: string) => string;
  /** Over the two columns of the key data: Markdown wants a head, and readers of tables one with words. */
  readonly keyData: readonly [string, string];
}
