/** How a language denies, doubts and asks: a claim that is denied is none. */
export interface Denial {
  /** Begins a new clause, in which an earlier denial no longer counts. */
  readonly clause: RegExp;
  /** Denies what follows in its clause. */
  readonly before: RegExp;
  /** Denies, or leaves open, what stands before it in its clause. */
  readonly after: RegExp;
  /** Opens what follows in the sentence: whether, the word. */
  readonly open: RegExp;
  /** Looks like a denial and is none: "not only", "no doubt". */
  readonly only: RegExp;
}

/** The words of one language by which claims are known. Patterns are for folded text. */
export interface Words {
  readonly denial: Denial;
  readonly correlation: {
    readonly noun: RegExp;
    /** A percentage that is called a correlation. */
    readonly percentage: RegExp;
    /** A correlation of one day. */
    readonly ofOneDay: RegExp;
    /** A matrix or a profile. */
    readonly ofMany: RegExp;
    /** A change of it. */
    readonly changed: RegExp;
    /** With something that no correlation of ours is with, or against the sign. */
    readonly inverse: RegExp;
    /** What a return is called. */
    readonly change: string;
    /** What the list of them is called. */
    readonly changes: string;
  };
  readonly decoupling: {readonly strong: RegExp; readonly weak: RegExp; readonly none: RegExp};
  readonly cause: {
    readonly because: RegExp;
    readonly infers: RegExp;
    /** What goes on in people, money flows and the news: no figure of ours measures it. */
    readonly unseen: RegExp;
    /** Of the market: price, volume, a move. */
    readonly effect: RegExp;
    /** What the record does speak of: a reason made of it may stand. */
    readonly recorded: RegExp;
    /** Where the reason stands. */
    readonly reason: "after" | "before";
  };
  readonly baseRate: {readonly habit: RegExp; readonly counted: RegExp};
  readonly depth: {readonly ofBook: RegExp; readonly ofVenues: RegExp; readonly threshold: RegExp};
  readonly recommendation: RegExp;
  readonly scenario: {
    readonly named: RegExp;
    readonly ahead: RegExp;
    readonly target: RegExp;
    readonly probability: RegExp;
    readonly horizon: RegExp;
    readonly dated: RegExp;
  };
  readonly unfounded: RegExp;
  readonly entitlement: RegExp;
  readonly others: RegExp;
  readonly exclusion: {readonly outlier: RegExp; readonly leftOut: RegExp; readonly rule: RegExp};
  readonly weekend: {readonly closed: RegExp; readonly said: RegExp; readonly add: string};
  readonly rise: RegExp;
  readonly fall: RegExp;
}

/** The small letters and digits of folded text. Named one by one: far faster than Unicode's classes. */
const letter = "a-z0-9ßàáâäãåæçèéêëğìíîïıñòóôöõøùúûüşýÿ";

/** Whole words, one of these. In them `\\p{L}` is a letter and `\\p{Sc}` a sign of money. */
export function words(...some: readonly string[]): RegExp {
  const source = some
    .join("|")
    .replaceAll("\\p{L}", `[${letter}]`)
    .replaceAll("\\p{Sc}", "[$€£¥₺]");
  return new RegExp(`(?<![${letter}])(?:${source})(?![${letter}])`, "g");
}
