import {addDays, endOfDay, lastDayOver} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import type {Datum} from "../model/figure.ts";
import type {DailySeries, MarketState, QuoteChanges} from "../model/market.ts";
import type {Asset, RecordedAnswer} from "../model/snapshot.ts";
import {parseAmount} from "./amount.ts";
import {rows} from "./csv.ts";
import {type Query, queryOf} from "./filesQuery.ts";
import {present, type Reading, type ReadingContext} from "./reading.ts";

const unkeyed = ({id, symbol, name}: Asset): Asset => ({id, symbol, name});

/** What a table cut by `gatherFiles` says. */
export function readFiles(answer: RecordedAnswer, context: ReadingContext): Reading {
  switch (answer.endpoint) {
    case "prices":
      return readPrices(answer, context);
    case "activity":
      return readActivity(answer, context);
    case "series":
      return {series: readSeries(answer, context)};
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

type Row = Readonly<Record<string, string>>;

/** A snapshot's table has the columns that its query names, or it is another one's. */
function cellOf(row: Row, column: string): string {
  const cell = row[column];
  if (cell !== undefined) return cell;
  throw new SourceChanged(
    `a table has no column "${column}": it has ${Object.keys(row).join(", ")}`,
  );
}

function readPrices(answer: RecordedAnswer, context: ReadingContext): Reading {
  const query = queryOf("prices", answer);
  const {date, symbol, close, low, high} = query;
  const {origin = "source", asset, benchmark, quotes, members = []} = query;
  const since = addDays(lastDayOver(context.asOf), -365);
  const bySymbol = Map.groupBy(rows(answer.body, answer.path), row => cellOf(row, symbol));
  const found = [...bySymbol].flatMap(([key, lines]) => {
    const recent = lines.filter(row => cellOf(row, date) >= since);
    const source = attribution(
      query,
      recent.map(row => row[origin] ?? ""),
    );
    const make = (id: string) => series(id, lines, close, {answer, source, date, zero: "kept"});
    const extreme = (name: string, column: string | undefined) =>
      column === undefined
        ? []
        : [series(name, lines, column, {answer, source, date, zero: "missing"})];
    return [
      ...(key === asset
        ? [
            make(`close.${context.asset.id}`),
            ...extreme(`low.${context.asset.id}`, low),
            ...extreme(`high.${context.asset.id}`, high),
          ]
        : []),
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
  const query = queryOf("activity", answer);
  const {date, symbol, volume, marketCap, zeroMeansMissing, asset, benchmark} = query;
  const zero = zeroMeansMissing ? "missing" : "kept";
  const all = rows(answer.body, answer.path);
  const bySymbol = Map.groupBy(all, row => cellOf(row, symbol));
  const found = [...bySymbol].flatMap(([key, lines]) => {
    const id =
      key === asset ? context.asset.id : key === benchmark ? context.benchmark.id : undefined;
    if (id === undefined) return [];
    const column = {answer, source: query.attribution, date, zero} as const;
    return [
      ...(volume === undefined ? [] : [series(`volume.${id}`, lines, volume, column)]),
      ...(marketCap === undefined ? [] : [series(`marketCap.${id}`, lines, marketCap, column)]),
    ];
  });
  const members = (query.members ?? []).map(one => ({
    asset: unkeyed(one),
    state: lastActivity(bySymbol.get(one.key) ?? [], all, {query, answer}),
  }));
  return {series: found, members};
}

/** Market cap and volume of the last day of an asset's rows. */
function lastActivity(
  lines: readonly Row[],
  all: readonly Row[],
  {query, answer}: {readonly query: Query<"activity">; readonly answer: RecordedAnswer},
): MarketState {
  const {date, volume, marketCap} = query;
  const last = lines.toSorted((a, b) => (cellOf(a, date) < cellOf(b, date) ? -1 : 1)).at(-1);
  if (!last) return {};
  const day = cellOf(last, date);
  const datum = (name: string | undefined): Datum | undefined => {
    if (name === undefined) return undefined;
    const text = cellOf(last, name);
    const value = text === "" ? 0 : parseAmount(text, answer.url, `${name} on ${day}`);
    if (value <= 0) return undefined;
    return {
      value,
      asOf: endOfDay(day),
      source: query.attribution,
      file: answer.path,
      pointer: cell(all.indexOf(last), last, name),
    };
  };
  return present({marketCap: datum(marketCap), volume24h: datum(volume)});
}

/** What a series by the name of its metric is in our own terms. */
export const seriesOfMetric: Readonly<Record<string, string>> = {
  "price.usd": "close",
  "price.usd.low": "low",
};

function readSeries(answer: RecordedAnswer, {asset}: ReadingContext): DailySeries[] {
  const {date, columns, attribution: source} = queryOf("series", answer);
  const lines = rows(answer.body, answer.path);
  return Object.entries(columns).map(([metric, column]) =>
    series(`${seriesOfMetric[metric]}.${asset.id}`, lines, column, {
      answer,
      source,
      date,
      zero: "missing",
    }),
  );
}

function readFiat(answer: RecordedAnswer): DailySeries[] {
  const {date, attribution: source} = queryOf("fiat", answer);
  const lines = rows(answer.body, answer.path);
  const columns = Object.keys(lines[0] ?? {}).filter(name => name !== date);
  return columns.map(name => {
    const perUsd = series(`rate.${name.toLowerCase()}`, lines, name, {
      answer,
      source,
      date,
      zero: "missing",
    });
    return {...perUsd, values: perUsd.values.map(value => 1 / value)};
  });
}

function readMetals(answer: RecordedAnswer): DailySeries[] {
  const {date, columns, attribution: source} = queryOf("metals", answer);
  const lines = rows(answer.body, answer.path);
  return Object.entries(columns).map(([code, name]) =>
    series(`rate.${code}`, lines, name, {
      answer,
      source,
      date,
      zero: "missing",
    }),
  );
}

const stateFigures: ReadonlyMap<string, keyof MarketState> = new Map([
  ["price.usd", "price"],
  ["price.btc", "priceInBitcoin"],
  ["marketCap.usd", "marketCap"],
  ["volume24h.usd", "volume24h"],
  ["change24h.usd", "change24h"],
  ["turnover", "turnover"],
  ["rank", "rank"],
] as const);

/** Of each figure the latest that is not behind the wall. */
function readFigures(answer: RecordedAnswer, {asset, benchmark}: ReadingContext): Reading {
  const {asset: column, figure, value, at, attribution: source} = queryOf("figures", answer);
  const latest = new Map<string, {row: Row; index: number}>();
  rows(answer.body, answer.path).forEach((row, index) => {
    const key = JSON.stringify([cellOf(row, column), cellOf(row, figure)]);
    const known = latest.get(key);
    const later = known && Date.parse(cellOf(row, at)) - Date.parse(cellOf(known.row, at));
    if (later === 0)
      throw new SourceChanged(
        `${answer.url} has two values of ${cellOf(row, figure)} at ${cellOf(row, at)}`,
      );
    if (later === undefined || later > 0) latest.set(key, {row, index});
  });
  const about = ({id}: Asset) => [...latest.values()].filter(({row}) => cellOf(row, column) === id);
  const read = ({row, index}: {row: Row; index: number}) => ({
    name: cellOf(row, figure),
    datum: {
      value: parseAmount(cellOf(row, value), answer.url, cellOf(row, figure)),
      asOf: new Date(cellOf(row, at)).toISOString().replace(".000", ""),
      source,
      file: answer.path,
      pointer: cell(index, row, value),
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
    const field = stateFigures.get(name);
    if (field) state[field] = datum;
    else if (!name.startsWith("change24h."))
      throw new SourceChanged(
        `${url} has a figure "${name}": known are ${[...stateFigures.keys()].join(", ")} and change24h.<quote>`,
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
    const text = cellOf(row, name);
    if (text === "") continue;
    const day = cellOf(row, from.date);
    const value = parseAmount(text, from.answer.url, `${id} on ${day}`);
    if (value <= 0 && from.zero === "missing") continue;
    if (days.has(day))
      throw new SourceChanged(`${from.answer.url} has two values of ${id} on ${day}`);
    days.set(day, value);
  }
  const sorted = [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    id,
    source: from.source,
    file: from.answer.path,
    pointer: `#col=${name}`,
    dates: sorted.map(([day]) => day),
    values: sorted.map(([, value]) => value),
  };
}

/** RFC 7111; row 1 is the header. */
const cell = (index: number, row: Row, name: string) =>
  `#cell=${index + 2},${Object.keys(row).indexOf(name) + 1}`;

/** The data's name, and where the rows of the past year came from as far as they say so. */
function attribution({attribution: name}: Query<"prices">, origins: readonly string[]): string {
  const named = [...new Set(origins.filter(Boolean))].map(name => name.replaceAll("_", " "));
  return named.length ? `${name} (${named.join(", ")})` : name;
}
