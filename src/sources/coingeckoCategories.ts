import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {amount, coinGecko, datedBy, fraction, instant, known} from "./coingeckoValues.ts";
import {type Endpoint, present, type Readable, readJson} from "./reading.ts";

const shape = z.array(
  z.object({
    id: z.string().min(1),
    name: z.string(),
    market_cap: amount,
    market_cap_change_24h: amount,
    volume_24h: amount,
    updated_at: instant,
  }),
);

/** The categories that an answer lists. */
export const categoryIds = (answer: Readable): {readonly id: string; readonly name: string}[] =>
  readJson(answer, coinGecko, shape).map(({id, name}) => ({id, name}));

/** CoinGecko's groups of coins, with their size and change. */
export const categories: Endpoint = {
  count: answer => readJson(answer, coinGecko, shape).length,
  read(answer, context) {
    const sectors = readJson(answer, coinGecko, shape).map((row, index) => {
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
