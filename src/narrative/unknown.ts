import type {Figure} from "../model/figure.ts";
import {abstentionCounts} from "../model/figureNames.ts";
import {countOf} from "./counted.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";

export interface UnknownHeading {
  readonly kind: "unknown";
}

/** What the data cannot carry. */
type Untold =
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

export type UnknownSentence = Untold | Searched | FeedFaults;

/**
 * What a reader of this note would ask and the data cannot carry: an abstention is a finding, and is
 * said. What holds of any note (causes, order books) stands in the disclosures.
 */
export function unknownPlan(
  facts: Facts,
): Plan<UnknownHeading, UnknownSentence, never> | undefined {
  const {attention} = facts;
  const list: UnknownSentence[] = [
    ...untold(facts),
    ...(attention ? [{...attention, kind: "searched"} as const] : []),
    ...feedFaults(facts),
  ];
  return list.length > 0 ? {heading: {kind: "unknown"}, blocks: [{list}]} : undefined;
}

/** What is told together, or elsewhere, is no point here. */
function untold({abstentions, state}: Facts): Untold[] {
  return abstentions.flatMap(({about, reason}): Untold[] => {
    switch (reason.kind) {
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
