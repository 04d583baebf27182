import {z} from "zod";
import {ExpectedError, SourceChanged, SourceUnavailable, UsageError} from "../model/errors.ts";
import type {SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import type {Answer, Asset, Request} from "../model/snapshot.ts";
import {categoriesIn, categoryNamesIn, coinsIn, countCoinGecko} from "./coingecko.ts";
import {coinOf} from "./coingeckoCoin.ts";
import {type Access, explainCoinGecko, UnknownCoin} from "./coingeckoErrors.ts";
import {coinGecko, toAsset} from "./coingeckoValues.ts";
import type {Failure, Fetcher, HttpEffects} from "./http.ts";
import {
  baseFrom,
  callsFrom,
  type Environment,
  type GatheredLive,
  keyFrom,
  type LiveEffects,
  type Missing,
} from "./live.ts";
import {readJson} from "./reading.ts";
import {measureOf, writeMeasure} from "./ruler.ts";
import {listOf, type SectorWish, unknownSector, writeSector} from "./sector.ts";

const benchmarkCoin: Asset = {id: "bitcoin", symbol: "BTC", name: "Bitcoin"};

/** CoinGecko's page on its limits has said 5 to 100 a minute over the years; these are cautious. */
const defaultCallsPerMinute = {keyless: 10, demo: 30, pro: 250};

const minutes = 60_000;
const maxAges: Readonly<Record<string, number>> = {
  "/search/trending": 10 * minutes,
  "/coins/markets": 5 * minutes,
  "/coins/{id}": 30 * minutes,
  "/coins/{id}/market_chart": 30 * minutes,
  "/coins/{id}/tickers": 10 * minutes,
  "/coins/categories": 60 * minutes,
  "/coins/list": 24 * 60 * minutes,
  "/search": 60 * minutes,
};

/**
 * Reads COINGECKO_PRO_API_KEY, COINGECKO_DEMO_API_KEY (of both, the pro key is used),
 * COINGECKO_BASE_URL and ASSAY_COINGECKO_CALLS_PER_MINUTE. Empty means not set.
 */
export function coinGeckoAccess(env: Environment): Access {
  const pro = keyFrom(env, "COINGECKO_PRO_API_KEY");
  const demo = keyFrom(env, "COINGECKO_DEMO_API_KEY");
  const kind = pro ? "pro" : demo ? "demo" : "keyless";
  const host = kind === "pro" ? "pro-api.coingecko.com" : "api.coingecko.com";
  return {
    kind,
    base: baseFrom(env, "COINGECKO_BASE_URL", `https://${host}/api/v3`),
    headers: pro ? {"x-cg-pro-api-key": pro} : demo ? {"x-cg-demo-api-key": demo} : {},
    callsPerMinute: callsFrom(env, "ASSAY_COINGECKO_CALLS_PER_MINUTE", defaultCallsPerMinute[kind]),
  };
}

/** Asks over HTTP at CoinGecko's pace, and only what `cacheFolder` does not hold. */
export async function coinGeckoFetcher(
  env: Environment,
  cacheFolder: string | undefined,
  effects: HttpEffects,
): Promise<Fetcher> {
  const {httpFetcher} = await import("./http.ts");
  const access = coinGeckoAccess(env);
  const explain = (failure: Failure, general: ExpectedError) =>
    explainCoinGecko(failure, general, access);
  const fetch = httpFetcher({callsPerMinute: access.callsPerMinute, explain}, effects);
  if (cacheFolder === undefined) return fetch;
  const {cachedFetcher} = await import("./cache.ts");
  const maxAgeMs = ({endpoint}: Request) => maxAges[endpoint] ?? 0;
  return cachedFetcher(fetch, {folder: cacheFolder, maxAgeMs, count: countLive}, effects);
}

/**
 * The coin by its CoinGecko id; a symbol stands for the one coin that carries it.
 *
 * @throws UsageError when several coins carry the symbol, or none does
 */
export async function resolveCoin(coin: string, {fetch, env}: LiveEffects): Promise<Asset> {
  const access = coinGeckoAccess(env);
  const wanted = coin.trim();
  if (!/^[^\p{C}/\\?#]{1,100}$/u.test(wanted) || /^\.+$/.test(wanted)) {
    throw new UsageError(
      `"${wanted.slice(0, 100)}" is no coin: give a CoinGecko id, such as bitcoin or bittensor`,
    );
  }
  try {
    const answer = await ask(fetch, access, "/coins/{id}", coinQuery(wanted.toLowerCase()));
    return coinOf(answer);
  } catch (error) {
    if (!(error instanceof UnknownCoin)) throw error;
    return bySymbol(wanted, fetch, access);
  }
}

/**
 * Everything CoinGecko knows for a note on the asset. Without the coin's row in the market and
 * without its daily history there is nothing to write about: where both fail, so does this. All
 * else may fail and is then named in `missing`. The sector is the one asked for, otherwise the first
 * of the lists that has the coin, otherwise the first of its categories that groups alike coins.
 */
export async function gatherCoinGecko(
  asset: Asset,
  {fetch, env}: LiveEffects,
  wish: SectorWish = {lists: []},
): Promise<GatheredLive> {
  const access = coinGeckoAccess(env);
  const tryAll = (asked: readonly Asked[]) =>
    Promise.all(asked.map(one => attempt(fetch, access, one)));
  const days = access.kind === "pro" ? "max" : "365";
  const chart = (id: string): Asked => [
    "/coins/{id}/market_chart",
    {id, vs_currency: "usd", days, interval: "daily"},
  ];
  const [page, history] = await tryAll([
    ["/coins/markets", {vs_currency: "usd", order: "market_cap_desc", per_page: "250", page: "1"}],
    chart(asset.id),
  ]);
  const listed = page?.answer ? coinsIn(page.answer) : [];
  const [row] =
    page?.error || listed.some(({id}) => id === asset.id)
      ? [page]
      : await tryAll([["/coins/markets", {vs_currency: "usd", ids: asset.id}]]);
  requireVital([row, history]);
  const measure = measureOf(asset);
  const charted = [benchmarkCoin.id, ...(measure?.coin === undefined ? [] : [measure.coin])];
  const rest = await tryAll([
    ["/search/trending", {}],
    ["/coins/{id}", coinQuery(asset.id)],
    ...[...new Set(charted)].filter(id => id !== asset.id).map(chart),
    ["/coins/{id}/tickers", {id: asset.id, depth: "true", order: "volume_desc"}],
    ["/coins/categories", {}],
  ]);
  const sector = sectorOf(
    asset,
    wish,
    rest.flatMap(one => one.answer ?? []),
  );
  const peers = sector ? await tryAll([sector.asked]) : [];
  const tried = [rest[0], ...new Set([page, row]), rest[1], history, ...rest.slice(2), ...peers];
  const asked = tried.flatMap(one => one?.answer ?? []);
  requireOneSymbol(asset, asked);
  const answers = [
    ...asked,
    ...(measure ? [writeMeasure(measure, asset, latest(asked))] : []),
    ...(sector?.list ? [writeSector(sector.list, latest(asked))] : []),
  ];
  const missing = tried.flatMap(one => one?.missing ?? []);
  if (row?.answer && !coinsIn(row.answer).some(({id}) => id === asset.id)) {
    missing.push({endpoint: "/coins/markets", reason: `CoinGecko lists no market of ${asset.id}`});
  }
  return {
    asset,
    benchmark: listed.find(({id}) => id === benchmarkCoin.id) ?? benchmarkCoin,
    simulated: false,
    asOf: latest(answers),
    answers,
    missing,
  };
}

/** An answer in which the coin goes by another symbol may be about another coin. */
function requireOneSymbol({id, symbol}: Asset, answers: readonly Answer[]): void {
  for (const answer of answers) {
    const other = coinsIn(answer).find(coin => coin.id === id && coin.symbol !== symbol);
    if (other)
      throw new SourceChanged(
        `CoinGecko gives ${id} the symbol ${symbol} and, in ${answer.endpoint}, ${other.symbol} (${answer.url}): ` +
          "it may be about another coin, so run it again in a while",
      );
  }
}

/** Categories that group coins by who holds them, where they run or who listed them. */
const unlike =
  /ecosystem|portfolio|holdings|\bindex\b|\bgmci\b|made in|alleged|launchpool|launchpad|listings|^cryptocurrency$|proof of|\bcoinbase\b|\bbinance\b|\bftx\b/i;

interface WantedSector {
  readonly asked: Asked;
  readonly list?: SectorList;
}

/** Whom to ask for; one call gives the state of up to a hundred coins. */
function sectorOf(
  asset: Asset,
  wish: SectorWish,
  answers: readonly Answer[],
): WantedSector | undefined {
  const page = {vs_currency: "usd", order: "market_cap_desc", price_change_percentage: "30d"};
  const list = listOf(wish, asset);
  if (list) {
    const ids = [...new Set([asset.id, ...list.members])].join(",");
    return {asked: ["/coins/markets", {...page, ids, per_page: "250", page: "1"}], list};
  }
  const known = answers.flatMap(categoriesIn);
  const category =
    typeof wish.asked === "string"
      ? wish.asked
      : ownCategory(answers.flatMap(categoryNamesIn), known);
  if (category === undefined) return undefined;
  // Without the list of categories nobody can say that it is none.
  if (known.length > 0 && !known.some(({id}) => id === category))
    throw unknownSector(category, [...wish.lists, ...known]);
  return {asked: ["/coins/markets", {...page, category, per_page: "100", page: "1"}]};
}

/** The first of the coin's categories that CoinGecko lists and that puts like with like. */
function ownCategory(
  names: readonly string[],
  known: readonly {readonly id: string; readonly name: string}[],
): string | undefined {
  const first = names.find(name => !unlike.test(name) && known.some(one => one.name === name));
  return known.find(({name}) => name === first)?.id;
}

/** The instant of the last answer, to the second, rounded up so that no answer lies behind it. */
function latest(answers: readonly Answer[]): string {
  const last = Math.max(...answers.map(({fetchedAt}) => Date.parse(fetchedAt)));
  return new Date(Math.ceil(last / 1000) * 1000).toISOString().replace(".000Z", "Z");
}

type Asked = readonly [endpoint: string, query: Readonly<Record<string, string>>];
type Tried =
  | {readonly answer: Answer; readonly error?: undefined; readonly missing?: undefined}
  | {readonly answer?: undefined; readonly error: ExpectedError; readonly missing: Missing};

async function attempt(fetch: Fetcher, access: Access, [endpoint, query]: Asked): Promise<Tried> {
  try {
    return {answer: await ask(fetch, access, endpoint, query)};
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return {error, missing: {endpoint, reason: error.message}};
  }
}

/** A wrong key or an unknown coin is told at once; a failure only where nothing vital is left. */
function requireVital(tried: readonly (Tried | undefined)[]): void {
  const errors = tried.flatMap(one => one?.error ?? []);
  const usage = errors.find(error => error instanceof UsageError);
  if (usage) throw usage;
  if (errors.length === tried.length && errors[0]) throw errors[0];
}

async function ask(
  fetch: Fetcher,
  {base, headers}: Access,
  endpoint: string,
  query: Readonly<Record<string, string>>,
): Promise<Answer> {
  const {id, ...parameters} = query;
  const path = id === undefined ? endpoint : endpoint.replace("{id}", encodeURIComponent(id));
  const url = new URL(base + path);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const answer = await fetch({source: "coingecko", endpoint, query, url: url.href, headers});
  countLive(answer);
  return answer;
}

const coinQuery = (id: string) => ({
  id,
  localization: "false",
  tickers: "false",
  market_data: "true",
  community_data: "false",
  developer_data: "false",
  sparkline: "false",
});

const listShape = z.array(z.object({id: z.string(), symbol: z.string(), name: z.string()}));
const searchShape = z.object({
  coins: z.array(z.object({id: z.string(), market_cap_rank: z.number().nullish()})),
});

/** How many things an answer speaks of; throws where it is not what was asked for. */
function countLive(answer: Answer): number {
  switch (answer.endpoint) {
    case "/coins/list":
      return readJson(answer, coinGecko, listShape).length;
    case "/search":
      return readJson(answer, coinGecko, searchShape).coins.length;
    default:
      return countCoinGecko(answer);
  }
}

/** The list holds every coin, so a symbol that several coins carry cannot pass as unique. */
async function bySymbol(wanted: string, fetch: Fetcher, access: Access): Promise<Asset> {
  const list = await ask(fetch, access, "/coins/list", {});
  const coins = readJson(list, coinGecko, listShape);
  if (coins.length === 0)
    throw new SourceUnavailable(
      `CoinGecko answered with an empty list of coins (${list.url}), so nobody can say which coin "${wanted}" is: run it again in a while, or give the coin's id`,
    );
  const bearers = coins.filter(({symbol}) => symbol.toLowerCase() === wanted.toLowerCase());
  if (bearers.length === 1) return toAsset(bearers[0] as Asset);
  if (bearers.length === 0) throw unknown(wanted, coins);
  const ranks = await ranksOf(wanted, fetch, access);
  const rankOf = ({id}: Asset) => ranks.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = bearers.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
  const shown = sorted.slice(0, 12).map(coin => {
    const rank = ranks.get(coin.id);
    return `  ${coin.id} (${toAsset(coin).name}${rank ? `, rank ${rank}` : ""})`;
  });
  const more = sorted.length > 12 ? `\n  … and ${sorted.length - 12} more` : "";
  throw new UsageError(
    `the symbol ${wanted} is shared by ${sorted.length} coins; give the id of the one you mean:\n` +
      `${shown.join("\n")}${more}`,
  );
}

class NotKept extends Error {}

/** Every coin of CoinGecko's list, where somebody asked for it within a day. Nobody is asked now. */
export async function keptList(
  env: Environment,
  cacheFolder: string,
  now: () => Date,
): Promise<Asset[] | undefined> {
  const {cachedFetcher} = await import("./cache.ts");
  const nobody: Fetcher = async () => {
    throw new NotKept();
  };
  const maxAgeMs = ({endpoint}: Request) => maxAges[endpoint] ?? 0;
  const fetch = cachedFetcher(nobody, {folder: cacheFolder, maxAgeMs, count: countLive}, {now});
  try {
    const list = await ask(fetch, coinGeckoAccess(env), "/coins/list", {});
    return readJson(list, coinGecko, listShape).map(coin => toAsset(coin));
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

/** Market ranks of the coins that a search finds; without them the list is merely unsorted. */
async function ranksOf(
  symbol: string,
  fetch: Fetcher,
  access: Access,
): Promise<Map<string, number>> {
  const {answer} = await attempt(fetch, access, ["/search", {query: symbol}]);
  if (!answer) return new Map();
  const {coins} = readJson(answer, coinGecko, searchShape);
  return new Map(coins.flatMap(({id, market_cap_rank: rank}) => (rank ? [[id, rank]] : [])));
}

function unknown(wanted: string, coins: readonly Asset[]): UsageError {
  const near = nearest(wanted, coins, ({id, symbol, name}) => [id, symbol, name]);
  const hint = near.map(coin => `${coin.id} (${toAsset(coin).name})`).join(", ");
  return new UsageError(
    `no coin with the id or symbol "${wanted}" at CoinGecko. ` +
      (hint ? `Nearest: ${hint}.` : "Ids are shown on a coin's page as “API ID”."),
  );
}
