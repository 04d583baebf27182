import {lastDayOver} from "../model/day.ts";
import type {DailySeries} from "../model/market.ts";
import type {Answer} from "../model/snapshot.ts";
import {cohortAnswer} from "./cohort.ts";
import {readCoinGecko} from "./coingecko.ts";
import type {Dataset} from "./dataset.ts";
import {fieldAnswers, trailingField} from "./field.ts";
import {fieldRecord} from "./fieldCache.ts";
import {fewestCoins, fieldCoins} from "./fieldRecord.ts";
import type {ListedCoin} from "./listedCoins.ts";
import {asRecorded, type ReadingContext} from "./reading.ts";

interface Told {
  readonly coins: readonly ListedCoin[];
  /** Recorded answers of an API. */
  readonly recorded: readonly Answer[];
  /** The asset's own closes, where they are on record. */
  readonly close: DailySeries | undefined;
  readonly context: ReadingContext;
  /** Where the record of the whole folder is kept. */
  readonly cache: string | undefined;
}

/**
 * What the other coins of the folder did on the asset's last day and before, and what those of its
 * age did. Where the closes do not reach the day before the wall and the recorded answers tell of the
 * last 24 hours, those are the field and the days are left out.
 */
export async function gatherField(
  folder: string,
  dataset: Dataset,
  {coins, recorded, close, context, cache}: Told,
): Promise<Answer[]> {
  if (fieldCoins(coins).length < fewestCoins) return [];
  const record = await fieldRecord(folder, dataset, coins, cache);
  const {asset, asOf} = context;
  const until = lastDayOver(asOf);
  const sources = dataset.prices.map(({attribution}) => attribution ?? dataset.name);
  const attribution = [...new Set(sources)].join(", ");
  const wish = {asset, ...(close && {close}), asOf, until, attribution};
  const days = fieldAnswers(record, wish);
  const isLate = days.some(({query}) => query.day !== until);
  const cohort = cohortAnswer(record, wish);
  return [...(isLate && knowsTheHours(recorded, context) ? [] : days), ...(cohort ? [cohort] : [])];
}

/** Whether the recorded answers tell of the asset and of enough others how the last 24 hours were. */
function knowsTheHours(recorded: readonly Answer[], context: ReadingContext): boolean {
  const peers = recorded
    .filter(({source}) => source === "coingecko")
    .flatMap(answer => readCoinGecko(asRecorded(answer), context).peers ?? []);
  const own = peers.find(({asset}) => asset.id === context.asset.id);
  return own?.state.change24h !== undefined && trailingField(peers, context.asset) !== undefined;
}
