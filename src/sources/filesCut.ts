import {join} from "node:path";
import {addDays, type Day, daysBetween, lastDayOver} from "../model/day.ts";
import type {DailySeries} from "../model/market.ts";
import type {Answer} from "../model/snapshot.ts";
import {type Dataset, shapeOf} from "./dataset.ts";
import {type Endpoint, type Query, writeQuery} from "./filesQuery.ts";
import {readFiles, seriesOfMetric} from "./filesReading.ts";
import {type FolderCoin, unkeyed} from "./listedCoins.ts";
import {asRecorded, type Measure, type ReadingContext} from "./reading.ts";
import {type Selection, selectLines} from "./selectLines.ts";

/** How far back the quotes go: enough to tell a stale leg, whatever the holidays. */
const quoteDays = 40;

/** How far back the coins go that others are quoted in: they are the market beside the benchmark. */
const marketDays = 130;

/** How far back the coins of the sector go: 60 returns, and room for a day or two that is missing. */
const peerDays = 66;

/** A peer's market cap and volume of an earlier day are no longer the state of the market. */
const peerActivityDays = 3;

/** A figure that is older than this is no longer the state of the market. */
const freshFor = 24 * 60 * 60 * 1000;

/** Closes in dollars that end so many days before the wall say nothing about today. */
const freshDays = 3;

/** What a note needs of the tables. */
export interface Wanted {
  readonly asset: FolderCoin;
  readonly benchmark: FolderCoin;
  /** The other coins of its sector. */
  readonly members: readonly FolderCoin[];
  /** What the asset is made to be worth. */
  readonly measure?: Measure;
  /** The coin that it stands for. */
  readonly standsFor?: FolderCoin;
  readonly asOf: string;
}

/** The tables cut to what is wanted, and the asset's closes as they say them. */
export interface Cut {
  readonly answers: readonly Answer[];
  readonly close: DailySeries | undefined;
}

/** Cuts the folder's tables; nothing is read that is stamped after the instant. */
export async function cutTables(folder: string, dataset: Dataset, wanted: Wanted): Promise<Cut> {
  const cut = cutter(folder, wanted);
  const cutting = cutCloses(dataset, wanted, cut);
  const reading = cutting.then(answers => closeIn(answers, wanted));
  const others = cutOthers(dataset, wanted, {cut, close: reading});
  const [closes, rest, close] = await Promise.all([cutting, others, reading]);
  return {answers: [...closes, ...rest], close};
}

type Cutter = <E extends Endpoint>(
  endpoint: E,
  query: Query<E>,
  selection: Selection,
) => Promise<Answer>;

const cutter =
  (folder: string, {asOf}: Wanted): Cutter =>
  async (endpoint, query, selection) => ({
    source: "files",
    endpoint,
    query: writeQuery(query),
    url: `${query.file}?until=${selection.instant ? asOf : lastDayOver(asOf)}`,
    fetchedAt: asOf,
    mediaType: "text/csv",
    body: await selectLines(join(folder, query.file), selection),
  });

/** The asset's closes in cut tables. */
function closeIn(answers: readonly Answer[], wanted: Wanted): DailySeries | undefined {
  const {asset, benchmark, asOf} = wanted;
  const context: ReadingContext = {asset: unkeyed(asset), benchmark: unkeyed(benchmark), asOf};
  return answers
    .flatMap(answer => readFiles(asRecorded(answer), context).series ?? [])
    .find(({id, dates}) => id === `close.${asset.id}` && dates.length > 0);
}

/** Of an asset that is made to be worth dollars its closes in dollars, where they reach the wall. */
async function cutCloses(dataset: Dataset, wanted: Wanted, cut: Cutter): Promise<Answer[]> {
  const inDollars = await Promise.all(
    wanted.measure?.code === "usd" ? dollarTables(dataset, wanted, cut) : [],
  );
  const fresh = inDollars.find(answer => {
    const last = closeIn([answer], wanted)?.dates.at(-1);
    return last !== undefined && daysBetween(last, lastDayOver(wanted.asOf)) <= freshDays;
  });
  const prices = await cutPrices(dataset, wanted, {cut, withAsset: !fresh});
  return [...(fresh ? [fresh] : []), ...prices];
}

function dollarTables({series, name}: Dataset, wanted: Wanted, cut: Cutter): Promise<Answer>[] {
  const {key} = wanted.asset;
  if (key === undefined) return [];
  const until = lastDayOver(wanted.asOf);
  return series.flatMap(({file, date, symbol, by, complete, metrics, attribution = name}) => {
    const ours = Object.entries(metrics).filter(
      ([, {name, unit}]) => Object.hasOwn(seriesOfMetric, name) && unit === "usd",
    );
    const columns = Object.fromEntries(ours.map(([column, metric]) => [metric.name, column]));
    // What is parted further, or may hold an unfinished day, is no price of the coin's day.
    if (!symbol || by !== undefined || complete !== undefined || !columns["price.usd"]) return [];
    return cut(
      "series",
      {file, attribution, date, columns},
      {
        columns: [date, symbol, ...Object.values(columns)],
        date: {column: date, until},
        where: {column: symbol, in: [key]},
      },
    );
  });
}

interface Closes {
  readonly cut: Cutter;
  /** Whether the asset's own rows are wanted. */
  readonly withAsset: boolean;
}

function cutPrices(
  {prices, quotes, name}: Dataset,
  wanted: Wanted,
  {cut, withAsset}: Closes,
): Promise<Answer[]> {
  const {asset, benchmark, standsFor, asOf} = wanted;
  const until = lastDayOver(asOf);
  const own = withAsset ? asset.key : undefined;
  const whole = keysOf([
    ...(withAsset ? [asset] : []),
    benchmark,
    ...(standsFor ? [standsFor] : []),
  ]);
  const quoted = [...new Set([...quotes, ...keysOf(standsFor ? [standsFor] : [])])];
  return Promise.all(
    prices.map(table =>
      cut(
        "prices",
        {
          file: table.file,
          attribution: table.attribution ?? name,
          date: table.date,
          symbol: table.symbol,
          close: table.closeUsd,
          low: table.lowUsd,
          high: table.highUsd,
          origin: table.source,
          asset: own,
          benchmark: benchmark.key,
          quotes: quoted,
          members: membersOf(wanted),
        },
        {
          columns: [table.date, table.symbol, ...shapeOf(table).numbers],
          shape: shapeOf(table),
          date: {column: table.date, until},
          where: {
            column: table.symbol,
            in: whole,
            recent: [
              {in: quotes, from: addDays(until, -marketDays)},
              {in: keysOf(wanted.members), from: addDays(until, -peerDays)},
            ],
          },
        },
      ),
    ),
  );
}

const keysOf = (coins: readonly FolderCoin[]): string[] => [
  ...new Set(coins.flatMap(({key}) => key ?? [])),
];

function membersOf({members}: Wanted) {
  const named = members.flatMap(one => (one.key ? [{key: one.key, ...unkeyed(one)}] : []));
  return named.length ? named : undefined;
}

interface Others {
  readonly cut: Cutter;
  readonly close: Promise<DailySeries | undefined>;
}

/** Everything that is no close. */
async function cutOthers(
  dataset: Dataset,
  wanted: Wanted,
  {cut, close}: Others,
): Promise<Answer[]> {
  const {asset, benchmark, measure, asOf} = wanted;
  const {name} = dataset;
  const until = lastDayOver(asOf);
  const recent = addDays(until, -quoteDays);
  const since = measure?.code === "eur" ? earliest((await close)?.dates[0], recent) : recent;
  const wholeOf = (metals: Readonly<Record<string, string>>) =>
    measure && Object.hasOwn(metals, measure.code) ? {} : {from: recent};
  return Promise.all([
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
          asset: asset.key,
          benchmark: benchmark.key,
          members: membersOf(wanted),
        },
        {
          columns: [table.date, table.symbol, ...shapeOf(table).numbers],
          shape: shapeOf(table),
          date: {column: table.date, until},
          where: {
            column: table.symbol,
            in: keysOf([asset, benchmark]),
            recent: [{in: keysOf(wanted.members), from: addDays(until, -peerActivityDays)}],
          },
        },
      ),
    ),
    ...dataset.fiat.map(table =>
      cut(
        "fiat",
        {file: table.file, attribution: table.attribution ?? name, date: table.date},
        {columns: [table.date], date: {column: table.date, from: since, until}},
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
          date: {column: table.date, ...wholeOf(table.columns), until},
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
          instant: {column: table.at, after: earlier(asOf, freshFor), until: asOf},
          where: {column: table.asset, in: [asset.id, benchmark.id]},
        },
      ),
    ),
  ]);
}

const earlier = (instant: string, ms: number) => new Date(Date.parse(instant) - ms).toISOString();

const earliest = (first: Day | undefined, other: Day): Day =>
  first !== undefined && first < other ? first : other;
