import type {Hedge, Measure} from "./mention.ts";
import type {NumeralWords} from "./numerals.ts";

/** How a language writes numbers and dates in a sentence, beside their digits. */
export interface NumberWords {
  readonly numerals: NumeralWords;
  readonly moments: MomentWords;
  readonly scales: ScaleWords;
  /** Forms of what a number may count, a space between each; what is written alike everywhere is known. */
  readonly units: Readonly<Partial<Record<UnitName, string>>>;
  readonly ordinals: {
    /** 36th: with what may follow. */
    readonly after: RegExp;
    /** Its letters, by which the whole is told from a name that begins with a digit. */
    readonly letters: string;
    /** "Rank 36": words before a number that make it one. */
    readonly before: RegExp;
  };
  /** What a number may bear behind its unit: "3’ten". */
  readonly suffix?: RegExp;
  /** "yüzde 5": the word for percent, where it stands before the number. */
  readonly percentBefore?: RegExp;
  readonly hedges: {
    readonly before: readonly (readonly [RegExp, Hedge])[];
    /** The last words of these, an article apart: where none stands before a number, none is sought. */
    readonly last: string;
    /** Sticky: they are tried where the number ends. */
    readonly after: readonly (readonly [RegExp, Hedge])[];
  };
  readonly ranges: {
    /** "3 to 5". */
    readonly to: RegExp;
    /** "Between 3 and 5": what joins the two, and what stands before or behind them. */
    readonly between: {
      readonly joins: RegExp;
      readonly before?: RegExp;
      readonly behind?: RegExp;
    };
    readonly and: string;
    readonly or: string;
  };
  /** Says that minutes are those it takes to read the note. */
  readonly reading: RegExp;
  /** Say that a date is the note's own instant: words that end before it, or begin soon behind it. */
  readonly asOf: {readonly before: RegExp; readonly behind?: RegExp};
  /** Units as they are suggested. */
  readonly written: Readonly<Record<"basis-points" | "points" | "days", string>>;
}

export interface MomentWords {
  /** January first, each with its other spellings. */
  readonly months: readonly (readonly string[])[];
  /** Behind a day's number, as a pattern: 20th. */
  readonly ordinal?: string;
  /** Between a day and its month, or a month and its year. */
  readonly of?: string;
  /** Before a time of day. */
  readonly at?: string;
  /** Quarters beside Q1, as patterns with the groups `year` and `quarter`. */
  readonly quarters?: readonly string[];
  /** What makes four digits a count instead of a year, as a pattern. */
  readonly counted: string;
}

export interface ScaleWords {
  /** Letters right behind the digits: 5bn. */
  readonly tight: Readonly<Record<string, number>>;
  /** Beside the words that the house writes: 5 bn. */
  readonly loose: Readonly<Record<string, number>>;
  /** The words of the house may stand without a space. */
  readonly joined?: true;
  /** Endings that the words of the house may bear, as a pattern. */
  readonly suffix?: string;
}

export type UnitName =
  | Exclude<Measure, "plain" | "USD" | "BTC" | "other-currency" | "basis-points">
  | "basis"
  | "dollars"
  | "bitcoin"
  | "other";
