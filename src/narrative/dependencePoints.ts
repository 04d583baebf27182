import type {Figure} from "../model/figure.ts";
import type {CausesSentence} from "./causes.ts";
import type {Change, Doing, Rhos, Standing} from "./tie.ts";

/** A change by its cause where there is one: what the coin did, or what was done to it. */
export type DependenceHeading =
  | Pick<Unchanged, "kind" | "standing" | "way" | "chance">
  | {
      readonly kind: "tie-changed";
      readonly change: Change;
      readonly doing: Doing;
      readonly cause?: "more" | "less";
      readonly of?: "answer" | "own-swings";
    };

export type Way = "higher" | "lower" | "level";

/** That nothing was found, with how easily chance makes such a difference. */
export interface Unchanged extends Rhos {
  readonly kind: "tie-unchanged";
  readonly standing: Standing;
  readonly way: Way;
  readonly chance: "more-often-than-not" | "easily" | "seldom";
  /** Once in so many times chance makes as much, where that is a plain fraction. */
  readonly onceIn?: OnceIn;
  readonly p: Figure<"p-value">;
}

/** Odds that everybody can see. */
export const plainOdds = [2, 3, 4, 5, 6, 8, 10] as const;

export type OnceIn = (typeof plainOdds)[number];

/** Another window that would pass by itself, and does not as one of several that were tried. */
export interface NotAlone extends Rhos {
  readonly kind: "tie-not-alone";
  readonly tests: Figure<"count">;
  readonly p: Figure<"p-value">;
  readonly adjustedP: Figure<"p-value">;
}

/** Only a large fall would have been seen. */
export interface Blunt {
  readonly kind: "tie-blunt";
  readonly days: Figure<"days">;
  readonly reach: Figure<"correlation">;
}

export interface Moved extends Rhos {
  readonly kind: "tie-moved";
  readonly change: Change;
  readonly doing: Doing;
}

/** Whether the change could be chance, by all that was looked at. */
export interface Chance {
  readonly kind: "tie-chance";
  readonly strength: "hardly" | "possibly" | "easily";
  readonly p: Figure<"p-value">;
  readonly looked:
    | {readonly at: "windows"; readonly tests: Figure<"count">}
    | {
        readonly at: "scan";
        readonly universe: Figure<"count">;
        readonly tests: Figure<"count">;
        readonly place: Figure<"rank">;
      };
}

/** What other windows say that is not the same: the other way, or by themselves nothing. */
export type OtherWindows =
  | {readonly kind: "windows-oppose"; readonly days: readonly Figure<"days">[]}
  | {
      readonly kind: "windows-dissent";
      readonly windows: readonly {
        readonly days: Figure<"days">;
        readonly p: Figure<"p-value">;
      }[];
    };

/** A second test, of the window and the days before it together. */
export type Break =
  | {readonly kind: "break-dated"; readonly day: string; readonly p: Figure<"p-value">}
  | {readonly kind: "break-untold"; readonly p: Figure<"p-value">};

/** A day that makes most of a window's movement is one among many to its ranks. */
export interface OneDay {
  readonly kind: "one-day";
  readonly day: string;
  readonly share: Figure<"share">;
  readonly days: Figure<"days">;
}

/** To move together is not to end together. */
export interface EndedApart {
  readonly kind: "ended-apart";
  readonly days: Figure<"days">;
  readonly own: Figure<"return">;
  readonly benchmark: Figure<"return">;
}

/** What is left of the tie to the benchmark itself, beside the coins that follow it. */
export type Beside =
  | (Others & {readonly kind: "mostly-its-own"; readonly own: Figure<"share">})
  | (Others & {readonly kind: "nothing-left"; readonly partial: Figure<"correlation">})
  | (Others & {readonly kind: "against-beside-others"; readonly partial: Figure<"correlation">});

interface Others {
  readonly members: Figure<"count">;
  readonly days: Figure<"days">;
}

export type DependenceSentence =
  | Unchanged
  | NotAlone
  | Blunt
  | Moved
  | Chance
  | OtherWindows
  | Break
  | OneDay
  | EndedApart
  | CausesSentence
  | Beside;
