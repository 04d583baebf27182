import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import {type MarketExhibit, type MarketHeading, type MarketSentence, marketPlan} from "./market.ts";
import type {Plan} from "./point.ts";
import {type Rest, type RestHeading, restPlan} from "./rest.ts";
import type {SectionName, Story} from "./story.ts";

export type Heading = FieldHeading | MarketHeading | RestHeading;
export type Sentence = FieldSentence | MarketSentence;
export type Exhibit = MarketExhibit | Rest;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  field: fieldPlan,
  market: marketPlan,
  rest: restPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
