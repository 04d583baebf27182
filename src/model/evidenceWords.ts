/**
 * Words by pattern: `{name}` in a pattern stands for what differs from one to the next, and in the
 * words for the same put into words.
 */
export type PhraseBook = Readonly<Record<string, string>>;

/** How a language tells readers of a page where its figures come from. */
export interface EvidenceWords {
  readonly heading: string;
  readonly lead: string;
  /** Above the sections, of what stands nowhere in them. */
  readonly opening: string;
  /** What formulas take in and the text does not print. */
  readonly behind: string;
  readonly answers: string;
  /** Of one line. */
  readonly from: string;
  readonly read: string;
  readonly counted: string;
  readonly fixed: string;
  /** With `{print}`. */
  readonly back: string;
  readonly asOf: string;
  readonly fetched: string;
  /** With `{count}`. */
  readonly days: string;
  readonly cells: string;
  readonly contents: string;
  readonly benchmark: string;
  /** Figures and series by id. Those with a `{parameter}` of one name can stand in one table. */
  readonly names: PhraseBook;
  /** By the parameter's name, with `{}` for its value. */
  readonly parameters: PhraseBook;
  /** What values of parameters are called, where their own letters are no words. */
  readonly values: PhraseBook;
  /** Formulas as the evidence has them, `{1}`, `{2}` … for what differs; a formula that is missing stands as it is. */
  readonly formulas: PhraseBook;
}
