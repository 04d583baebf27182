import {join} from "node:path";
import {isAnothersPrice} from "../model/anothersPrice.ts";
import {kindOf} from "../model/assetKind.ts";
import type {Day} from "../model/day.ts";
import type {Asset} from "../model/snapshot.ts";
import {dayNumber} from "../stats/dayNumber.ts";
import {isAmount} from "./amount.ts";
import {countedDays, type SourcedCloses} from "./countedDays.ts";
import {type Dataset, shapeOf} from "./dataset.ts";
import {eachRow} from "./eachRow.ts";
import {firstOfEach, type ListedCoin} from "./listedCoins.ts";
import {namesAnother} from "./namesAnother.ts";

/** Of the rule by which a record is made: another rule makes other records of the same files. */
export const recordVersion = 1;

/** Fewer coins are no field. */
export const fewestCoins = 50;

/** Closes at the beginning of a coin's record that are kept, for others to be held against. */
const beginning = 60;

/** Digits of a change that mean anything. */
const digits = 10;

/** The changes of all coins of a folder whose price no other price makes, day by day. */
export interface FieldRecord {
  readonly coins: readonly Asset[];
  /** On which so many coins count that there may be fifty beside any of them; oldest first. */
  readonly days: readonly Day[];
  /** Where the changes of each day begin, and after the last day where they end. */
  readonly starts: Uint32Array;
  /** Simple returns, ascending within a day. */
  readonly changes: Float64Array;
  /** Whose change each is, as a place in `coins`. */
  readonly whose: Uint16Array;
  readonly beginnings: readonly Beginning[];
}

/** The first closes of a coin, up to the first day that is missing. */
export interface Beginning {
  /** A place in `coins`. */
  readonly coin: number;
  readonly from: Day;
  readonly closes: readonly number[];
}

/** The coins whose price no other price makes: by the class that the list gives, else by their names. */
export function fieldCoins(listed: readonly ListedCoin[]): ListedCoin[] {
  const free = ({asset, class: kind}: ListedCoin) =>
    kind === undefined ? !namesAnother(asset) : !isAnothersPrice(kind) && kindOf(kind) === "coin";
  return firstOfEach(listed).filter(free);
}

/**
 * Works the record out from the folder's prices. What is no close, such as a cell that is no number
 * or a line that is cut, is a day that is missing, for it may lie behind the wall of a note; of two
 * closes of one day the first counts. Where two files speak of the
 * same coin, the first one to do so counts from its first day on.
 */
export async function workOut(
  folder: string,
  {prices}: Dataset,
  coins: readonly ListedCoin[],
): Promise<FieldRecord> {
  const keys = new Set(coins.map(({key}) => key));
  const tables: Map<string, SourcedCloses>[] = [];
  for (const table of prices) tables.push(await closesOf(folder, table, keys));
  const byDay = new Map<Day, {change: number; coin: number}[]>();
  const beginnings: Beginning[] = [];
  coins.forEach(({key}, coin) => {
    const own = tables.flatMap(table => table.get(key) ?? []);
    for (const [i, closes] of own.entries()) {
      const end = least(own.slice(0, i).map(({dates}) => dates[0]!));
      for (const at of countedDays(closes)) {
        const day = closes.dates[at]!;
        if (end !== undefined && day >= end) break;
        const change = closes.values[at]! / closes.values[at - 1]! - 1;
        const entry = {change: Number(change.toPrecision(digits)), coin};
        byDay.get(day)?.push(entry) ?? byDay.set(day, [entry]);
      }
    }
    const first = own.find(({dates}) => dates[0] === least(own.map(one => one.dates[0]!)));
    if (first) beginnings.push({coin, ...beginningOf(first)});
  });
  const days = [...byDay.keys()].filter(day => byDay.get(day)!.length >= fewestCoins).sort();
  const sorted = days.map(day => byDay.get(day)!.sort((a, b) => a.change - b.change));
  const starts = new Uint32Array(days.length + 1);
  sorted.forEach((entries, i) => {
    starts[i + 1] = starts[i]! + entries.length;
  });
  const all = sorted.flat();
  return {
    coins: coins.map(({asset}) => asset),
    days,
    starts,
    changes: Float64Array.from(all, ({change}) => change),
    whose: Uint16Array.from(all, ({coin}) => coin),
    beginnings,
  };
}

const least = (days: readonly Day[]): Day | undefined => days.toSorted()[0];

async function closesOf(
  folder: string,
  table: Dataset["prices"][number],
  keys: ReadonlySet<string>,
): Promise<Map<string, SourcedCloses>> {
  const {file, date, symbol, closeUsd, source = "source"} = table;
  const found = new Map<string, Map<Day, {value: number; source: string}>>();
  const known = new Map<string, boolean>();
  const isDay = (text: string) => {
    if (!known.has(text)) known.set(text, isCalendarDay(text));
    return known.get(text)!;
  };
  const take = ([day, key, close, origin]: readonly string[]) => {
    if (!keys.has(key!) || close === "" || !isDay(day!)) return;
    const value = Number(close);
    if (!isAmount(value)) return;
    const days = found.get(key!) ?? new Map();
    found.set(key!, days);
    if (!days.has(day)) days.set(day, {value, source: origin!});
  };
  await eachRow(join(folder, file), [date, symbol, closeUsd], take, {
    optional: [source],
    lenient: true,
    shape: shapeOf(table),
  });
  return new Map([...found].map(([key, days]) => [key, inOrder(days)]));
}

function inOrder(days: ReadonlyMap<Day, {value: number; source: string}>): SourcedCloses {
  const dates = [...days.keys()].sort();
  const closes = dates.map(day => days.get(day)!);
  return {
    dates,
    values: closes.map(({value}) => value),
    sources: closes.map(({source}) => source),
  };
}

function isCalendarDay(text: string): boolean {
  try {
    return Number.isFinite(dayNumber(text));
  } catch {
    return false;
  }
}

function beginningOf({dates, values}: SourcedCloses): Omit<Beginning, "coin"> {
  const first = dayNumber(dates[0]!);
  const missing = dates.slice(0, beginning).findIndex((day, i) => dayNumber(day) !== first + i);
  return {from: dates[0]!, closes: values.slice(0, missing < 0 ? beginning : missing)};
}
