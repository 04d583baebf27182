/** A note as somebody reads it: what is compared with what was approved. */
export interface Reading {
  readonly title: string;
  /** Paragraphs, headings, list items, captions: white space made even. */
  readonly text: readonly string[];
  /** Rows of cells. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** `loads`: the address answers with a picture. */
  readonly pictures: readonly {readonly alt: string; readonly loads: boolean}[];
  readonly links: readonly {readonly text: string; readonly href: string}[];
  /** ISO 8601 instants, where the page gives them. */
  readonly publishedAt?: string;
  /** What says above a note that its market is simulated, where the page can be asked for it. */
  readonly banner?: string;
}
