/** What a number counts, as the words beside it say. */
export type Measure =
  | "plain"
  | "percent"
  | "points"
  | "basis-points"
  | "USD"
  | "BTC"
  | "other-currency"
  | "times"
  | "coins"
  | "hours"
  | "days"
  | "weeks"
  | "months"
  | "years"
  | "minutes";

/** A bound or an approximation, as the words beside the number say. */
export type Hedge = "about" | "nearly" | "over" | "under";

/** A number in a sentence. */
export interface Quantity {
  readonly kind: "quantity";
  /** Of the whole mention in the sentence, with sign and unit. */
  readonly from: number;
  readonly to: number;
  /** Of the digits or number words alone. */
  readonly core: {readonly from: number; readonly to: number};
  /** Without its sign; percent, points and basis points as fractions, scales multiplied out. */
  readonly size: number;
  /** What its last digit is worth: rounding claims half of it. */
  readonly step: number;
  readonly measure: Measure;
  /** Plus or minus, where it is written. */
  readonly sign?: 1 | -1;
  readonly hedge?: Hedge;
  /** "36th", "rank 36", "#36" */
  readonly ordinal: boolean;
  /** Spelled out: "half", "two". */
  readonly worded: boolean;
  /** The other end of a range, of which this is the lower: "5–8 %". The mention reaches over both. */
  readonly upper?: Quantity;
}

/** A day, an instant, a month, a quarter or a year. */
export interface Moment {
  readonly kind: "moment";
  readonly from: number;
  readonly to: number;
  readonly core: {readonly from: number; readonly to: number};
  readonly year?: number;
  /** 1 to 12 */
  readonly month?: number;
  readonly day?: number;
  /** 1 to 4 */
  readonly quarter?: number;
  /** "21:07" */
  readonly time?: string;
}

export type Mention = Quantity | Moment;

/** "in two ways": what the author counts, and nothing that is measured. */
export const isSmallCount = ({measure, ordinal, size, step, upper}: Quantity): boolean =>
  measure === "plain" && !ordinal && size <= 12 && step === 1 && (!upper || isSmallCount(upper));
