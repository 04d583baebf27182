import {type CasesExhibit, type CasesHeading, type CasesSentence, casesPlan} from "./cases.ts";
import {type CohortHeading, type CohortSentence, cohortPlan} from "./cohort.ts";
import {type CurrenciesHeading, type CurrenciesSentence, currenciesPlan} from "./currencies.ts";
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
import {type MarketExhibit, type MarketHeading, type MarketSentence, marketPlan} from "./market.ts";
import {type PeersHeading, type PeersSentence, peersPlan} from "./peers.ts";
import type {PeersExhibit} from "./peersExhibit.ts";
import type {Plan} from "./point.ts";
import type {QuotesExhibit} from "./quotesExhibit.ts";
import {type Rest, type RestHeading, restPlan} from "./rest.ts";
import {type RiskHeading, type RiskSentence, riskPlan} from "./risk.ts";
import {type RulerHeading, type RulerSentence, rulerPlan} from "./ruler.ts";
import {type SinceHeading, type SinceSentence, sincePlan} from "./since.ts";
import type {SectionName, Story} from "./story.ts";
import {type ThesisHeading, type ThesisSentence, thesisPlan} from "./thesis.ts";
import {type UnknownHeading, type UnknownSentence, unknownPlan} from "./unknown.ts";
import {type WatchHeading, type WatchSentence, watchPlan} from "./watch.ts";

export type Heading =
  | CasesHeading
  | CurrenciesHeading
  | DependenceHeading
  | EconomicsHeading
  | FieldHeading
  | LiquidityHeading
  | MarketHeading
  | PeersHeading
  | RestHeading
  | RiskHeading
  | SinceHeading
  | ThesisHeading
  | CohortHeading
  | RulerHeading
  | UnknownHeading
  | WatchHeading;
export type Sentence =
  | CasesSentence
  | CurrenciesSentence
  | DependenceSentence
  | EconomicsSentence
  | FieldSentence
  | LiquiditySentence
  | MarketSentence
  | PeersSentence
  | RiskSentence
  | SinceSentence
  | ThesisSentence
  | CohortSentence
  | RulerSentence
  | UnknownSentence
  | WatchSentence;
export type Exhibit =
  | CasesExhibit
  | DependenceExhibit
  | EconomicsExhibit
  | MarketExhibit
  | PeersExhibit
  | QuotesExhibit
  | Rest;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  cases: casesPlan,
  cohort: cohortPlan,
  currencies: currenciesPlan,
  dependence: dependencePlan,
  economics: economicsPlan,
  field: fieldPlan,
  liquidity: liquidityPlan,
  market: marketPlan,
  peers: peersPlan,
  rest: restPlan,
  risk: riskPlan,
  ruler: rulerPlan,
  since: sincePlan,
  thesis: thesisPlan,
  unknown: unknownPlan,
  watch: watchPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
