import {type DependenceExhibit, dependencePlan} from "./dependence.ts";
import type {DependenceHeading, DependenceSentence} from "./dependencePoints.ts";
import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import {type LiquidityHeading, type LiquiditySentence, liquidityPlan} from "./liquidity.ts";
import type {Plan} from "./point.ts";
import {type Rest, type RestHeading, restPlan} from "./rest.ts";
import type {SectionName, Story} from "./story.ts";

export type Heading = FieldHeading | LiquidityHeading | RestHeading | DependenceHeading;
export type Sentence = FieldSentence | LiquiditySentence | DependenceSentence;
export type Exhibit = Rest | DependenceExhibit;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  field: fieldPlan,
  dependence: dependencePlan,
  rest: restPlan,
  liquidity: liquidityPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
