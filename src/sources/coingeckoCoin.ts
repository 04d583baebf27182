import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import type {Asset} from "../model/snapshot.ts";
import {
  aboutAnother,
  amount,
  byQuote,
  coinGecko,
  coinShape,
  datedBy,
  descriptionOf,
  fraction,
  instant,
  known,
  recordOf,
  toAsset,
  toChanges,
} from "./coingeckoValues.ts";
import {type Endpoint, present, type Readable, readJson} from "./reading.ts";

const inDollars = z.object({usd: amount}).nullish();
const instantInDollars = z.object({usd: instant}).nullish();
const shape = coinShape.extend({
  last_updated: instant,
  categories: z.array(z.string().nullable()).nullish(),
  description: z.object({en: z.string().nullish()}).nullish(),
  market_data: z.object({
    current_price: inDollars,
    market_cap: inDollars,
    fully_diluted_valuation: inDollars,
    total_volume: inDollars,
    high_24h: inDollars,
    low_24h: inDollars,
    ath: inDollars,
    ath_date: instantInDollars,
    atl: inDollars,
    atl_date: instantInDollars,
    market_cap_rank: amount,
    circulating_supply: amount,
    total_supply: amount,
    max_supply: amount,
    price_change_percentage_24h: amount,
    price_change_percentage_7d: amount,
    price_change_percentage_30d: amount,
    price_change_percentage_1y: amount,
    price_change_percentage_24h_in_currency: byQuote.nullish(),
    last_updated: instant,
  }),
});

function profileOf(answer: Readable): z.infer<typeof shape> {
  const found = readJson(answer, coinGecko, shape);
  const {id} = answer.query;
  if (id !== undefined && id !== found.id) throw aboutAnother(answer, id, found.id);
  return found;
}

/** The coin that the answer is about. */
export const coinOf = (answer: Readable): Asset => toAsset(profileOf(answer));

/** What CoinGecko puts the coin under, in its order. */
export const categoryNames = (answer: Readable): string[] =>
  (profileOf(answer).categories ?? []).flatMap(name => name ?? []);

/** One coin in full: its description, its categories, its state, its changes by quote. */
export const coin: Endpoint = {
  count: answer => [profileOf(answer)].length,
  coins: answer => [coinOf(answer)],
  read(answer, context) {
    const found = profileOf(answer);
    const data = found.market_data;
    const updated = data.last_updated ?? found.last_updated;
    const dated = datedBy(answer, context, updated);
    const usd = (
      name:
        | "current_price"
        | "market_cap"
        | "total_volume"
        | "low_24h"
        | "high_24h"
        | "ath"
        | "fully_diluted_valuation",
    ) => dated(known(data[name]?.usd), "market_data", name, "usd");
    const field = (
      name: "circulating_supply" | "total_supply" | "max_supply" | "market_cap_rank",
    ) => dated(known(data[name]), "market_data", name);
    const asset = toAsset(found);
    const path = ["market_data", "price_change_percentage_24h_in_currency"];
    const changes = toChanges(data.price_change_percentage_24h_in_currency ?? {}, path, dated);
    const change = fraction(data.price_change_percentage_24h);
    const price = usd("current_price");
    const state = present({
      price,
      marketCap: usd("market_cap"),
      fullyDilutedValuation: usd("fully_diluted_valuation"),
      volume24h: usd("total_volume"),
      rank: field("market_cap_rank"),
      circulatingSupply: field("circulating_supply"),
      totalSupply: field("total_supply"),
      maxSupply: field("max_supply"),
      allTimeHigh: usd("ath"),
      low24h: usd("low_24h"),
      high24h: usd("high_24h"),
      change24h: dated(change, "market_data", "price_change_percentage_24h"),
    });
    const record = recordOf(
      price,
      [
        [7, data.price_change_percentage_7d],
        [30, data.price_change_percentage_30d],
        [365, data.price_change_percentage_1y],
      ],
      {
        low_24h: data.low_24h?.usd,
        high_24h: data.high_24h?.usd,
        ath: data.ath?.usd,
        ath_date: data.ath_date?.usd,
        atl: data.atl?.usd,
        atl_date: data.atl_date?.usd,
      },
    );
    const states = [{asset, state, ...present({record})}];
    const words = descriptionOf(found.description?.en, ["description", "en"], answer);
    if (asset.id !== context.asset.id) return {states};
    return {
      states,
      categories: (found.categories ?? []).flatMap(name => displayText(name ?? "") || []),
      ...(changes.length > 0 && {quoteChanges: [{asset, changes}]}),
      ...present({description: words}),
    };
  },
};
