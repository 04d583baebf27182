import type {Figure} from "../model/figure.ts";
import type {ProfileFact} from "../model/market.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {factsOn} from "./profile.ts";

export type ThesisHeading = {readonly kind: "thesis"};

export type ThesisSentence =
  | {readonly kind: "thesis-for"; readonly facts: readonly ProfileFact[]}
  | {
      readonly kind: "thesis-against";
      readonly facts: readonly ProfileFact[];
      /** What the price itself has shown. */
      readonly fall?: {readonly size: Figure<"drawdown">; readonly from: string};
    }
  /** What such a list cannot do. */
  | {
      readonly kind: "thesis-limits";
      readonly price: Figure<"USD">;
      readonly marketCap?: Figure<"USD">;
    };

/** What is said for the coin and what against it: cited, beside what the price itself has shown. */
export function thesisPlan(facts: Facts): Plan<ThesisHeading, ThesisSentence, never> | undefined {
  const [pro, contra] = [factsOn(["thesis"], facts), factsOn(["risk"], facts)];
  const {risk, state} = facts;
  if (pro.length + contra.length === 0) return undefined;
  const fall = risk && {size: risk.drawdown.figure, from: risk.drawdown.peak.day};
  const {price, marketCap} = state;
  return {
    heading: {kind: "thesis"},
    blocks: [
      {paragraph: pro.length > 0 ? [{kind: "thesis-for", facts: pro}] : []},
      {
        paragraph:
          fall || contra.length > 0
            ? [{kind: "thesis-against", facts: contra, ...(fall && {fall})}]
            : [],
      },
      {paragraph: [{kind: "thesis-limits", price, ...(marketCap && {marketCap})}]},
    ],
  };
}
