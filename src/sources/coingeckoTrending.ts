import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import type {Peer, QuoteChanges, TrendingCategory} from "../model/market.ts";
import {amount as anyAmount} from "./amount.ts";
import {
  amount,
  byQuote,
  coinGecko,
  coinShape,
  type Dated,
  datedBy,
  descriptionOf,
  fraction,
  known,
  toAsset,
  toChanges,
} from "./coingeckoValues.ts";
import {readDollars} from "./formatted.ts";
import {type Endpoint, type LeftOut, pointerTo, present, readJson} from "./reading.ts";

/** A number, or a text such as "$2,663,340,102". */
const formatted = z.union([anyAmount, z.string()]).nullish();

const shape = z.object({
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
  // Not in the answers of 2021.
  categories: z
    .array(
      z.object({
        name: z.string(),
        slug: z.string(),
        data: z.object({market_cap_change_percentage_24h: byQuote.nullish()}).nullish(),
      }),
    )
    .nullish(),
});

type Item = z.infer<typeof shape>["coins"][number]["item"];

/** What the searches of the last 24 hours were for, with each coin's changes by quote. */
export const trending: Endpoint = {
  count: answer => readJson(answer, coinGecko, shape).coins.length,
  coins: answer => readJson(answer, coinGecko, shape).coins.map(({item}) => toAsset(item)),
  read(answer, context) {
    const {coins, categories} = readJson(answer, coinGecko, shape);
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
      trendingCategories: (categories ?? []).flatMap((one, index): TrendingCategory[] => {
        const name = displayText(one.name);
        const percents = one.data?.market_cap_change_percentage_24h ?? {};
        const path = ["categories", index, "data", "market_cap_change_percentage_24h", "usd"];
        const change24h = dated(fraction(percents.usd), ...path);
        return name && change24h ? [{name, id: one.slug, change24h}] : [];
      }),
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

function readTrending(item: Item, here: readonly PropertyKey[], dated: Dated): Trending {
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
