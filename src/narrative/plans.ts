import {type CurrenciesHeading, type CurrenciesSentence, currenciesPlan} from "./currencies.ts";
import type {Facts} from "./facts.ts";
import {type FieldHeading, type FieldSentence, fieldPlan} from "./field.ts";
import {type LiquidityHeading, type LiquiditySentence, liquidityPlan} from "./liquidity.ts";
import {type PeersHeading, type PeersSentence, peersPlan} from "./peers.ts";
import type {PeersExhibit} from "./peersExhibit.ts";
import type {Plan} from "./point.ts";
import type {QuotesExhibit} from "./quotesExhibit.ts";
import type {SectionName, Story} from "./story.ts";

export type Heading = CurrenciesHeading | FieldHeading | LiquidityHeading | PeersHeading;
export type Sentence = CurrenciesSentence | FieldSentence | LiquiditySentence | PeersSentence;
export type Exhibit = PeersExhibit | QuotesExhibit;

/** What each section says; undefined where it has nothing to say. */
export const plans = {
  currencies: currenciesPlan,
  field: fieldPlan,
  liquidity: liquidityPlan,
  peers: peersPlan,
} satisfies Partial<
  Record<SectionName, (facts: Facts, story: Story) => Plan<Heading, Sentence, Exhibit> | undefined>
>;

export type PlannedSection = keyof typeof plans;
