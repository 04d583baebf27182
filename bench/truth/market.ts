import {readFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync} from "node:zlib";
import {parse} from "csv-parse/sync";
import {parse as parseYaml} from "yaml";
import type {Pairs} from "./statistics.ts";

export const msPerDay = 86_400_000;

/** Days since 1970 of a day like 2026-03-20. */
export const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / msPerDay;
export const dateOf = (day: number) => new Date(day * msPerDay).toISOString().slice(0, 10);

/** A day is told by its number since 1970; its close was taken when it ended, at 24:00 UTC. */
export class Closes {
  readonly #byDay: ReadonlyMap<number, number>;
  readonly days: readonly number[];
  /** Days that began at over eight times the close before, or at less than an eighth: of these a person has to judge. */
  readonly #breaks: readonly number[];

  /** Days left out by the note itself; from some on, any may be. */
  readonly #left: readonly {readonly day: number; readonly more: boolean}[];

  constructor(
    byDay: ReadonlyMap<number, number>,
    left: readonly {readonly day: number; readonly more: boolean}[] = [],
  ) {
    this.#left = left;
    this.#byDay = byDay;
    this.days = [...byDay.keys()].sort((a, b) => a - b);
    this.#breaks = this.days.filter(
      (day, i) =>
        i > 0 && Math.abs(Math.log(byDay.get(day)! / byDay.get(this.days[i - 1]!)!)) > Math.log(8),
    );
  }

  at(day: number): number | undefined {
    return this.#byDay.get(day);
  }

  /** Only what was known once that day had ended. */
  until(day: number): Closes {
    return new Closes(new Map([...this.#byDay].filter(([at]) => at <= day)));
  }

  get first(): number {
    return this.days[0]!;
  }

  get last(): number {
    return this.days.at(-1)!;
  }

  /** Those from one day to another, both counted. */
  between(from: number, to: number): {day: number; close: number}[] {
    return this.days
      .filter(day => day >= from && day <= to)
      .map(day => ({day, close: this.#byDay.get(day)!}));
  }

  /** The daily log return of that day. */
  return(day: number): number | undefined {
    const [now, before] = [this.at(day), this.at(day - 1)];
    if (now === undefined || before === undefined) return undefined;
    // Two days of one ratio rank alike, whatever binary digits make of them.
    return Math.log(Number((now / before).toPrecision(12)));
  }

  returns(from: number, to: number): number[] {
    const all: number[] = [];
    for (let day = from; day <= to; day++) {
      const one = this.return(day);
      if (one !== undefined) all.push(one);
    }
    return all;
  }

  without(left: readonly {readonly day: number; readonly more: boolean}[]): Closes {
    return new Closes(this.#byDay, left);
  }

  /** Whether a break of the series, or a day that the note leaves out, lies in that time. */
  doubtful(from: number, to: number): boolean {
    if (this.#left.some(({day, more}) => day <= to + 1 && (more || day >= from - 1))) return true;
    return this.#breaks.some(day => day >= from - 1 && day <= to + 1);
  }
}

/** Returns of x and y on the days on which all of them, and those of the others, are known. */
export function pairs(x: Closes, y: Closes, from: number, to: number): Pairs {
  const out = {x: [] as number[], y: [] as number[]};
  for (let day = from; day <= to; day++) {
    const [a, b] = [x.return(day), y.return(day)];
    if (a === undefined || b === undefined) continue;
    out.x.push(a);
    out.y.push(b);
  }
  return out;
}

export interface Asset {
  readonly symbol: string;
  readonly id: string;
  readonly name: string;
  /** As the folder has it: crypto, stablecoin, wrapped … */
  readonly kind: string;
  readonly first: number;
  readonly last: number;
}

/** A coin's row in the recorded answer of a market, as far as it is read here. */
export interface Quote {
  readonly id: string;
  readonly price: number;
  readonly change24h: number;
  readonly marketCap: number;
  readonly rank: number;
  readonly volume: number;
  readonly fullyDiluted: number | null;
  readonly circulating: number | null;
  readonly max: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Market {
  readonly assets: readonly Asset[];
  closesOf(id: string): Closes | undefined;
  /** Symbols of the coins that move of their own accord. */
  readonly coins: readonly string[];
  /** Closes by the folder's own symbols, some of which have no id. */
  readonly bySymbol: ReadonlyMap<string, Closes>;
  /** Days whose close is of another source than the one before: between the two lies no return of a market. */
  readonly spliced: ReadonlyMap<string, ReadonlySet<number>>;
  /** Recorded answers: the instant at which they were fetched, and the row of each coin. */
  readonly answers: Answers;
  /** Volume and market cap by symbol and day; a cap of 0 is not known. */
  readonly activity: ReadonlyMap<string, ReadonlyMap<number, Activity>>;
  /** What a dollar was worth in each currency, and ounces of metal in dollars turned over: by day and code. */
  readonly perDollar: ReadonlyMap<number, ReadonlyMap<string, number>>;
  /** Coins' sectors: the first that names a coin is its own. */
  readonly sectors: readonly Sector[];
}

export interface Activity {
  readonly volume: number;
  readonly cap: number;
}

export interface Sector {
  readonly name: {readonly en: string; readonly tr: string};
  readonly members: readonly string[];
}

/** A coin of the list of trending ones, with its change in each quote of the answer. */
export interface Trending {
  readonly price: number;
  readonly change24h: number;
  readonly byQuote: ReadonlyMap<string, number>;
}

/** What was answered, and when. A coin that is in both answers has a row in each; they need not agree. */
export interface Answers {
  readonly at: number;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly trending: ReadonlyMap<string, Trending>;
}

/** Reads the folder without any help of the program: closes, coins and the recorded answers. */
export function readMarket(folder: string): Market {
  const all = readAssets(folder);
  const assets = all.filter(({id}) => id !== "");
  const {bySymbol, spliced} = readCloses(join(folder, "crypto/close_usd_daily.csv.gz"));
  const symbolOf = new Map(assets.map(({id, symbol}) => [id, symbol]));
  return {
    assets,
    coins: all.filter(({kind}) => kind === "crypto").map(({symbol}) => symbol),
    bySymbol,
    spliced,
    closesOf: id => bySymbol.get(symbolOf.get(id) ?? ""),
    answers: readAnswers(folder),
    activity: readActivity(join(folder, "crypto/coinmarketcap_daily.csv.gz")),
    perDollar: readPerDollar(folder),
    sectors: parseYaml(
      readFileSync(join(import.meta.dirname, "../../profiles/_sectors.yaml"), "utf8"),
    ).sectors,
  };
}

function readAssets(folder: string): Asset[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, "assets.csv")), {
    columns: true,
  });
  return rows.map(row => ({
    symbol: row.symbol!,
    id: row.coingecko_id!,
    name: row.name!,
    kind: row.class!,
    first: dayOf(row.first_day!),
    last: dayOf(row.last_day!),
  }));
}

function readCloses(path: string): Pick<Market, "bySymbol" | "spliced"> {
  const text = gunzipSync(readFileSync(path)).toString("utf8");
  const bySymbol = new Map<string, Map<number, number>>();
  const sources = new Map<string, Map<number, string>>();
  const of = <T>(all: Map<string, Map<number, T>>, symbol: string) => {
    const days = all.get(symbol) ?? new Map<number, T>();
    all.set(symbol, days);
    return days;
  };
  for (const line of text.split("\n").slice(1)) {
    const [date, symbol, close, source = ""] = line.split(",");
    if (!date || !symbol || !(Number(close) > 0)) continue;
    of(bySymbol, symbol).set(dayOf(date), Number(close));
    of(sources, symbol).set(dayOf(date), source);
  }
  const splicesOf = (days: ReadonlyMap<number, string>) =>
    new Set([...days].flatMap(([day, one]) => ((days.get(day - 1) ?? one) === one ? [] : day)));
  return {
    bySymbol: new Map([...bySymbol].map(([symbol, days]) => [symbol, new Closes(days)])),
    spliced: new Map([...sources].map(([symbol, days]) => [symbol, splicesOf(days)])),
  };
}

function readActivity(path: string): Map<string, Map<number, Activity>> {
  const bySymbol = new Map<string, Map<number, Activity>>();
  for (const line of gunzipSync(readFileSync(path)).toString("utf8").split("\n").slice(1)) {
    const [date, symbol, , , , , , volume, cap] = line.split(",");
    if (!date || !(Number(volume) > 0)) continue;
    const days = bySymbol.get(symbol!) ?? new Map<number, Activity>();
    bySymbol.set(symbol!, days);
    days.set(dayOf(date), {volume: Number(volume), cap: Number(cap)});
  }
  return bySymbol;
}

function readPerDollar(folder: string): Map<number, Map<string, number>> {
  const days = new Map<number, Map<string, number>>();
  const add = (file: string, invert: boolean) => {
    const rows: Record<string, string>[] = parse(readFileSync(join(folder, file)), {columns: true});
    for (const {date, ...values} of rows) {
      const day = days.get(dayOf(date!)) ?? new Map<string, number>();
      days.set(dayOf(date!), day);
      for (const [code, value] of Object.entries(values))
        if (Number(value) > 0) day.set(code, invert ? 1 / Number(value) : Number(value));
    }
  };
  add("fx/fx_usd_daily.csv", false);
  add("fx/metals_usd_daily.csv", true);
  return days;
}

interface AnsweredRow {
  id: string;
  current_price: number;
  price_change_percentage_24h: number;
  market_cap: number;
  market_cap_rank: number;
  total_volume: number;
  fully_diluted_valuation: number | null;
  circulating_supply: number | null;
  max_supply: number | null;
  low_24h: number | null;
  high_24h: number | null;
}

interface TrendingRow {
  id: string;
  data: {price: number; price_change_percentage_24h: Record<string, number> & {usd: number}};
}

function readAnswers(folder: string): Answers {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(folder, "api/coingecko/2026-03-20T0153Z", file), "utf8"));
  const rows: AnsweredRow[] = read("coins_markets_usd_page1_250.json");
  const {coins}: {coins: {item: TrendingRow}[]} = read("search_trending.json");
  return {
    trending: new Map(
      coins.map(({item: {id, data}}) => [
        id,
        {
          price: data.price,
          change24h: data.price_change_percentage_24h.usd / 100,
          byQuote: new Map(
            Object.entries(data.price_change_percentage_24h).map(([quote, percent]) => [
              quote,
              percent / 100,
            ]),
          ),
        },
      ]),
    ),
    at: Date.parse("2026-03-20T01:53:00Z"),
    quotes: new Map(
      rows.map(row => [
        row.id,
        {
          id: row.id,
          price: row.current_price,
          change24h: row.price_change_percentage_24h / 100,
          marketCap: row.market_cap,
          rank: row.market_cap_rank,
          volume: row.total_volume,
          fullyDiluted: row.fully_diluted_valuation,
          circulating: row.circulating_supply,
          max: row.max_supply,
          low: row.low_24h,
          high: row.high_24h,
        },
      ]),
    ),
  };
}
