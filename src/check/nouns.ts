/** What a noun says a number is of. */
export type Concept =
  | "price"
  | "market-cap"
  | "volume"
  | "turnover"
  | "rank"
  | "return"
  | "correlation"
  | "beta"
  | "volatility"
  | "drawdown"
  | "p-value"
  | "probability"
  | "supply"
  | "depth"
  | "z-score";

/** The nouns and verbs beside numbers, as patterns of whole words, and what stands between the two. */
export interface NounWords {
  readonly concepts: Readonly<Record<Concept, string>>;
  /** Between a number and the noun that it is of: where the noun stands before it, and where behind. */
  readonly ties: {readonly before: RegExp; readonly after: RegExp};
}
