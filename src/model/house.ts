/** Whose notes these are: what a publisher says and shows on each of them. */
export interface House {
  readonly name: string;
  /** Where the notes are published, without a slash at the end: `https://example.org/notes`. */
  readonly site?: string;
  /** A mail or web address for feedback and corrections. */
  readonly feedback?: string;
  /** Paragraphs of the publisher's own after ours, by locale: holdings, conflicts, licence. */
  readonly disclosures: Readonly<Record<string, readonly string[]>>;
}

/** What holds where no configuration says otherwise. */
export const plainHouse: House = {name: "Assay", disclosures: {}};
