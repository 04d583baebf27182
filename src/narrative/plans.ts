import {type CohortHeading, type CohortSentence, cohortPlan} from "./cohort.ts";
import {type CurrenciesHeading, type CurrenciesSentence, currenciesPlan} from "./currencies.ts";
import {type DependenceExhibit, dependencePlan} from "./dependence.ts";
import type {DependenceHeading, DependenceSentence} from "./dependencePoints.ts";
import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import {type LiquidityHeading, type LiquiditySentence, liquidityPlan} from "./liquidity.ts";
import {type MarketExhibit, type MarketHeading, type MarketSentence, marketPlan} from "./market.ts";
import {type PeersHeading, type PeersSentence, peersPlan} from "./peers.ts";
import type {PeersExhibit} from "./peersExhibit.ts";
import type {Plan} from "./point.ts";
import type {QuotesExhibit} from "./quotesExhibit.ts";
import {type Rest, type RestHeading, restPlan} from "./rest.ts";
import {type RulerHeading, type RulerSentence, rulerPlan} from "./ruler.ts";
import type {SectionName, Story} from "./story.ts";
import {type UnknownHeading, type UnknownSentence, unknownPlan} from "./unknown.ts";
import {type WatchHeading, type WatchSentence, watchPlan} from "./watch.ts";

export type Heading =
  | CohortHeading
  | CurrenciesHeading
  | DependenceHeading
  | FieldHeading
  | LiquidityHeading
  | MarketHeading
  | PeersHeading
  | RestHeading
  | RulerHeading
  | UnknownHeading
  | WatchHeading;
export type Sentence =
  | CohortSentence
  | CurrenciesSentence
  | DependenceSentence
  | FieldSentence
  | LiquiditySentence
  | MarketSentence
  | PeersSentence
  | RulerSentence
  | UnknownSentence
  | WatchSentence;
export type Exhibit = DependenceExhibit | MarketExhibit | PeersExhibit | QuotesExhibit | Rest;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  cohort: cohortPlan,
  currencies: currenciesPlan,
  dependence: dependencePlan,
  field: fieldPlan,
  liquidity: liquidityPlan,
  market: marketPlan,
  peers: peersPlan,
  rest: restPlan,
  ruler: rulerPlan,
  unknown: unknownPlan,
  watch: watchPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
