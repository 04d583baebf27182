/** Whose notes these are: what a publisher says and shows on each of them. */
export interface House {
  readonly name: string;
  /** Where the notes are published, without a slash at the end: `https://example.org/notes`. */
  readonly site?: string;
  /** A mail or web address for feedback and corrections. */
  readonly feedback?: string;
  /** The address of the licence that notes and their evidence are under. */
  readonly licence?: string;
  /** Paragraphs of the publisher's own after ours, by locale: holdings, conflicts, licence. */
  readonly disclosures: Readonly<Record<string, readonly string[]>>;
  /** A picture at the head of the page. */
  readonly logo?: Asset;
  /** Instead of the colours in `page.css`, as `#rrggbb`. */
  readonly colours?: Colours;
  /** Before the fonts that come along, which still draw what these lack. */
  readonly fonts?: Fonts;
}

/** A file that is laid into the page. */
export interface Asset {
  readonly type: "image/svg+xml" | "image/png" | "font/woff2" | "font/ttf";
  readonly base64: string;
}

/**
 * - `ink`: text and rules; `soft`: captions, sources and other small print
 * - `accent`: links, marks and the label of the summary; `tint`: the summary's ground
 * - `alarm`: the ground of a banner, such as "Simulated market"
 */
export type Colours = Partial<Record<"ink" | "soft" | "accent" | "tint" | "alarm", string>>;

/** Text is read, headings lead it, and figures are looked up: tables, captions, small print. */
export type Fonts = Partial<Record<"text" | "headings" | "figures", Typeface>>;

/** A font with its weights; without `semibold`, `regular` may be a variable font that has it. */
export interface Typeface {
  readonly regular: Asset;
  readonly italic?: Asset;
  readonly semibold?: Asset;
}

/** What holds where no configuration says otherwise. */
export const plainHouse: House = {name: "Assay", disclosures: {}};
