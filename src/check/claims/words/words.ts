import {mandatory} from "./mandatory.ts";

/** Some words of a language, as they are sought in folded text. */
export interface Wording {
  readonly pattern: RegExp;
  /** Where this does not match, neither does the pattern; it is much faster. */
  readonly hint: RegExp;
}

/** How a language denies, doubts and asks: a claim that is denied is none. */
export interface Denial {
  /** Begins a new clause, in which an earlier denial no longer counts. */
  readonly clause: Wording;
  /** Denies what follows in its clause. */
  readonly before: Wording;
  /** Denies, or leaves open, what stands before it in its clause. */
  readonly after: Wording;
  /** Opens what follows in the sentence: whether, the word. */
  readonly open: Wording;
  /** Looks like a denial and is none: "not only", "no doubt". */
  readonly only: Wording;
}

/** How a language speaks of the text itself, and of what its data hold: nothing that takes evidence. */
export interface Telling {
  /** "The next paragraph", "we", "here": who or what tells. */
  readonly text: Wording;
  /** "Looks at", "turns to", "below is": what a text does. */
  readonly tells: Wording;
  /** Says what is told of instead of asserting it: how, where, which. */
  readonly open: Wording;
  /** Begins something that is asserted after all: because, and so. */
  readonly asserts: Wording;
  /** The same where nothing is left open before it: shows that. */
  readonly claims: Wording;
  /** These data, the record, the tests. */
  readonly data: Wording;
  /** Shows, holds, says. */
  readonly holds: Wording;
  /** What denies that they do. */
  readonly nothing: Wording;
  /** The change that a test looks for. */
  readonly change: Wording;
}

/** The words of one language by which claims are known. Patterns are for folded text. */
export interface ClaimWords {
  readonly denial: Denial;
  readonly telling: Telling;
  readonly correlation: {
    readonly noun: Wording;
    /** A percentage that is called a correlation. */
    readonly percentage: Wording;
    /** A correlation of one day. */
    readonly ofOneDay: Wording;
    /** A matrix or a profile. */
    readonly ofMany: Wording;
    /** A change of it. */
    readonly changed: Wording;
    /** With something that no correlation of ours is with, or against the sign. */
    readonly inverse: Wording;
    /** What a return is called. */
    readonly change: string;
    /** What the list of them is called. */
    readonly changes: string;
  };
  readonly decoupling: {readonly strong: Wording; readonly weak: Wording; readonly none: Wording};
  readonly cause: {
    readonly because: Wording;
    /** Says that one moves another: dragged down by. */
    readonly moves: Wording;
    /** Concedes something that is claimed thereby. */
    readonly despite: Wording;
    readonly infers: Wording;
    /** What goes on in people, money flows and the news: no figure of ours measures it. */
    readonly unseen: Wording;
    /** Of the market: price, volume, a move. */
    readonly effect: Wording;
    /** What the record does speak of: a reason made of it may stand. */
    readonly recorded: Wording;
    /** Where the reason stands. */
    readonly reason: "after" | "before";
  };
  readonly baseRate: {readonly habit: Wording; readonly counted: Wording};
  readonly depth: {
    readonly ofBook: Wording;
    readonly ofVenues: Wording;
    readonly threshold: Wording;
  };
  readonly recommendation: Wording;
  readonly scenario: {
    readonly named: Wording;
    readonly ahead: Wording;
    readonly target: Wording;
    readonly probability: Wording;
    readonly horizon: Wording;
    readonly dated: Wording;
  };
  readonly unfounded: Wording;
  readonly entitlement: Wording;
  readonly others: Wording;
  readonly exclusion: {
    readonly outlier: Wording;
    readonly leftOut: Wording;
    readonly rule: Wording;
  };
  readonly weekend: {readonly closed: Wording; readonly said: Wording; readonly add: string};
  /** The price boxes of other pages, as whole lines with the groups `name` and `symbol`. */
  readonly widgets: readonly RegExp[];
  /** Says of a time of day which zone it is in, beside the short names of zones. */
  readonly zone: Wording;
  readonly rise: Wording;
  readonly fall: Wording;
}

/**
 * The small letters and digits of folded text, and the marks that stand for names and quotations.
 * Of the Latin alphabets: far faster than Unicode's classes.
 */
const letter = "ℕℚa-z0-9ß-öø-ɏ";

/** Whole words, one of these. In them `\\p{L}` is a letter and `\\p{Sc}` a sign of money. */
export function words(...some: readonly string[]): Wording {
  const source = some
    .join("|")
    .replaceAll("\\p{L}", `[${letter}]`)
    .replaceAll("\\p{Sc}", "[$€£¥₺]");
  return {
    pattern: new RegExp(`(?<![${letter}])(?:${source})(?![${letter}])`, "g"),
    hint: new RegExp([...new Set(some.flatMap(mandatory))].join("|")),
  };
}
