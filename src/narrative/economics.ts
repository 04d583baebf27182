import type {DescriptionFinding} from "../model/finding.ts";
import type {ProfileFact} from "../model/market.ts";
import type {Facts} from "./facts.ts";
import type {Plan} from "./point.ts";
import {factsOn, paragraphsOf} from "./profile.ts";

export type EconomicsHeading = {readonly kind: "economics"; readonly by: "editor" | "source"};

export type EconomicsSentence = {
  readonly kind: "cited-facts";
  readonly facts: readonly ProfileFact[];
};

/** What the source says the asset is, quoted and not vouched for. */
export type EconomicsExhibit = {
  readonly kind: "description-quoted";
  readonly description: DescriptionFinding;
};

/** What the protocol does and how its coins come about, as its editor cites it, or its source describes it. */
export function economicsPlan(
  facts: Facts,
): Plan<EconomicsHeading, EconomicsSentence, EconomicsExhibit> | undefined {
  const groups = paragraphsOf.map(topics => factsOn(topics, facts)).filter(one => one.length > 0);
  if (groups.length > 0)
    return {
      heading: {kind: "economics", by: "editor"},
      blocks: groups.map(group => ({paragraph: [{kind: "cited-facts", facts: group}]})),
    };
  const {description} = facts;
  return (
    description && {
      heading: {kind: "economics", by: "source"},
      blocks: [{exhibit: {kind: "description-quoted", description}}],
    }
  );
}
