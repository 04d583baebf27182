import {type CohortHeading, type CohortSentence, cohortPlan} from "./cohort.ts";
import {type CurrenciesHeading, type CurrenciesSentence, currenciesPlan} from "./currencies.ts";
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

export type Heading =
  | CohortHeading
  | CurrenciesHeading
  | FieldHeading
  | LiquidityHeading
  | MarketHeading
  | PeersHeading
  | RestHeading
  | RulerHeading;
export type Sentence =
  | CohortSentence
  | CurrenciesSentence
  | FieldSentence
  | LiquiditySentence
  | MarketSentence
  | PeersSentence
  | RulerSentence;
export type Exhibit = MarketExhibit | PeersExhibit | QuotesExhibit | Rest;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  cohort: cohortPlan,
  currencies: currenciesPlan,
  field: fieldPlan,
  market: marketPlan,
  rest: restPlan,
  liquidity: liquidityPlan,
  peers: peersPlan,
  ruler: rulerPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
