import {join} from "node:path";
import {addDays, lastDayOver} from "../model/day.ts";
import {SourceUnavailable, UsageError} from "../model/errors.ts";
import type {SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {Answer, Asset, Gathered} from "../model/snapshot.ts";
import {cohortAnswer} from "./cohort.ts";
import {coinsIn, readCoinGecko} from "./coingecko.ts";
import {type Selection, selectLines} from "./csv.ts";
import {type Dataset, loadDataset} from "./dataset.ts";
import {fieldAnswers, trailingField} from "./field.ts";
import {fieldRecord} from "./fieldCache.ts";
import {fewestCoins, fieldCoins} from "./fieldRecord.ts";
import {type Endpoint, type Query, writeQuery} from "./filesQuery.ts";
import {readFiles} from "./filesReading.ts";
import {type ListedCoin, listedCoins} from "./listedCoins.ts";
import type {ReadingContext} from "./reading.ts";
import {listOf, type SectorWish, unknownSector, writeSector} from "./sector.ts";

/** How far back the quotes go: enough to tell a stale leg, whatever the holidays. */
const quoteDays = 40;

/** How far back the coins go that others are quoted in: they are the market beside the benchmark. */
const marketDays = 130;

/** How far back the coins of the sector go: 60 returns, and room for a day or two that is missing. */
const peerDays = 66;

/** A peer's market cap and volume of an earlier day are no longer the state of the market. */
const peerActivityDays = 3;

/** A recorded answer that is older than this is no longer the state of the market. */
const freshFor = 24 * 60 * 60 * 1000;

/** The largest answers that are known have a tenth of it. */
const mostAnswerBytes = 32 * 2 ** 20;

interface ListedAsset extends Asset, Partial<Omit<ListedCoin, "asset">> {}

/**
 * Cuts out of a folder of recorded data what a note on the coin needs, and nothing that is stamped
 * after the instant. The format is described in `docs/files.md`. The coin's sector is the one asked
 * for, otherwise its group in the list of assets, otherwise the first of the lists that has it. What
 * is worked out of the whole folder, the field of all coins, is kept in `cache`.
 *
 * @throws UsageError when the coin is not in the folder, or is a symbol that several coins share, or
 * nobody knows the sector
 */
export async function gatherFiles(
  folder: string,
  coin: string,
  asOf: string,
  wish: SectorWish = {lists: []},
  cache?: string,
): Promise<Gathered> {
  const dataset = await loadDataset(folder);
  const recorded = await recordedAnswers(folder, dataset, asOf);
  const coins = await listedCoins(folder, dataset);
  const listed = listAssets(coins, recorded);
  const asset = resolve(coin, listed, dataset.name);
  const benchmark = resolve(dataset.benchmark, listed, dataset.name);
  const sector = sectorOf(asset, wish, listed);
  const members = listed.filter(({id}) => id !== asset.id && sector?.members.includes(id));
  const tables = await cutTables(folder, dataset, {asset, benchmark, members, asOf});
  const context = {asset: unkeyed(asset), benchmark: unkeyed(benchmark), asOf};
  const others = await othersOf(folder, dataset, {coins, recorded, tables, context, cache});
  return {
    asset: unkeyed(asset),
    benchmark: unkeyed(benchmark),
    simulated: dataset.simulated,
    answers: [...recorded, ...tables, ...others, ...(sector ? [writeSector(sector, asOf)] : [])],
  };
}

interface Told {
  readonly coins: readonly ListedCoin[];
  readonly recorded: readonly Answer[];
  readonly tables: readonly Answer[];
  readonly context: ReadingContext;
  readonly cache: string | undefined;
}

/** The other coins' day, their history, and those of the asset's age. */
async function othersOf(folder: string, dataset: Dataset, told: Told): Promise<Answer[]> {
  const {coins, recorded, tables, context, cache} = told;
  if (fieldCoins(coins).length < fewestCoins) return [];
  const record = await fieldRecord(folder, dataset, coins, cache);
  const {asset, asOf} = context;
  const close = tables
    .flatMap(table =>
      table.endpoint === "prices" ? (readFiles(asRecorded(table), context).series ?? []) : [],
    )
    .find(({id, dates}) => id === `close.${asset.id}` && dates.length > 0);
  const sources = dataset.prices.map(({attribution}) => attribution ?? dataset.name);
  const wanted = {
    asset,
    ...(close && {close}),
    asOf,
    until: lastDayOver(asOf),
    attribution: [...new Set(sources)].join(", "),
  };
  const day = fieldAnswers(record, wanted);
  const isLate = day.some(({query}) => query.day !== wanted.until);
  const cohort = cohortAnswer(record, wanted);
  return [...(isLate && knowsTheHours(recorded, context) ? [] : day), ...(cohort ? [cohort] : [])];
}

/** Whether the recorded answers tell of the asset and of enough others how the last 24 hours were. */
function knowsTheHours(recorded: readonly Answer[], context: ReadingContext): boolean {
  const peers = recorded
    .filter(({source}) => source === "coingecko")
    .flatMap(answer => readCoinGecko(asRecorded(answer), context).peers ?? []);
  const own = peers.find(({asset}) => asset.id === context.asset.id);
  return own?.state.change24h !== undefined && trailingField(peers, context.asset) !== undefined;
}

/** An answer that was just cut, as one that lies in a snapshot. */
const asRecorded = (answer: Answer) => ({...answer, path: answer.url, sha256: ""});

const unkeyed = ({id, symbol, name}: ListedAsset): Asset => ({id, symbol, name});

function sectorOf(
  asset: ListedAsset,
  wish: SectorWish,
  listed: readonly ListedAsset[],
): SectorList | undefined {
  const groups = groupsOf(listed);
  if (wish.asked === undefined)
    return groups.find(({name}) => name === asset.sector) ?? listOf(wish, asset);
  const found = listOf(wish, asset) ?? groups.find(({id}) => id === wish.asked);
  if (found || typeof wish.asked === "object") return found;
  throw unknownSector(wish.asked, [...wish.lists, ...groups]);
}

/** The groups that the list of assets puts its coins in. */
function groupsOf(listed: readonly ListedAsset[]): SectorList[] {
  const groups = Map.groupBy(listed, ({sector}) => sector ?? "");
  groups.delete("");
  return [...groups].map(([name, coins]) => ({
    id: name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"),
    name,
    members: [...new Set(coins.map(({id}) => id))],
  }));
}

/** The recorded API answers given before the instant: of each request the last one. */
async function recordedAnswers(folder: string, dataset: Dataset, asOf: string): Promise<Answer[]> {
  const latest = new Map<string, Dataset["answers"][number]>();
  for (const answer of dataset.answers) {
    const age = Date.parse(asOf) - Date.parse(answer.fetchedAt);
    if (age < 0 || age > freshFor) continue;
    const request = JSON.stringify([answer.source, answer.endpoint, answer.query]);
    const known = latest.get(request);
    if (!known || known.fetchedAt <= answer.fetchedAt) latest.set(request, answer);
  }
  return Promise.all(
    [...latest.values()].map(async answer => ({
      source: answer.source,
      endpoint: answer.endpoint,
      query: Object.fromEntries(Object.entries(answer.query).map(([k, v]) => [k, String(v)])),
      url: answer.file,
      fetchedAt: answer.fetchedAt,
      mediaType: "application/json" as const,
      body: await readRegularFile(
        join(folder, answer.file),
        mostAnswerBytes,
        cause =>
          new SourceUnavailable(
            `${answer.file} is named in ${join(folder, "dataset.json")} but cannot be read: ${cause.message}`,
            {cause},
          ),
      ),
    })),
  );
}

/** The coins of the list, and those that appear only in recorded answers. */
function listAssets(coins: readonly ListedCoin[], recorded: readonly Answer[]): ListedAsset[] {
  const inTables = coins.map(({asset, ...rest}) => ({...asset, ...rest}));
  const known = new Set(inTables.map(asset => asset.id));
  const others = new Map<string, ListedAsset>();
  for (const answer of recorded)
    for (const coin of coinsIn(answer)) if (!known.has(coin.id)) others.set(coin.id, coin);
  return [...inTables, ...others.values()];
}

/** An id stands for itself; a symbol for the one coin that carries it. */
function resolve(coin: string, listed: readonly ListedAsset[], where: string): ListedAsset {
  const exact = listed.find(asset => asset.id === coin);
  if (exact) return exact;
  const wanted = coin.toLowerCase();
  const bearers = listed.filter(
    asset => asset.symbol.toLowerCase() === wanted || asset.id.toLowerCase() === wanted,
  );
  if (bearers.length === 1) return bearers[0]!;
  if (bearers.length > 1)
    throw new UsageError(
      `"${coin}" is the symbol of several coins: give the id of one of them: ${bearers.map(describe).join(", ")}`,
    );
  const near = nearest(coin, listed, ({id, symbol, name}) => [id, symbol, name]);
  const hint = near.length ? `did you mean ${near.map(describe).join(", ")}?` : "check its id";
  throw new UsageError(`no coin "${coin}" in ${where}: ${hint}`);
}

const describe = ({id, name}: Asset) => (id === name ? id : `${id} (${name})`);

interface Wanted {
  readonly asset: ListedAsset;
  readonly benchmark: ListedAsset;
  /** The other coins of its sector. */
  readonly members: readonly ListedAsset[];
  readonly asOf: string;
}

async function cutTables(folder: string, dataset: Dataset, wanted: Wanted): Promise<Answer[]> {
  const until = lastDayOver(wanted.asOf);
  const recent = addDays(until, -quoteDays);
  const pair = [...new Set([wanted.asset, wanted.benchmark].flatMap(({key}) => key ?? []))];
  const peers = wanted.members.flatMap(({key}) => key ?? []);
  const named = wanted.members.flatMap(one => (one.key ? [{key: one.key, ...unkeyed(one)}] : []));
  const members = named.length ? named : undefined;
  const cut = async <E extends Endpoint>(
    endpoint: E,
    query: Query<E>,
    selection: Selection,
  ): Promise<Answer> => ({
    source: "files",
    endpoint,
    query: writeQuery(query),
    url: `${query.file}?until=${selection.instant ? wanted.asOf : until}`,
    fetchedAt: wanted.asOf,
    mediaType: "text/csv",
    body: await selectLines(join(folder, query.file), selection),
  });
  const name = dataset.name;
  return Promise.all([
    ...dataset.prices.map(table =>
      cut(
        "prices",
        {
          file: table.file,
          attribution: table.attribution ?? name,
          date: table.date,
          symbol: table.symbol,
          close: table.closeUsd,
          origin: table.source,
          asset: wanted.asset.key,
          benchmark: wanted.benchmark.key,
          quotes: dataset.quotes,
          members,
        },
        {
          columns: [table.date, table.symbol, table.closeUsd],
          date: {column: table.date, until},
          where: {
            column: table.symbol,
            in: pair,
            recent: [
              {in: dataset.quotes, from: addDays(until, -marketDays)},
              {in: peers, from: addDays(until, -peerDays)},
            ],
          },
        },
      ),
    ),
    ...dataset.activity.map(table =>
      cut(
        "activity",
        {
          file: table.file,
          attribution: table.attribution ?? name,
          date: table.date,
          symbol: table.symbol,
          volume: table.volumeUsd,
          marketCap: table.marketCapUsd,
          zeroMeansMissing: table.zeroMeansMissing,
          asset: wanted.asset.key,
          benchmark: wanted.benchmark.key,
          members,
        },
        {
          columns: [table.date, table.symbol, table.volumeUsd, table.marketCapUsd],
          date: {column: table.date, until},
          where: {
            column: table.symbol,
            in: pair,
            recent: [{in: peers, from: addDays(until, -peerActivityDays)}],
          },
        },
      ),
    ),
    ...dataset.fiat.map(table =>
      cut(
        "fiat",
        {file: table.file, attribution: table.attribution ?? name, date: table.date},
        {columns: [table.date], date: {column: table.date, from: recent, until}},
      ),
    ),
    ...dataset.metals.map(table =>
      cut(
        "metals",
        {
          file: table.file,
          attribution: table.attribution ?? name,
          date: table.date,
          columns: table.columns,
        },
        {
          columns: [table.date, ...Object.values(table.columns)],
          date: {column: table.date, from: recent, until},
        },
      ),
    ),
    ...dataset.figures.map(table =>
      cut(
        "figures",
        {
          file: table.file,
          attribution: table.attribution ?? name,
          asset: table.asset,
          figure: table.figure,
          value: table.value,
          at: table.at,
        },
        {
          columns: [table.asset, table.figure, table.value, table.at],
          instant: {column: table.at, after: earlier(wanted.asOf, freshFor), until: wanted.asOf},
          where: {column: table.asset, in: [wanted.asset.id, wanted.benchmark.id]},
        },
      ),
    ),
  ]);
}

const earlier = (instant: string, ms: number) => new Date(Date.parse(instant) - ms).toISOString();
