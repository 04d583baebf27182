import {fewestDays, historyDays, seedOf} from "../../src/findings/cases.ts";
import {type CaseOutcomes, caseOutcomes} from "../../src/stats/caseOutcomes.ts";
import {crpsOfLognormal, crpsOfNormal, crpsOfOutcomes} from "../../src/stats/crps.ts";
import {quantileSorted} from "../../src/stats/quantile.ts";
import {standardDeviation} from "../../src/stats/standardDeviation.ts";
import type {Coin} from "./coins.ts";

/** Below this volatility a day a coin is pegged to something, or its feed is dead. */
const leastVolatility = 0.005;
/** A forecast is made on days whose number is a multiple of this, for all coins alike. */
const everyDays = 15;
const horizons = [30, 90, 365] as const;

/** How one forecast turned out, beside the driftless lognormal of the year's volatility. */
export interface Score {
  readonly coin: Coin;
  /** The day of the forecast, counted from 1970. */
  readonly day: number;
  readonly horizon: (typeof horizons)[number];
  /** The share of outcomes below what came: even over 0 to 1 where forecasts are right. */
  readonly place: number;
  readonly in50: boolean;
  readonly in80: boolean;
  readonly baselineIn50: boolean;
  readonly baselineIn80: boolean;
  /** Scores of log returns, which weigh all coins and times alike. */
  readonly crps: number;
  readonly baselineCrps: number;
  /** Scores of the price over today's. */
  readonly priceCrps: number;
  readonly baselinePriceCrps: number;
}

/**
 * Walks each coin forward: at every 15th day with a year of prices behind it the cases are made from
 * that year alone, as `findCases` makes them, and compared with the close of their day. A case
 * whose close is not in the data is left out.
 */
export function walkForward(coins: readonly Coin[], paths: number): Score[] {
  return coins.flatMap(coin => {
    const scores: Score[] = [];
    const last = coin.logPrices.length - horizons[0];
    for (let at = historyDays; at < last; at++)
      if ((coin.firstDay + at) % everyDays === 0) scores.push(...scoresAt(coin, at, paths));
    return scores;
  });
}

function scoresAt(coin: Coin, at: number, paths: number): Score[] {
  const prices = coin.logPrices;
  const now = prices[at]!;
  const due = horizons.filter(days => !Number.isNaN(prices[at + days] ?? Number.NaN));
  if (Number.isNaN(now) || due.length === 0) return [];
  const returns = returnsUntil(prices, at);
  if (returns.length < fewestDays) return [];
  const volatility = standardDeviation(returns);
  if (volatility < leastVolatility) return [];
  const day = coin.firstDay + at;
  const seed = seedOf(coin.symbol, new Date(day * 86_400_000).toISOString().slice(0, 10));
  return simulate(returns, {horizons: due, seed, paths}).map(({days, outcomes}) => {
    const came = prices[at + days]! - now;
    const spread = volatility * Math.sqrt(days);
    const within = (low: number, high: number) =>
      came >= quantileSorted(outcomes, low) && came <= quantileSorted(outcomes, high);
    return {
      coin,
      day,
      horizon: days as Score["horizon"],
      place: placeOf(came, outcomes),
      in50: within(0.25, 0.75),
      in80: within(0.1, 0.9),
      baselineIn50: Math.abs(came) <= 0.6744897501960817 * spread,
      baselineIn80: Math.abs(came) <= 1.2815515655446004 * spread,
      crps: crpsOfOutcomes(outcomes, came),
      baselineCrps: crpsOfNormal(0, spread, came),
      priceCrps: crpsOfOutcomes(outcomes.map(Math.exp), Math.exp(came)),
      baselinePriceCrps: crpsOfLognormal(0, spread, Math.exp(came)),
    };
  });
}

/** No forecast where a note abstains too: a price that has not moved for two months. */
function simulate(...made: Parameters<typeof caseOutcomes>): CaseOutcomes["horizons"] {
  try {
    return caseOutcomes(...made).horizons;
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Returns between consecutive days of the year that ends with the day. */
function returnsUntil(prices: Float64Array, at: number): number[] {
  const returns: number[] = [];
  for (let i = at - historyDays + 1; i <= at; i++) {
    const value = prices[i]! - prices[i - 1]!;
    if (!Number.isNaN(value)) returns.push(value);
  }
  return returns;
}

function placeOf(came: number, outcomes: Float64Array): number {
  let below = 0;
  for (const outcome of outcomes) if (outcome < came) below++;
  return below / outcomes.length;
}
