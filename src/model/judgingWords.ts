/** What is said to an editor beside the note's own words. */
export interface JudgingWords {
  readonly headline: string;
  readonly lead: string;
  readonly dependence: (days: number) => string;
  readonly cause: string;
  readonly tests: {
    readonly dependence: string;
    readonly rarity: string;
    readonly cause: string;
    readonly outlier: string;
  };
  readonly changed: string;
  /** What is watched from note to note, by its id. */
  readonly watched: Readonly<Record<string, string>>;
  readonly now: (what: string, is: string, was: string, when: string) => string;
  readonly verdicts: Readonly<Record<"weakened" | "strengthened" | "no-change-found", string>>;
  readonly quotes: string;
  readonly prices: string;
  readonly notUsed: string;
  readonly unsaid: string;
  readonly expired: string;
  readonly expiring: (day: string) => string;
  readonly fault: string;
  readonly more: (count: number) => string;
  /** The heading under which the note says what it cannot say. */
  readonly unknownHeading: string;
  /** Why something was not used, where it is said in another language. */
  readonly reasons: readonly (readonly [RegExp, string])[];
}
