import {ExpectedError, UsageError} from "../model/errors.ts";
import type {DailySeries} from "../model/market.ts";
import type {Answer, Asset} from "../model/snapshot.ts";
import type {Universe, UniverseCoin} from "../model/universe.ts";
import {countCoinGecko, readCoinGecko} from "./coingecko.ts";
import {UnknownCoin} from "./coingeckoErrors.ts";
import {coinGeckoAccess} from "./coingeckoLive.ts";
import {coinGecko} from "./coingeckoValues.ts";
import type {LiveEffects} from "./live.ts";
import {standsForACoin} from "./namesAnother.ts";
import {asRecorded} from "./reading.ts";

const benchmark: Asset = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};

const pageSize = 250;

/**
 * The largest coins by market cap with the closes that CoinGecko gives of each. Bitcoin and the
 * pages of the market must be had; a coin whose closes are not is named in `missing`.
 */
export async function readCoinGeckoUniverse(
  {top}: {readonly top: number},
  {env, fetch}: LiveEffects,
): Promise<Universe> {
  const {base, headers, kind} = coinGeckoAccess(env);
  const ask = async (endpoint: string, query: Record<string, string>): Promise<Answer> => {
    const {id, ...parameters} = query;
    const url = new URL(base + endpoint.replace("{id}", encodeURIComponent(id ?? "")));
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const answer = await fetch({source: "coingecko", endpoint, query, url: url.href, headers});
    countCoinGecko(answer);
    return answer;
  };
  const pages = Array.from({length: Math.ceil((top + 1) / pageSize)}, (_, i) => String(i + 1));
  const order = {vs_currency: "usd", order: "market_cap_desc", per_page: String(pageSize)};
  const market = await Promise.all(pages.map(page => ask("/coins/markets", {...order, page})));
  const listed = market.flatMap(answer => read(answer).peers ?? []).map(({asset}) => asset);
  const unique = [...new Map(listed.map(asset => [asset.id, asset])).values()];
  const wanted = unique.filter(({id}) => id !== benchmark.id).slice(0, top);
  const days = kind === "pro" ? "max" : "365";
  const answers: Answer[] = [];
  const closeOf = async (id: string): Promise<DailySeries> => {
    const query = {id, vs_currency: "usd", days, interval: "daily"};
    const answer = await ask("/coins/{id}/market_chart", query);
    answers.push(answer);
    return read(answer).series!.find(one => one.id === `close.${id}`)!;
  };
  const reference = await closeOf(benchmark.id);
  const tried = await Promise.all(wanted.map(asset => attempt(asset, closeOf)));
  return {
    asOf: latest([...market, ...answers]),
    name: coinGecko,
    simulated: false,
    benchmark: {asset: benchmark, close: reference},
    coins: tried.flatMap(one => ("coin" in one ? one.coin : [])),
    missing: tried.flatMap(one => ("reason" in one ? one : [])),
  };
}

async function attempt(
  asset: Asset,
  closeOf: (id: string) => Promise<DailySeries>,
): Promise<{coin: UniverseCoin} | {asset: Asset; reason: string}> {
  try {
    const close = await closeOf(asset.id);
    if (close.dates.length === 0) return {asset, reason: "CoinGecko gives no closes of it"};
    const kind = standsForACoin.test(asset.name) ? {class: "wrapped"} : {};
    return {coin: {asset, ...kind, close}};
  } catch (error) {
    // A wrong key fails for all of them alike, and is told at once.
    const ours = error instanceof UsageError && !(error instanceof UnknownCoin);
    if (ours || !(error instanceof ExpectedError)) throw error;
    return {asset, reason: error.message};
  }
}

/** Reads an answer that was just given: nothing in it lies behind the wall. */
function read(answer: Answer) {
  return readCoinGecko(asRecorded(answer), {asset: benchmark, benchmark, asOf: answer.fetchedAt});
}

function latest(answers: readonly Answer[]): string {
  const last = Math.max(...answers.map(({fetchedAt}) => Date.parse(fetchedAt)));
  return new Date(Math.ceil(last / 1000) * 1000).toISOString().replace(".000Z", "Z");
}
