import {z} from "zod";
import type {Peer} from "../model/market.ts";
import {amount as anyAmount} from "./amount.ts";
import {
  aboutAnother,
  amount,
  coinGecko,
  coinShape,
  datedBy,
  fraction,
  instant,
  known,
  recordOf,
  requireDollars,
  toAsset,
} from "./coingeckoValues.ts";
import {type Endpoint, present, type Readable, readJson} from "./reading.ts";

const shape = z.array(
  coinShape.extend({
    current_price: anyAmount.nullable(),
    market_cap: anyAmount.nullable(),
    total_volume: anyAmount.nullable(),
    market_cap_rank: amount,
    fully_diluted_valuation: amount,
    circulating_supply: amount,
    total_supply: amount,
    max_supply: amount,
    high_24h: amount,
    low_24h: amount,
    ath: amount,
    ath_date: instant,
    atl: amount,
    atl_date: instant,
    price_change_percentage_24h: amount,
    price_change_percentage_7d_in_currency: amount,
    price_change_percentage_30d_in_currency: amount,
    price_change_percentage_1y_in_currency: amount,
    last_updated: instant,
  }),
);

/** Rows of no other coins than those that were asked for by id. */
function rowsOf(answer: Readable): z.infer<typeof shape> {
  const rows = readJson(answer, coinGecko, shape);
  const asked = answer.query.ids?.split(",");
  const stray = asked && rows.find(({id}) => !asked.includes(id));
  if (stray) throw aboutAnother(answer, asked.join(", "), stray.id);
  return rows;
}

/**
 * The market's state of many coins: a page of the largest is the universe, coins that were asked for
 * by id or by category are members of a sector.
 */
export const markets: Endpoint = {
  count: answer => rowsOf(answer).length,
  coins: answer => rowsOf(answer).map(toAsset),
  read(answer, context) {
    requireDollars(answer);
    const peers = rowsOf(answer).map((row, index): Peer => {
      const dated = datedBy(answer, context, row.last_updated);
      const field = (name: keyof typeof row & string) => dated(known(row[name]), index, name);
      const price = field("current_price");
      return {
        asset: toAsset(row),
        state: present({
          price,
          marketCap: field("market_cap"),
          fullyDilutedValuation: field("fully_diluted_valuation"),
          volume24h: field("total_volume"),
          rank: field("market_cap_rank"),
          circulatingSupply: field("circulating_supply"),
          totalSupply: field("total_supply"),
          maxSupply: field("max_supply"),
          allTimeHigh: field("ath"),
          low24h: field("low_24h"),
          high24h: field("high_24h"),
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
        ...present({
          record: recordOf(
            price,
            [
              [7, row.price_change_percentage_7d_in_currency],
              [30, row.price_change_percentage_30d_in_currency],
              [365, row.price_change_percentage_1y_in_currency],
            ],
            row,
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
