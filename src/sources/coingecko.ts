import {z} from "zod";
import {displayText, plainText} from "../format/displayText.ts";
import {UsageError} from "../model/errors.ts";
import type {Datum} from "../model/figure.ts";
import type {Peer, QuoteChange, QuoteChanges, Venue} from "../model/market.ts";
import type {Asset, RecordedAnswer} from "../model/snapshot.ts";
import {readChart} from "./coingeckoChart.ts";
import {readDollars} from "./formatted.ts";
import {
  type Endpoint,
  type LeftOut,
  pointerTo,
  present,
  type Readable,
  type Reading,
  type ReadingContext,
  readJson,
} from "./reading.ts";

/** Printed under every exhibit that rests on these data, as CoinGecko's attribution guide asks. */
export const coinGecko = "CoinGecko";

/** How an answer's instant and the wall bear on its values. */
type Dated = (value: number | null | undefined, ...path: PropertyKey[]) => Datum | undefined;

const amount = z.number().nullish();
const instant = z.iso.datetime({offset: true}).nullish();

/** A number, or a text such as "$2,663,340,102". */
const formatted = z.union([z.number(), z.string()]).nullish();
const byQuote = z.record(z.string(), z.number().nullable());

const coinShape = z.object({id: z.string().min(1), symbol: z.string(), name: z.string()});

const trendingShape = z.object({
  coins: z.array(
    z.object({
      item: coinShape.extend({
        score: z.number().int().min(0).nullish(),
        market_cap_rank: amount,
        // Without data until 2023.
        data: z
          .object({
            price: formatted,
            market_cap: formatted,
            total_volume: formatted,
            price_change_percentage_24h: byQuote.nullish(),
            content: z.object({description: z.string().nullish()}).nullish(),
          })
          .nullish(),
      }),
    }),
  ),
});

type TrendingItem = z.infer<typeof trendingShape>["coins"][number]["item"];

/** What the searches of the last 24 hours were for, with each coin's changes by quote. */
const trending: Endpoint = {
  check: answer => void readJson(answer, coinGecko, trendingShape),
  read(answer, context) {
    const {coins} = readJson(answer, coinGecko, trendingShape);
    const dated = datedBy(answer, context, answer.fetchedAt);
    const read = coins.map(({item}, index) => readTrending(item, ["coins", index, "item"], dated));
    const index = coins.findIndex(({item}) => item.id === context.asset.id);
    const item = coins[index]?.item;
    const here = ["coins", index, "item"];
    const rank = item && dated((item.score ?? index) + 1, ...here, "score");
    const description = item?.data?.content?.description;
    const path = [...here, "data", "content", "description"];
    return {
      states: read.flatMap(({state}) => state ?? []),
      quoteChanges: read.flatMap(({changes}) => changes ?? []),
      leftOut: read.flatMap(({leftOut}) => leftOut),
      ...present({
        attention: rank && {rank, listed: coins.length},
        description: descriptionOf(description, path, answer),
      }),
    };
  },
};

interface Trending {
  readonly state?: Peer;
  readonly changes?: QuoteChanges;
  readonly leftOut: readonly LeftOut[];
}

function readTrending(item: TrendingItem, here: readonly PropertyKey[], dated: Dated): Trending {
  const asset = toAsset(item);
  const {data} = item;
  if (!data) return {leftOut: []};
  const leftOut: LeftOut[] = [];
  const dollars = (field: "price" | "market_cap" | "total_volume") => {
    const found = data[field];
    const value = typeof found === "string" ? readDollars(found) : found;
    const path = [...here, "data", field];
    if (typeof found === "string" && value === undefined) {
      const reason = `found "${displayText(found, 40)}", expected dollars such as "$2,663,340,102"`;
      leftOut.push({what: `${field} of ${asset.id}`, reason, pointer: pointerTo(path)});
    }
    return dated(known(value), ...path);
  };
  const percents = data.price_change_percentage_24h ?? {};
  const path = [...here, "data", "price_change_percentage_24h"];
  const state = present({
    price: dollars("price"),
    marketCap: dollars("market_cap"),
    volume24h: dollars("total_volume"),
    rank: dated(known(item.market_cap_rank), ...here, "market_cap_rank"),
    change24h: dated(fraction(percents.usd), ...path, "usd"),
  });
  const changes = toChanges(percents, path, dated);
  return {
    state: {asset, state},
    ...(changes.length > 0 && {changes: {asset, changes}}),
    leftOut,
  };
}

const marketsShape = z.array(
  coinShape.extend({
    current_price: z.number().nullable(),
    market_cap: z.number().nullable(),
    total_volume: z.number().nullable(),
    market_cap_rank: amount,
    fully_diluted_valuation: amount,
    circulating_supply: amount,
    total_supply: amount,
    max_supply: amount,
    ath: amount,
    price_change_percentage_24h: amount,
    price_change_percentage_30d_in_currency: amount,
    last_updated: instant,
  }),
);

/**
 * The market's state of many coins: a page of the largest is the universe, coins that were asked for
 * by id or by category are members of a sector.
 */
const markets: Endpoint = {
  check: answer => void readJson(answer, coinGecko, marketsShape),
  read(answer, context) {
    requireDollars(answer);
    const peers = readJson(answer, coinGecko, marketsShape).map((row, index): Peer => {
      const dated = datedBy(answer, context, row.last_updated);
      const field = (name: keyof typeof row & string) => dated(known(row[name]), index, name);
      return {
        asset: toAsset(row),
        state: present({
          price: field("current_price"),
          marketCap: field("market_cap"),
          fullyDilutedValuation: field("fully_diluted_valuation"),
          volume24h: field("total_volume"),
          rank: field("market_cap_rank"),
          circulatingSupply: field("circulating_supply"),
          totalSupply: field("total_supply"),
          maxSupply: field("max_supply"),
          allTimeHigh: field("ath"),
          change24h: dated(
            fraction(row.price_change_percentage_24h),
            index,
            "price_change_percentage_24h",
          ),
          change30d: dated(
            fraction(row.price_change_percentage_30d_in_currency),
            index,
            "price_change_percentage_30d_in_currency",
          ),
        }),
      };
    });
    const ours = [context.asset.id, context.benchmark.id];
    const states = peers.filter(({asset}) => ours.includes(asset.id));
    const {ids, category} = answer.query;
    if (ids === undefined && category === undefined) return {peers, states};
    const sector = category !== undefined && {
      id: category,
      name: category,
      by: "category" as const,
      members: peers.map(({asset}) => asset.id),
    };
    return {members: peers, states, ...(sector && {sector})};
  },
};

const inDollars = z.object({usd: amount}).nullish();
const profileShape = coinShape.extend({
  last_updated: instant,
  categories: z.array(z.string().nullable()).nullish(),
  description: z.object({en: z.string().nullish()}).nullish(),
  market_data: z.object({
    current_price: inDollars,
    market_cap: inDollars,
    fully_diluted_valuation: inDollars,
    total_volume: inDollars,
    ath: inDollars,
    market_cap_rank: amount,
    circulating_supply: amount,
    total_supply: amount,
    max_supply: amount,
    price_change_percentage_24h: amount,
    price_change_percentage_24h_in_currency: byQuote.nullish(),
    last_updated: instant,
  }),
});

/** One coin in full: its description, its categories, its state, its changes by quote. */
const coin: Endpoint = {
  check: answer => void readJson(answer, coinGecko, profileShape),
  read(answer, context) {
    const found = readJson(answer, coinGecko, profileShape);
    const data = found.market_data;
    const updated = data.last_updated ?? found.last_updated;
    const dated = datedBy(answer, context, updated);
    const usd = (
      name: "current_price" | "market_cap" | "total_volume" | "ath" | "fully_diluted_valuation",
    ) => dated(known(data[name]?.usd), "market_data", name, "usd");
    const field = (
      name: "circulating_supply" | "total_supply" | "max_supply" | "market_cap_rank",
    ) => dated(known(data[name]), "market_data", name);
    const asset = toAsset(found);
    const path = ["market_data", "price_change_percentage_24h_in_currency"];
    const changes = toChanges(data.price_change_percentage_24h_in_currency ?? {}, path, dated);
    const change = fraction(data.price_change_percentage_24h);
    const state = present({
      price: usd("current_price"),
      marketCap: usd("market_cap"),
      fullyDilutedValuation: usd("fully_diluted_valuation"),
      volume24h: usd("total_volume"),
      rank: field("market_cap_rank"),
      circulatingSupply: field("circulating_supply"),
      totalSupply: field("total_supply"),
      maxSupply: field("max_supply"),
      allTimeHigh: usd("ath"),
      change24h: dated(change, "market_data", "price_change_percentage_24h"),
    });
    const words = descriptionOf(found.description?.en, ["description", "en"], answer);
    if (asset.id !== context.asset.id) return {states: [{asset, state}]};
    return {
      states: [{asset, state}],
      categories: (found.categories ?? []).flatMap(name => displayText(name ?? "") || []),
      ...(changes.length > 0 && {quoteChanges: [{asset, changes}]}),
      ...present({description: words}),
    };
  },
};

const tickersShape = z.object({
  tickers: z.array(
    z.object({
      base: z.string(),
      target: z.string(),
      market: z.object({name: z.string()}),
      converted_volume: z.object({usd: amount}).nullish(),
      cost_to_move_up_usd: amount,
      cost_to_move_down_usd: amount,
      last_fetch_at: instant,
      timestamp: instant,
      is_anomaly: z.boolean().nullish(),
      is_stale: z.boolean().nullish(),
    }),
  ),
});

/** Where the asset trades. Tickers that CoinGecko itself calls stale or anomalous are left out. */
const tickers: Endpoint = {
  check: answer => void readJson(answer, coinGecko, tickersShape),
  read(answer, context) {
    if (answer.query.id !== context.asset.id) return {};
    const venues: Venue[] = [];
    const leftOut: LeftOut[] = [];
    readJson(answer, coinGecko, tickersShape).tickers.forEach((ticker, index) => {
      const here = ["tickers", index];
      const name = displayText(ticker.market.name);
      const pair = `${tickerName(ticker.base)}/${tickerName(ticker.target)}`;
      const dated = datedBy(answer, context, ticker.last_fetch_at ?? ticker.timestamp);
      const volumeUsd = dated(
        known(ticker.converted_volume?.usd),
        ...here,
        "converted_volume",
        "usd",
      );
      const reason =
        (ticker.is_stale && "stale, says CoinGecko") ||
        (ticker.is_anomaly && "an anomaly, says CoinGecko") ||
        (!volumeUsd && "no volume in dollars");
      if (reason || !volumeUsd) {
        leftOut.push({what: `${pair} on ${name}`, reason: reason || "", pointer: pointerTo(here)});
        return;
      }
      const depth = (side: "up" | "down") =>
        dated(known(ticker[`cost_to_move_${side}_usd`]), ...here, `cost_to_move_${side}_usd`);
      venues.push({
        name,
        pair,
        volumeUsd,
        ...present({depthUpUsd: depth("up"), depthDownUsd: depth("down")}),
      });
    });
    return {venues, leftOut};
  },
};

const categoriesShape = z.array(
  z.object({
    id: z.string().min(1),
    name: z.string(),
    market_cap: amount,
    market_cap_change_24h: amount,
    volume_24h: amount,
    updated_at: instant,
  }),
);

/** CoinGecko's groups of coins, with their size and change. */
const categories: Endpoint = {
  check: answer => void readJson(answer, coinGecko, categoriesShape),
  read(answer, context) {
    const sectors = readJson(answer, coinGecko, categoriesShape).map((row, index) => {
      const dated = datedBy(answer, context, row.updated_at);
      return {
        id: row.id,
        name: displayText(row.name),
        ...present({
          marketCap: dated(known(row.market_cap), index, "market_cap"),
          volume24h: dated(known(row.volume_24h), index, "volume_24h"),
          change24h: dated(fraction(row.market_cap_change_24h), index, "market_cap_change_24h"),
        }),
      };
    });
    return {sectors};
  },
};

const point = z.tuple([
  z.number().min(1e12, "expected milliseconds since 1970").max(1e13),
  z.number().nullable(),
]);
const chartShape = z.object({
  prices: z.array(point),
  market_caps: z.array(point),
  total_volumes: z.array(point),
});

/** Prices, market value and trailing 24-hour volume of one coin by day. */
const marketChart: Endpoint = {
  check: answer => void readJson(answer, coinGecko, chartShape),
  read(answer, context) {
    requireDollars(answer);
    const {id} = answer.query;
    if (!id)
      throw new UsageError(
        `${answer.path} does not say which coin it is of: give its id in "query"`,
      );
    const found = readJson(answer, coinGecko, chartShape);
    const series = (name: string, field: keyof typeof found) => ({
      id: `${name}.${id}`,
      source: coinGecko,
      file: answer.path,
      pointer: pointerTo([field]),
      ...readChart(found[field], context.asOf),
    });
    return {
      series: [
        series("close", "prices"),
        series("marketCap", "market_caps"),
        series("volume", "total_volumes"),
      ],
    };
  },
};

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

/** @throws SourceChanged where the answer is not what its endpoint is known to answer */
export function checkCoinGecko(answer: Readable): void {
  endpointOf(answer).check(answer);
}

/** The coins an answer names: what a person may ask for where only recorded answers are at hand. */
export function coinsIn(answer: Readable): Asset[] {
  if (answer.source !== "coingecko") return [];
  switch (answer.endpoint) {
    case "/search/trending":
      return readJson(answer, coinGecko, trendingShape).coins.map(({item}) => toAsset(item));
    case "/coins/markets":
      return readJson(answer, coinGecko, marketsShape).map(toAsset);
    case "/coins/{id}":
      return [toAsset(readJson(answer, coinGecko, profileShape))];
    default:
      return [];
  }
}

/** What CoinGecko puts the coin under, in its order; nothing for an answer that does not say. */
export function categoryNamesIn(answer: Readable): string[] {
  if (answer.endpoint !== "/coins/{id}") return [];
  const {categories} = readJson(answer, coinGecko, profileShape);
  return (categories ?? []).flatMap(name => name ?? []);
}

/** The categories that an answer lists. */
export function categoriesIn(answer: Readable): {readonly id: string; readonly name: string}[] {
  if (answer.endpoint !== "/coins/categories") return [];
  return readJson(answer, coinGecko, categoriesShape).map(({id, name}) => ({id, name}));
}

function endpointOf({endpoint}: Readable): Endpoint {
  const found = Object.hasOwn(endpoints, endpoint) ? endpoints[endpoint] : undefined;
  if (found) return found;
  const known = Object.keys(endpoints).join(", ");
  throw new UsageError(`no reader for CoinGecko's "${endpoint}": known are ${known}`);
}

function requireDollars({path, query, endpoint}: RecordedAnswer): void {
  if (query.vs_currency === "usd") return;
  throw new UsageError(
    `${path} (${endpoint}) is in "${query.vs_currency ?? "an unnamed currency"}": ` +
      'only answers with "vs_currency": "usd" in their query can be read',
  );
}

/** Dates values by when the source says they were true, and keeps those beyond the wall out. */
function datedBy(
  answer: RecordedAnswer,
  {asOf: wall}: ReadingContext,
  updated: string | null | undefined,
): Dated {
  const asOf = iso(updated || answer.fetchedAt);
  const beyond = Date.parse(asOf) > Date.parse(wall);
  return (value, ...path) =>
    beyond || value === null || value === undefined || !Number.isFinite(value)
      ? undefined
      : {value, asOf, source: coinGecko, file: answer.path, pointer: pointerTo(path)};
}

/** CoinGecko writes 0 for prices, amounts and ranks that it does not know. */
function known(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

function fraction(percent: number | null | undefined): number | undefined {
  return percent === null || percent === undefined ? undefined : percent / 100;
}

function toChanges(
  percents: Readonly<Record<string, number | null>>,
  path: readonly PropertyKey[],
  dated: Dated,
): QuoteChange[] {
  return Object.entries(percents).flatMap(([quote, percent]) => {
    const change = dated(fraction(percent), ...path, quote);
    return change ? [{quote: quote.toLowerCase(), change}] : [];
  });
}

/** The id stays as it is, since it names the coin; symbol and name are only ever shown. */
export function toAsset({id, symbol, name}: Asset): Asset {
  const shownSymbol = displayText(symbol, 20).toUpperCase() || id;
  return {id, symbol: shownSymbol, name: displayText(name) || shownSymbol};
}

/** Some venues name a token by its contract: "0X2260FAC5…C599" is shown as "0X2260…C599". */
function tickerName(text: string): string {
  const name = displayText(text);
  return name.length > 20 ? `${name.slice(0, 6)}…${name.slice(-4)}` : name;
}

function descriptionOf(
  html: string | null | undefined,
  path: readonly PropertyKey[],
  answer: RecordedAnswer,
) {
  const text = plainText(html ?? "");
  if (text === "") return undefined;
  return {
    text,
    source: coinGecko,
    file: answer.path,
    pointer: pointerTo(path),
    asOf: iso(answer.fetchedAt),
  };
}

const iso = (text: string) => new Date(text).toISOString().replace(".000Z", "Z");
