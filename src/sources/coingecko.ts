import {UsageError} from "../model/errors.ts";
import type {Asset, RecordedAnswer} from "../model/snapshot.ts";
import {categories, categoryIds} from "./coingeckoCategories.ts";
import {marketChart} from "./coingeckoChart.ts";
import {categoryNames, coin} from "./coingeckoCoin.ts";
import {markets} from "./coingeckoMarkets.ts";
import {tickers} from "./coingeckoTickers.ts";
import {trending} from "./coingeckoTrending.ts";
import type {Endpoint, Readable, Reading, ReadingContext} from "./reading.ts";

/** By the name that a recorded answer gives to what was asked. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  "/search/trending": trending,
  "/coins/markets": markets,
  "/coins/{id}": coin,
  "/coins/{id}/market_chart": marketChart,
  "/coins/{id}/tickers": tickers,
  "/coins/categories": categories,
};

/** What a recorded answer says of the asset and the market, up to the wall. */
export function readCoinGecko(answer: RecordedAnswer, context: ReadingContext): Reading {
  const reader = endpointOf(answer);
  if (Date.parse(answer.fetchedAt) > Date.parse(context.asOf)) return {};
  return reader.read(answer, context);
}

/**
 * How many things an answer speaks of: of none, it is an empty one.
 *
 * @throws SourceChanged where the answer is not what its endpoint is known to answer, or is about
 * another coin than the one that was asked for
 */
export function countCoinGecko(answer: Readable): number {
  return endpointOf(answer).count(answer);
}

/** The coins an answer names: what a person may ask for where only recorded answers are at hand. */
export function coinsIn(answer: Readable): Asset[] {
  if (answer.source !== "coingecko" || !Object.hasOwn(endpoints, answer.endpoint)) return [];
  return endpointOf(answer).coins?.(answer) ?? [];
}

/** What CoinGecko puts the coin under, in its order; nothing for an answer that does not say. */
export function categoryNamesIn(answer: Readable): string[] {
  return answer.endpoint === "/coins/{id}" ? categoryNames(answer) : [];
}

/** The categories that an answer lists. */
export function categoriesIn(answer: Readable): {readonly id: string; readonly name: string}[] {
  return answer.endpoint === "/coins/categories" ? categoryIds(answer) : [];
}

function endpointOf({endpoint}: Readable): Endpoint {
  const found = Object.hasOwn(endpoints, endpoint) ? endpoints[endpoint] : undefined;
  if (found) return found;
  const known = Object.keys(endpoints).join(", ");
  throw new UsageError(`no reader for CoinGecko's "${endpoint}": known are ${known}`);
}
