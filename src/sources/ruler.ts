import {z} from "zod";
import type {DailySeries, Ruler} from "../model/market.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";
import type {FolderCoin} from "./listedCoins.ts";
import {type Measure, type Reading, type ReadingContext, readJson} from "./reading.ts";

const dollar: Measure = {code: "usd", units: 1};
const euro: Measure = {code: "eur", units: 1};
const ounceOfGold: Measure = {code: "xau", units: 1};
const gramOfGold: Measure = {code: "xau", units: 1 / 31.1034768};
const bitcoin: Measure = {code: "btc", units: 1, coin: "bitcoin"};
const ether: Measure = {code: "eth", units: 1, coin: "ethereum"};

/** Coins that are made to be worth a fixed amount, by their ids at CoinGecko. */
const measures: ReadonlyMap<string, Measure> = new Map([
  ...[
    "binance-usd",
    "dai",
    "ethena-usde",
    "first-digital-usd",
    "paxos-standard",
    "paypal-usd",
    "ripple-usd",
    "terrausd",
    "tether",
    "true-usd",
    "usd-coin",
    "usd1-wlfi",
    "usdd",
    "usds",
  ].map(id => [id, dollar] as const),
  ...["euro-coin", "stasis-eurs"].map(id => [id, euro] as const),
  ...["pax-gold", "tether-gold"].map(id => [id, ounceOfGold] as const),
  ["kinesis-gold", gramOfGold],
  ...["coinbase-wrapped-btc", "tbtc", "wrapped-bitcoin"].map(id => [id, bitcoin] as const),
  ...["staked-ether", "weth"].map(id => [id, ether] as const),
]);

/** These gather what their stake earns: no fixed amount is their measure. By id or symbol. */
const accruing =
  /^(wbeth|wrapped-beacon-eth|wsteth|wrapped-steth|cbeth|coinbase-wrapped-staked-eth|reth|rocket-pool-eth|weeth|wrapped-eeth|bnsol|binance-staked-sol|jitosol|jito-staked-sol|msol)$/i;

/**
 * What the coin is made to be worth: as its id is known, otherwise by the class that the list of
 * assets gives it, and for a wrapped coin by the coin that heads its group.
 */
export function measureOf({id, symbol, key, class: kind, group}: FolderCoin): Measure | undefined {
  if (accruing.test(id) || accruing.test(symbol)) return undefined;
  const known = measures.get(id);
  if (known || kind === undefined) return known;
  if (kind === "wrapped")
    return group !== undefined && group !== key
      ? {code: group.toLowerCase(), units: 1, coin: group}
      : undefined;
  return kind === "stablecoin_eur"
    ? euro
    : /^(failed_)?stablecoin$/.test(kind)
      ? dollar
      : undefined;
}

/** The coin of the folder that it stands for. */
export const standsForIn = (
  {coin}: Measure,
  listed: readonly FolderCoin[],
): FolderCoin | undefined =>
  listed.find(({id, key}) => coin !== undefined && (id === coin || key === coin));

/** Whether the id is that of a coin whose price another price makes. */
export const isMeasured = ({id}: Asset): boolean => measures.has(id) || accruing.test(id);

const recorded = z.object({
  code: z.string(),
  units: z.number().positive(),
  coin: z.string().optional(),
});

/** The measure as an answer of a snapshot, so that the note can be made again without the list. */
export function writeMeasure(measure: Measure, {id}: Asset, asOf: string): Answer {
  return {
    source: "ruler",
    endpoint: "asset",
    query: {asset: id},
    url: `ruler ${measure.code}`,
    fetchedAt: asOf,
    mediaType: "application/json",
    body: Buffer.from(`${JSON.stringify(measure)}\n`),
  };
}

/** Reads what {@link writeMeasure} wrote. */
export const readMeasure = (answer: RecordedAnswer, _: ReadingContext): Reading => ({
  measure: readJson(answer, "Assay", recorded) as Measure,
});

/** So many closes in a row under half of what it is made to be worth, and it is worth that no more. */
const collapsed = {closes: 30, share: 0.5};

/** The ruler with its rates as far as they are on record; none once the coin has collapsed. */
export function rulerFrom(
  {code, units, coin}: Measure,
  id: string,
  find: (id: string) => DailySeries | undefined,
): Ruler | undefined {
  const close = find(`close.${id}`);
  const rate = code === "usd" ? undefined : (find(`rate.${code}`) ?? find(`close.${coin}`));
  const low = find(`low.${id}`);
  if (close && code === "usd" && hasCollapsed(close, units)) return undefined;
  return {code, units, ...(rate && {rate}), ...(low && {low})};
}

function hasCollapsed({values}: DailySeries, worth: number): boolean {
  const last = values.slice(-collapsed.closes);
  return last.length === collapsed.closes && last.every(value => value < collapsed.share * worth);
}
