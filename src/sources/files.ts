import {join} from "node:path";
import {z} from "zod";
import {displayText} from "../format/displayText.ts";
import {addDays, endOfDay, lastDayOver} from "../model/day.ts";
import {SourceChanged, SourceUnavailable, UsageError} from "../model/errors.ts";
import type {Datum} from "../model/figure.ts";
import type {DailySeries, MarketState, QuoteChanges, SectorList} from "../model/market.ts";
import {nearest} from "../model/nearest.ts";
import {parseJson} from "../model/parseJson.ts";
import {readRegularFile} from "../model/regularFile.ts";
import type {Answer, Asset, Gathered, RecordedAnswer} from "../model/snapshot.ts";
import {coinsIn} from "./coingecko.ts";
import {toAsset} from "./coingeckoValues.ts";
import {rows, selectLines} from "./csv.ts";
import {type Dataset, loadDataset} from "./dataset.ts";
import {present, type Reading, type ReadingContext} from "./reading.ts";
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

interface ListedAsset extends Asset {
  /** The word by which the price files know it; absent where they do not. */
  readonly key?: string;
  /** The group it belongs to, where the list says so. */
  readonly sector?: string;
}

/**
 * Cuts out of a folder of recorded data what a note on the coin needs, and nothing that is stamped
 * after the instant. The format is described in `docs/files.md`. The coin's sector is the one asked
 * for, otherwise its group in the list of assets, otherwise the first of the lists that has it.
 *
 * @throws UsageError when the coin is not in the folder, or is a symbol that several coins share, or
 * nobody knows the sector
 */
export async function gatherFiles(
  folder: string,
  coin: string,
  asOf: string,
  wish: SectorWish = {lists: []},
): Promise<Gathered> {
  const dataset = await loadDataset(folder);
  const recorded = await recordedAnswers(folder, dataset, asOf);
  const listed = await listAssets(folder, dataset, recorded);
  const asset = resolve(coin, listed, dataset.name);
  const benchmark = resolve(dataset.benchmark, listed, dataset.name);
  const sector = sectorOf(asset, wish, listed);
  const members = listed.filter(({id}) => id !== asset.id && sector?.members.includes(id));
  const tables = await cutTables(folder, dataset, {asset, benchmark, members, asOf});
  return {
    asset: unkeyed(asset),
    benchmark: unkeyed(benchmark),
    simulated: dataset.simulated,
    answers: [...recorded, ...tables, ...(sector ? [writeSector(sector, asOf)] : [])],
  };
}

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

async function listAssets(
  folder: string,
  dataset: Dataset,
  recorded: readonly Answer[],
): Promise<ListedAsset[]> {
  const {file, ...names} = dataset.assets;
  const path = join(folder, file);
  const table = rows(
    await selectLines(path, {columns: Object.values(names).filter(name => name !== undefined)}),
    path,
  );
  const inTables = table.map(row => {
    const key = row[names.symbol]!;
    const asset = toAsset({id: row[names.id] || key, symbol: key, name: row[names.name]!});
    const sector = displayText(row[names.sector ?? ""] ?? "");
    return {...asset, key, ...(sector && {sector})};
  });
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
  const members = named.length ? JSON.stringify(named) : undefined;
  const cut = async (
    endpoint: string,
    file: string,
    query: Record<string, string | undefined>,
    selection: Parameters<typeof selectLines>[1],
  ): Promise<Answer> => ({
    source: "files",
    endpoint,
    query: {
      file,
      ...(Object.fromEntries(Object.entries(query).filter(([, v]) => v)) as Record<string, string>),
    },
    url: selection.instant ? `${file}?until=${wanted.asOf}` : `${file}?until=${until}`,
    fetchedAt: wanted.asOf,
    mediaType: "text/csv",
    body: await selectLines(join(folder, file), selection),
  });
  const name = dataset.name;
  return Promise.all([
    ...dataset.prices.map(table =>
      cut(
        "prices",
        table.file,
        {
          attribution: table.attribution ?? name,
          date: table.date,
          symbol: table.symbol,
          close: table.closeUsd,
          origin: table.source,
          asset: wanted.asset.key,
          benchmark: wanted.benchmark.key,
          quotes: dataset.quotes.join(" "),
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
        table.file,
        {
          attribution: table.attribution ?? name,
          date: table.date,
          symbol: table.symbol,
          volume: table.volumeUsd,
          marketCap: table.marketCapUsd,
          zeroMeansMissing: String(table.zeroMeansMissing),
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
        table.file,
        {attribution: table.attribution ?? name, date: table.date},
        {columns: [table.date], date: {column: table.date, from: recent, until}},
      ),
    ),
    ...dataset.metals.map(table =>
      cut(
        "metals",
        table.file,
        {
          attribution: table.attribution ?? name,
          date: table.date,
          columns: JSON.stringify(table.columns),
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
        table.file,
        {
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

/** What a table cut by {@link gatherFiles} says. */
export function readFiles(answer: RecordedAnswer, context: ReadingContext): Reading {
  switch (answer.endpoint) {
    case "prices":
      return readPrices(answer, context);
    case "activity":
      return readActivity(answer, context);
    case "fiat":
      return {series: readFiat(answer)};
    case "metals":
      return {series: readMetals(answer)};
    case "figures":
      return readFigures(answer, context);
    default:
      throw new SourceChanged(`${answer.path} holds "${answer.endpoint}", which files do not have`);
  }
}

type Row = Record<string, string>;

/** The sector's other coins, as {@link cutTables} names them. */
function membersIn({path, query}: RecordedAnswer): (Asset & {readonly key: string})[] {
  if (query.members === undefined) return [];
  const result = membersShape.safeParse(parseJson(query.members, path));
  if (result.success) return result.data;
  throw new SourceChanged(`${path} has members of another form: ${query.members.slice(0, 80)}`);
}

const text = z.string();
const membersShape = z.array(z.object({key: text, id: text, symbol: text, name: text}));

function readPrices(answer: RecordedAnswer, context: ReadingContext): Reading {
  const {date, symbol, close, origin = "source", asset, benchmark} = answer.query;
  const quotes = answer.query.quotes!.split(" ");
  const since = addDays(lastDayOver(context.asOf), -365);
  const bySymbol = Map.groupBy(rows(answer.body, answer.path), row => row[symbol!]!);
  const members = membersIn(answer);
  const found = [...bySymbol].flatMap(([key, lines]) => {
    const recent = lines.filter(row => row[date!]! >= since);
    const source = attribution(
      answer,
      recent.map(row => row[origin] ?? ""),
    );
    const make = (id: string) =>
      series(id, lines, close!, {answer, source, date: date!, zero: "kept"});
    return [
      ...(key === asset ? [make(`close.${context.asset.id}`)] : []),
      ...(key === benchmark && context.benchmark.id !== context.asset.id
        ? [make(`close.${context.benchmark.id}`)]
        : []),
      ...(quotes.includes(key) ? [make(`rate.${key.toLowerCase()}`)] : []),
      ...members
        .filter(one => one.key === key && one.id !== context.benchmark.id)
        .map(one => make(`close.${one.id}`)),
    ];
  });
  return {series: found, members: members.map(one => ({asset: unkeyed(one), state: {}}))};
}

function readActivity(answer: RecordedAnswer, context: ReadingContext): Reading {
  const {date, symbol, volume, marketCap, zeroMeansMissing, asset, benchmark} = answer.query;
  const zero = zeroMeansMissing === "true" ? "missing" : "kept";
  const all = rows(answer.body, answer.path);
  const bySymbol = Map.groupBy(all, row => row[symbol!]!);
  const found = [...bySymbol].flatMap(([key, lines]) => {
    const id =
      key === asset ? context.asset.id : key === benchmark ? context.benchmark.id : undefined;
    if (id === undefined) return [];
    const source = attribution(answer, []);
    return [
      series(`volume.${id}`, lines, volume!, {answer, source, date: date!, zero}),
      series(`marketCap.${id}`, lines, marketCap!, {answer, source, date: date!, zero}),
    ];
  });
  const members = membersIn(answer).map(one => ({
    asset: unkeyed(one),
    state: lastActivity(bySymbol.get(one.key) ?? [], all, answer),
  }));
  return {series: found, members};
}

/** Market cap and volume of the last day of an asset's rows. */
function lastActivity(
  lines: readonly Row[],
  all: readonly Row[],
  answer: RecordedAnswer,
): MarketState {
  const {date, volume, marketCap} = answer.query;
  const last = lines.toSorted((a, b) => (a[date!]! < b[date!]! ? -1 : 1)).at(-1);
  const datum = (name: string): Datum | undefined => {
    const text = last?.[name] ?? "";
    const value = text === "" ? 0 : parseNumber(text, answer, `${name} on ${last?.[date!]}`);
    if (!last || value <= 0) return undefined;
    return {
      value,
      asOf: endOfDay(last[date!]!),
      source: attribution(answer, []),
      file: answer.path,
      pointer: cell(all.indexOf(last), last, name),
    };
  };
  return present({marketCap: datum(marketCap!), volume24h: datum(volume!)});
}

function readFiat(answer: RecordedAnswer): DailySeries[] {
  const {date} = answer.query;
  const lines = rows(answer.body, answer.path);
  const columns = Object.keys(lines[0] ?? {}).filter(name => name !== date);
  return columns.map(name => {
    const perUsd = series(`rate.${name.toLowerCase()}`, lines, name, {
      answer,
      source: attribution(answer, []),
      date: date!,
      zero: "missing",
    });
    return {...perUsd, values: perUsd.values.map(value => 1 / value)};
  });
}

function readMetals(answer: RecordedAnswer): DailySeries[] {
  const {date, columns} = answer.query;
  const lines = rows(answer.body, answer.path);
  return Object.entries(JSON.parse(columns!) as Record<string, string>).map(([code, name]) =>
    series(`rate.${code}`, lines, name, {
      answer,
      source: attribution(answer, []),
      date: date!,
      zero: "missing",
    }),
  );
}

const stateFigures: Record<string, keyof MarketState> = {
  "price.usd": "price",
  "marketCap.usd": "marketCap",
  "volume24h.usd": "volume24h",
  "change24h.usd": "change24h",
  turnover: "turnover",
  rank: "rank",
};

/** Of each figure the latest that is not behind the wall. */
function readFigures(answer: RecordedAnswer, {asset, benchmark}: ReadingContext): Reading {
  const {asset: column, figure, value, at} = answer.query;
  const latest = new Map<string, {row: Row; index: number}>();
  rows(answer.body, answer.path).forEach((row, index) => {
    const key = `${row[column!]} ${row[figure!]}`;
    const known = latest.get(key);
    const later = known && Date.parse(row[at!]!) - Date.parse(known.row[at!]!);
    if (later === 0)
      throw new SourceChanged(`${answer.url} has two values of ${row[figure!]} at ${row[at!]}`);
    if (later === undefined || later > 0) latest.set(key, {row, index});
  });
  const source = attribution(answer, []);
  const about = ({id}: Asset) => [...latest.values()].filter(({row}) => row[column!] === id);
  const read = ({row, index}: {row: Row; index: number}) => ({
    name: row[figure!]!,
    datum: {
      value: parseNumber(row[value!]!, answer, row[figure!]!),
      asOf: new Date(row[at!]!).toISOString().replace(".000", ""),
      source,
      file: answer.path,
      pointer: cell(index, row, value!),
    },
  });
  const both = asset.id === benchmark.id ? [asset] : [asset, benchmark];
  const figures = both.map(one => ({asset: one, said: about(one).map(read)}));
  return {
    states: figures.map(({asset: one, said}) => ({asset: one, state: stateOf(said, answer)})),
    quoteChanges: figures.flatMap(({asset: one, said}) => changesOf(one, said)),
  };
}

interface Said {
  readonly name: string;
  readonly datum: Datum;
}

function stateOf(said: readonly Said[], {url}: RecordedAnswer): MarketState {
  const state: Partial<Record<keyof MarketState, Datum>> = {};
  for (const {name, datum} of said) {
    const field = stateFigures[name];
    if (field) state[field] = datum;
    else if (!name.startsWith("change24h."))
      throw new SourceChanged(
        `${url} has a figure "${name}": known are ${Object.keys(stateFigures).join(", ")} and change24h.<quote>`,
      );
  }
  return state;
}

function changesOf(asset: Asset, said: readonly Said[]): QuoteChanges[] {
  const changes = said.flatMap(({name, datum}) => {
    const quote = /^change24h\.(.+)$/.exec(name)?.[1];
    return quote ? [{quote, change: datum}] : [];
  });
  return changes.some(({quote}) => quote !== "usd") ? [{asset, changes}] : [];
}

interface Column {
  readonly answer: RecordedAnswer;
  readonly source: string;
  readonly date: string;
  readonly zero: "missing" | "kept";
}

/** One column as a daily series, in the order of its days; an empty field is a missing day. */
function series(id: string, lines: readonly Row[], name: string, from: Column): DailySeries {
  const days = new Map<string, number>();
  for (const row of lines) {
    const text = row[name]!;
    if (text === "") continue;
    const value = parseNumber(text, from.answer, `${id} on ${row[from.date]}`);
    if (value <= 0 && from.zero === "missing") continue;
    if (days.has(row[from.date]!))
      throw new SourceChanged(`${from.answer.url} has two values of ${id} on ${row[from.date]}`);
    days.set(row[from.date]!, value);
  }
  const dates = [...days.keys()].sort();
  return {
    id,
    source: from.source,
    file: from.answer.path,
    pointer: `#col=${name}`,
    dates,
    values: dates.map(day => days.get(day)!),
  };
}

function parseNumber(text: string, answer: RecordedAnswer, what: string): number {
  const value = Number(text);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) || !Number.isFinite(value))
    throw new SourceChanged(`${answer.url} has no number for ${what}: "${text.slice(0, 40)}"`);
  return value;
}

const earlier = (instant: string, ms: number) => new Date(Date.parse(instant) - ms).toISOString();

/** RFC 7111; row 1 is the header. */
const cell = (index: number, row: Row, name: string) =>
  `#cell=${index + 2},${Object.keys(row).indexOf(name) + 1}`;

/** The data's name, and where the rows of the past year came from as far as they say so. */
function attribution(answer: RecordedAnswer, origins: readonly string[]): string {
  const named = [...new Set(origins.filter(Boolean))].map(name => name.replaceAll("_", " "));
  const name = answer.query.attribution!;
  return named.length ? `${name} (${named.join(", ")})` : name;
}
