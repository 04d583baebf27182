import type {Figure} from "../model/figure.ts";
import {abstentionCounts} from "../model/figureNames.ts";
import {countOf} from "./counted.ts";
import type {Facts} from "./facts.ts";
import {isTold, turns} from "./moves.ts";
import type {Plan} from "./point.ts";

type Way = "up" | "down";

export interface UnknownHeading {
  readonly kind: "unknown";
}

/** What a reader asks next of a move: why, and who traded. */
interface CausesUntold {
  readonly kind: "causes-untold";
  readonly move?: {readonly from: string; readonly way: Way; readonly turned?: Way};
}

interface BooksUntold {
  readonly kind: "books-untold";
}

/** What the data cannot carry. */
type Untold =
  | {readonly kind: "turnover-untold"}
  | {readonly kind: "tie-untold"}
  | {readonly kind: "cases-untold-still"}
  | {readonly kind: "history-untold"}
  | {readonly kind: "closes-too-old"; readonly day: string}
  | {readonly kind: "cases-untold-unlike"}
  | {
      readonly kind: "too-few-returns";
      readonly about: "tie" | "cases" | "risk";
      readonly days: Figure<"count">;
      readonly needed: Figure<"count">;
    }
  | {readonly kind: "quotes-untold"}
  | {readonly kind: "day-untold"};

/** That many searched for it says no more. */
interface Searched {
  readonly kind: "searched";
  readonly rank: Figure<"rank">;
  readonly listed: Figure<"count">;
  readonly source: string;
}

/** Closes that were left out as faults of the feed. */
interface FeedFaults {
  readonly kind: "feed-faults";
  readonly first: string;
  readonly days: "one" | "several";
}

export type UnknownSentence = CausesUntold | BooksUntold | Untold | Searched | FeedFaults;

/** What the data cannot carry: an abstention is a finding, and is said. */
export function unknownPlan(facts: Facts): Plan<UnknownHeading, UnknownSentence, never> {
  const {abstentions, attention} = facts;
  const books = abstentions.some(({reason}) => reason.kind === "no-order-books");
  return {
    heading: {kind: "unknown"},
    blocks: [
      {paragraph: [causes(facts), ...(books ? [{kind: "books-untold"} as const] : [])]},
      {
        list: [
          ...untold(facts),
          ...(attention ? [{...attention, kind: "searched"} as const] : []),
          ...feedFaults(facts),
        ],
      },
    ],
  };
}

const wayOf = ({value}: Figure<"return">): Way => (value > 0 ? "up" : "down");

function causes({state: {recent, change24h}}: Facts): CausesUntold {
  if (!recent || !isTold(recent)) return {kind: "causes-untold"};
  const turned = change24h && turns(recent, change24h) ? {turned: wayOf(change24h)} : {};
  return {kind: "causes-untold", move: {from: recent.from, way: wayOf(recent.asset), ...turned}};
}

/** What is told together, or elsewhere, is no point here. */
function untold({abstentions, state}: Facts): Untold[] {
  return abstentions.flatMap(({about, reason}): Untold[] => {
    switch (reason.kind) {
      case "no-volume-or-cap":
        return [{kind: "turnover-untold"}];
      case "no-history":
        return [
          {
            kind:
              about === "decoupling"
                ? "tie-untold"
                : about === "cases"
                  ? "cases-untold-still"
                  : "history-untold",
          },
        ];
      case "history-ends":
        return [{kind: "closes-too-old", day: reason.day}];
      case "beyond-record":
        return [{kind: "cases-untold-unlike"}];
      case "too-few-days": {
        const {asOf} = state.price;
        const days = countOf(abstentionCounts.days(about), reason.days, asOf);
        const needed = countOf(abstentionCounts.daysNeeded(about), reason.needed, asOf);
        const what = about === "decoupling" ? "tie" : about === "cases" ? "cases" : "risk";
        return [{kind: "too-few-returns", about: what, days, needed}];
      }
      case "no-quotes":
        return [{kind: "quotes-untold"}];
      case "no-change-known":
        return [{kind: "day-untold"}];
      default:
        return [];
    }
  });
}

function feedFaults({exclusions}: Facts): FeedFaults[] {
  const days = exclusions.flatMap(({day}) => day ?? []);
  const [first] = days;
  return first ? [{kind: "feed-faults", first, days: days.length > 1 ? "several" : "one"}] : [];
}
