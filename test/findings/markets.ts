import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {Datum} from "../../src/model/figure.ts";
import type {Abstention, Finding} from "../../src/model/finding.ts";
import type {DailySeries, Market} from "../../src/model/market.ts";
import type {Asset} from "../../src/model/snapshot.ts";
import {chance} from "../stats/random.ts";

export const asOf = "2026-03-20T00:00:00Z";
export const lastDay = "2026-03-19";

/** So many days, the last one that of the last close. */
export const daysBack = (count: number) =>
  Array.from({length: count}, (_, i) => addDays(lastDay, i + 1 - count));

export const datum = (value: number, at = asOf): Datum => ({
  value,
  asOf: at,
  source: "made up",
  file: "answers/001.json",
  pointer: "/value",
});

/** Normal daily returns. */
export function returns(seed: number, count: number, size = 0.03): number[] {
  const {normal} = chance(seed);
  return Array.from({length: count}, () => size * normal());
}

/** The closes that returns lead to. */
export function closes(from: number, steps: readonly number[]): number[] {
  let price = from;
  return [price, ...steps.map(step => (price *= Math.exp(step)))];
}

export const series = (
  id: string,
  values: readonly number[],
  dates: readonly string[] = daysBack(values.length),
): DailySeries => ({
  ...{id, values, dates},
  source: "made up",
  file: `answers/${id}.csv`,
  pointer: "#col=value",
});

/** A market of which nothing is known but what is given. */
export const market = (given: Partial<Market> = {}): Market => ({
  asset: {id: "own", symbol: "OWN", name: "Own"},
  benchmark: {id: "btc", symbol: "BTC", name: "Bitcoin"},
  asOf,
  simulated: false,
  state: {},
  benchmarkState: {},
  rates: [],
  trendingCategories: [],
  peers: [],
  categories: [],
  sectorPeers: [],
  sectorCloses: [],
  earlier: [],
  venues: [],
  ...given,
});

export const fiat = ["eur", "gbp", "jpy", "chf", "cad", "aud", "nzd", "sek", "nok"];

/** A coin that rose 5 % in dollars, with its changes in these quotes. */
export const changes = (
  byQuote: Readonly<Record<string, number>>,
  of: Asset = {id: "own", symbol: "OWN", name: "Own"},
) => ({
  state: {price: datum(20), change24h: datum(0.05)},
  quoteChanges: {
    asset: of,
    changes: Object.entries({usd: 0.05, ...byQuote}).map(([quote, value]) => ({
      quote,
      change: datum(value),
    })),
  },
});

/** The finding of that kind, or undefined. */
export function findingOf<K extends Finding["kind"]>(kind: K, given: Partial<Market>) {
  return find(market(given)).findings.find(
    (one): one is Extract<Finding, {kind: K}> => one.kind === kind,
  );
}

export const abstentionOf = (about: string, given: Partial<Market>): Abstention | undefined =>
  find(market(given)).abstentions.find(one => one.about === about);

const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
export const meanOf = (values: readonly number[]) => total(values) / values.length;

/** The middle of the values, the slow way. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return meanOf(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

export function covariance(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [meanOf(x), meanOf(y)];
  return total(x.map((value, i) => (value - mx) * ((y[i] ?? Number.NaN) - my))) / (x.length - 1);
}

export const deviationOf = (values: readonly number[]) => Math.sqrt(covariance(values, values));

export const pearsonOf = (x: readonly number[], y: readonly number[]) =>
  covariance(x, y) / (deviationOf(x) * deviationOf(y));

/** Pearson's r of ranks that are counted one by one. */
export function spearmanOf(x: readonly number[], y: readonly number[]): number {
  const ranks = (values: readonly number[]) =>
    values.map(
      value =>
        values.filter(other => other < value).length +
        (1 + values.filter(other => other === value).length) / 2,
    );
  return pearsonOf(ranks(x), ranks(y));
}

/** Log returns between the closes of days that follow each other, by the later day. */
export function returnsOf({dates, values}: DailySeries): Map<string, number> {
  const closeOf = new Map(dates.map((date, i) => [date, values[i] ?? Number.NaN]));
  return new Map(
    dates.flatMap(date => {
      const [before, now] = [closeOf.get(addDays(date, -1)), closeOf.get(date)];
      return before === undefined || now === undefined ? [] : [[date, Math.log(now / before)]];
    }),
  );
}
