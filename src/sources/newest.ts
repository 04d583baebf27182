import {join} from "node:path";
import {endOfDay} from "../model/day.ts";
import {coinsIn} from "./coingecko.ts";
import {type Dataset, loadDataset} from "./dataset.ts";
import {eachRow} from "./eachRow.ts";
import {readAnswer} from "./files.ts";
import {listedCoins} from "./listedCoins.ts";

interface Wish {
  /** Its id; without it the benchmark's, which a whole market is measured on. */
  readonly coin?: string;
  /** What the folder has of later times is not looked at. */
  readonly until: string;
}

/**
 * The newest instant that a folder of recorded data has a price of a coin for: the end of the day of
 * its last close, that of a figure, or when an answer that names it was recorded. Undefined where the
 * folder has none up to then.
 *
 * @throws UsageError where the folder is none of recorded data
 */
export async function newestInstant(folder: string, wish: Wish): Promise<string | undefined> {
  const dataset = await loadDataset(folder);
  const id = wish.coin ?? dataset.benchmark;
  const listed = await listedCoins(folder, dataset);
  const key = listed.find(({asset}) => asset.id === id)?.key;
  const found = [
    ...(key === undefined ? [] : await lastCloses(folder, dataset, key)),
    ...(await figureInstants(folder, dataset, id)),
    ...(await answerInstants(folder, dataset, id)),
  ];
  const until = Date.parse(wish.until);
  const latest = found.reduce((last, at) => (at > last && at <= until ? at : last), -Infinity);
  return Number.isFinite(latest)
    ? new Date(latest).toISOString().replace(/\.\d+Z$/, "Z")
    : undefined;
}

interface Closes {
  readonly file: string;
  readonly columns: readonly [string, string, string];
}

/** The tables of prices, and the series that have a price of a whole day. */
const closesOf = ({prices, series}: Dataset): Closes[] => [
  ...prices.map(({file, date, symbol, closeUsd}): Closes => {
    return {file, columns: [date, symbol, closeUsd]};
  }),
  ...series.flatMap(({file, date, symbol, by, complete, metrics}): Closes[] => {
    const [column] = Object.entries(metrics).find(([, {name}]) => name === "price.usd") ?? [];
    if (!symbol || !column || by !== undefined || complete !== undefined) return [];
    return [{file, columns: [date, symbol, column]}];
  }),
];

async function lastCloses(folder: string, dataset: Dataset, wanted: string): Promise<number[]> {
  const days = new Set<string>();
  for (const {file, columns} of closesOf(dataset))
    await eachRow(
      join(folder, file),
      columns,
      ([day, key, close]) => {
        if (key === wanted && close !== "" && isDay.test(day!)) days.add(day!);
      },
      {lenient: true},
    );
  return [...days].map(day => Date.parse(endOfDay(day)));
}

const isDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

async function figureInstants(folder: string, {figures}: Dataset, id: string): Promise<number[]> {
  const found: number[] = [];
  for (const {file, asset, at} of figures)
    await eachRow(
      join(folder, file),
      [asset, at],
      ([one, instant]) => {
        if (one === id) found.push(Date.parse(instant!));
      },
      {lenient: true},
    );
  return found;
}

async function answerInstants(folder: string, {answers}: Dataset, id: string): Promise<number[]> {
  const found = answers.map(async answer => {
    const names = coinsIn(await readAnswer(folder, answer)).some(coin => coin.id === id);
    return names ? [Date.parse(answer.fetchedAt)] : [];
  });
  return (await Promise.all(found)).flat();
}
