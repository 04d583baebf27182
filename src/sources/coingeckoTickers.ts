import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import type {Venue} from "../model/market.ts";
import {aboutAnother, amount, coinGecko, datedBy, instant, known} from "./coingeckoValues.ts";
import {
  type Endpoint,
  type LeftOut,
  pointerTo,
  present,
  type Readable,
  readJson,
} from "./reading.ts";

const shape = z.object({
  tickers: z.array(
    z.object({
      base: z.string(),
      target: z.string(),
      coin_id: z.string().nullish(),
      target_coin_id: z.string().nullish(),
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

type Ticker = z.infer<typeof shape>["tickers"][number];

/** A pair is of its base and of its target; old answers do not say which coins these are. */
const isOf = ({coin_id: base, target_coin_id: target}: Ticker, id: string | undefined) =>
  !base || base === id || target === id;

function tickersOf(answer: Readable): readonly Ticker[] {
  const {tickers} = readJson(answer, coinGecko, shape);
  const {id} = answer.query;
  const [first] = tickers;
  if (id !== undefined && first?.coin_id && !tickers.some(one => isOf(one, id)))
    throw aboutAnother(answer, id, first.coin_id);
  return tickers;
}

/** Where the asset trades. Tickers that CoinGecko itself calls stale or anomalous are left out. */
export const tickers: Endpoint = {
  count: answer => tickersOf(answer).length,
  read(answer, context) {
    if (answer.query.id !== context.asset.id) return {};
    const venues: Venue[] = [];
    const leftOut: LeftOut[] = [];
    tickersOf(answer).forEach((ticker, index) => {
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
        (!isOf(ticker, answer.query.id) && "of another coin") ||
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

/** Some venues name a token by its contract: "0X2260FAC5…C599" is shown as "0X2260…C599". */
function tickerName(text: string): string {
  const name = displayText(text);
  return name.length > 20 ? `${name.slice(0, 6)}…${name.slice(-4)}` : name;
}
