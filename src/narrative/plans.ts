import {type CasesExhibit, type CasesHeading, type CasesSentence, casesPlan} from "./cases.ts";
import {type CautionHeading, type CautionSentence, cautionPlan} from "./caution.ts";
import {type DependenceExhibit, dependencePlan} from "./dependence.ts";
import type {DependenceHeading, DependenceSentence} from "./dependencePoints.ts";
import {
  type EconomicsExhibit,
  type EconomicsHeading,
  type EconomicsSentence,
  economicsPlan,
} from "./economics.ts";
import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import {type LiquidityHeading, type LiquiditySentence, liquidityPlan} from "./liquidity.ts";
import type {Plan} from "./point.ts";
import {type Rest, type RestHeading, restPlan} from "./rest.ts";
import {type RiskHeading, type RiskSentence, riskPlan} from "./risk.ts";
import {type SinceHeading, type SinceSentence, sincePlan} from "./since.ts";
import type {SectionName, Story} from "./story.ts";
import {type ThesisHeading, type ThesisSentence, thesisPlan} from "./thesis.ts";

export type Heading =
  | FieldHeading
  | LiquidityHeading
  | RestHeading
  | DependenceHeading
  | RiskHeading
  | CasesHeading
  | SinceHeading
  | CautionHeading
  | ThesisHeading
  | EconomicsHeading;
export type Sentence =
  | FieldSentence
  | LiquiditySentence
  | DependenceSentence
  | RiskSentence
  | CasesSentence
  | SinceSentence
  | CautionSentence
  | ThesisSentence
  | EconomicsSentence;
export type Exhibit = Rest | DependenceExhibit | CasesExhibit | EconomicsExhibit;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  field: fieldPlan,
  dependence: dependencePlan,
  economics: economicsPlan,
  thesis: thesisPlan,
  caution: cautionPlan,
  since: sincePlan,
  cases: casesPlan,
  risk: riskPlan,
  rest: restPlan,
  liquidity: liquidityPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
