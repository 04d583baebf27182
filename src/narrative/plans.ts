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
import type {SectionName, Story} from "./story.ts";

export type Heading =
  | FieldHeading
  | LiquidityHeading
  | RestHeading
  | CurrenciesHeading
  | MarketHeading
  | DependenceHeading
  | PeersHeading;
export type Sentence =
  | FieldSentence
  | LiquiditySentence
  | CurrenciesSentence
  | MarketSentence
  | DependenceSentence
  | PeersSentence;
export type Exhibit = Rest | QuotesExhibit | MarketExhibit | DependenceExhibit | PeersExhibit;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  currencies: currenciesPlan,
  field: fieldPlan,
  market: marketPlan,
  dependence: dependencePlan,
  rest: restPlan,
  liquidity: liquidityPlan,
  peers: peersPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
