import {join} from "node:path";
import {addDays, lastDayOver} from "../model/day.ts";
import {SourceChanged, UsageError} from "../model/errors.ts";
import type {DailySeries} from "../model/market.ts";
import type {Universe, UniverseCoin} from "../model/universe.ts";
import {parseAmount} from "./amount.ts";
import {type Dataset, loadDataset, shapeOf, usualBenchmark} from "./dataset.ts";
import {eachRow} from "./eachRow.ts";
import {firstOfEach, type ListedCoin, listedCoins} from "./listedCoins.ts";

/** Five years of returns: enough for a coin's own record of changes. */
const daysBack = 1826;

/** A market cap that is older than this, in days, ranks nobody. */
const capDays = 30;

/**
 * Every coin of a folder of recorded data (`docs/files.md`) with its closes up to the instant.
 * Where the list of assets has a column `class`, it says what kind of thing a coin is.
 *
 * @throws UsageError when the benchmark is not in the folder, or `top` is asked of a folder
 * that knows no market caps
 */
export async function readFilesUniverse(
  folder: string,
  {asOf, top}: {readonly asOf: string; readonly top?: number},
): Promise<Universe> {
  const dataset = await loadDataset(folder);
  const listed = firstOfEach(await listedCoins(folder, dataset));
  const closes = await readCloses(folder, dataset, asOf);
  const id = dataset.benchmark ?? usualBenchmark;
  const benchmark = listed.find(({asset}) => asset.id === id);
  const close = benchmark && closes.get(benchmark.key);
  if (!close)
    throw new UsageError(
      `${dataset.name} has no closes of ${id} up to ${asOf}: there is nothing to measure dependence on`,
    );
  const others = listed.filter(one => one !== benchmark);
  const wanted = top === undefined ? others : await largest(folder, dataset, {others, asOf, top});
  const coins = wanted.map(one => toCoin(one, closes.get(one.key)));
  return {
    asOf,
    name: dataset.name,
    simulated: dataset.simulated,
    benchmark: toCoin(benchmark, close)!,
    coins: coins.filter(coin => coin !== undefined),
    missing: wanted
      .filter((_, i) => coins[i] === undefined)
      .map(({asset}) => ({asset, reason: "without closes in the five years before"})),
  };
}

function toCoin({asset, class: kind}: ListedCoin, close?: DailySeries): UniverseCoin | undefined {
  if (!close) return undefined;
  return {asset, ...(kind && {class: kind}), close: {...close, id: `close.${asset.id}`}};
}

/** Closes by the word that the price files know a coin by. */
async function readCloses(
  folder: string,
  {prices, name}: Dataset,
  asOf: string,
): Promise<Map<string, DailySeries>> {
  const until = lastDayOver(asOf);
  const isWanted = daysBetween(addDays(until, -daysBack), until);
  const found = new Map<string, DailySeries>();
  for (const table of prices) {
    const path = join(folder, table.file);
    const byKey = new Map<string, {dates: string[]; values: number[]}>();
    const take = ([date, key, close]: readonly string[]) => {
      const day = isWanted(date!, path);
      if (day === undefined || close === "") return;
      const one = byKey.get(key!) ?? {dates: [], values: []};
      byKey.set(key!, one);
      one.dates.push(day);
      one.values.push(parseAmount(close!, path, `${key} on ${day}`));
    };
    const columns = [table.date, table.symbol, table.closeUsd];
    await eachRow(path, columns, take, {shape: shapeOf(table)});
    for (const [key, days] of byKey) {
      // As in a note, where two files speak of the same coin the first one to do so is used.
      if (found.has(key)) continue;
      const source = table.attribution ?? name;
      const place = {id: key, source, file: table.file, pointer: `#col=${table.closeUsd}`};
      found.set(key, {...place, ...inOrder(days, path, key)});
    }
  }
  return found;
}

/** Days within the bounds, each text checked once; undefined for days outside. */
function daysBetween(from: string, until: string) {
  const known = new Map<string, string | undefined>();
  return (text: string, path: string): string | undefined => {
    if (known.has(text)) return known.get(text);
    const day = new Date(`${text}T00:00:00Z`);
    if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
      throw new SourceChanged(
        `${path} has a date that is no day, YYYY-MM-DD: "${text.slice(0, 40)}"`,
      );
    const wanted = text >= from && text <= until ? text : undefined;
    known.set(text, wanted);
    return wanted;
  };
}

function inOrder({dates, values}: {dates: string[]; values: number[]}, path: string, key: string) {
  const order = dates.map((_, i) => i);
  if (dates.some((day, i) => i > 0 && day <= dates[i - 1]!))
    order.sort((a, b) => (dates[a]! < dates[b]! ? -1 : 1));
  const sorted = {dates: order.map(i => dates[i]!), values: order.map(i => values[i]!)};
  const twice = sorted.dates.find((day, i) => day === sorted.dates[i - 1]);
  if (twice !== undefined) throw new SourceChanged(`${path} has two values of ${key} on ${twice}`);
  return sorted;
}

/** The coins with the largest market caps known within the month before the instant. */
async function largest(
  folder: string,
  {activity, name}: Dataset,
  {others, asOf, top}: {others: readonly ListedCoin[]; asOf: string; top: number},
): Promise<readonly ListedCoin[]> {
  const until = lastDayOver(asOf);
  const isWanted = daysBetween(addDays(until, -capDays), until);
  const caps = new Map<string, {day: string; cap: number}>();
  for (const table of activity) {
    if (table.marketCapUsd === undefined) continue;
    const path = join(folder, table.file);
    const take = ([date, key, text]: readonly string[]) => {
      const day = isWanted(date!, path);
      if (day === undefined || text === "" || Number(text) === 0) return;
      if (day >= (caps.get(key!)?.day ?? ""))
        caps.set(key!, {day, cap: parseAmount(text!, path, `${key} on ${day}`)});
    };
    const columns = [table.date, table.symbol, table.marketCapUsd];
    await eachRow(path, columns, take, {shape: shapeOf(table)});
  }
  if (caps.size === 0)
    throw new UsageError(
      `${name} knows no market caps of the month before ${asOf}, so it has no largest coins: leave out --top`,
    );
  const capOf = ({key}: ListedCoin) => caps.get(key)?.cap ?? 0;
  return others
    .filter(one => capOf(one) > 0)
    .toSorted((a, b) => capOf(b) - capOf(a))
    .slice(0, top);
}
