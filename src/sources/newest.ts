import {join} from "node:path";
import {endOfDay} from "../model/day.ts";
import {seconds} from "../model/order.ts";
import {coinsIn} from "./coingecko.ts";
import {type Dataset, loadDataset, shapeOf, usualBenchmark} from "./dataset.ts";
import {isDay} from "./dateForms.ts";
import {eachRow} from "./eachRow.ts";
import {coinsNamed, readAnswer} from "./files.ts";
import {firstOfEach, type ListedCoin, listedCoins} from "./listedCoins.ts";
import type {Shape} from "./shape.ts";

interface Wish {
  /** Its id, or a symbol that no other has; without it the benchmark, which a whole market is measured on. */
  readonly coin?: string;
  /** What the folder has of later times is not looked at. */
  readonly until: string;
}

/**
 * The newest instant that a folder of recorded data speaks of a coin at: the end of the day of its
 * last close, that of a figure, or when an answer that names it was recorded. Where the benchmark's
 * data end on an earlier day, the newest by the end of that day, so that the two can be compared;
 * where the coin has nothing as old as that, its own. Undefined where the folder has none of it.
 *
 * @throws UsageError where the folder is none of recorded data
 */
export async function newestInstant(folder: string, wish: Wish): Promise<string | undefined> {
  const dataset = await loadDataset(folder);
  const listed = await listedCoins(folder, dataset);
  const {benchmark = usualBenchmark} = dataset;
  const id = wish.coin === undefined ? benchmark : idOf(wish.coin, listed);
  const found = await instantsOf(folder, {dataset, listed, ids: new Set([id, benchmark])});
  const until = Date.parse(wish.until);
  const measured = latest(found.get(benchmark), until);
  const own = found.get(id);
  const both =
    measured === undefined ? undefined : latest(own, Math.min(until, lastSecondOf(measured)));
  const newest = both ?? latest(own, until);
  return newest === undefined ? undefined : seconds(new Date(newest));
}

const idOf = (coin: string, listed: readonly ListedCoin[]): string => {
  const named = coinsNamed(
    coin,
    listed.map(({asset}) => asset),
  );
  return named.length === 1 ? named[0]!.id : coin;
};

const latest = (instants: readonly number[] = [], until: number): number | undefined =>
  instants.reduce<number | undefined>(
    (last, at) => (at <= until && (last === undefined || at > last) ? at : last),
    undefined,
  );

/** Closes of whole days are the newest there are until the next day is over. */
const lastSecondOf = (instant: number): number =>
  Date.parse(endOfDay(new Date(instant).toISOString().slice(0, 10))) - 1000;

interface Looked {
  readonly dataset: Dataset;
  readonly listed: readonly ListedCoin[];
  readonly ids: ReadonlySet<string>;
}

async function instantsOf(folder: string, looked: Looked): Promise<Map<string, number[]>> {
  const found = [
    await closesIn(folder, looked),
    await figuresIn(folder, looked),
    await answersIn(folder, looked),
  ].flat();
  return new Map(
    [...Map.groupBy(found, ({id}) => id)].map(([id, of]) => [id, of.map(({at}) => at)]),
  );
}

interface Instant {
  readonly id: string;
  readonly at: number;
}

interface Closes {
  readonly file: string;
  readonly columns: readonly [string, string, string];
  readonly shape?: Shape;
}

/** The tables of prices, and the series that have a price of a whole day. */
const closesOf = ({prices, series}: Dataset): Closes[] => [
  ...prices.map((table): Closes => {
    const {file, date, symbol, closeUsd} = table;
    return {file, columns: [date, symbol, closeUsd], shape: shapeOf(table)};
  }),
  ...series.flatMap(({file, date, symbol, by, complete, metrics}): Closes[] => {
    const [column] = Object.entries(metrics).find(([, {name}]) => name === "price.usd") ?? [];
    if (!symbol || !column || by !== undefined || complete !== undefined) return [];
    return [{file, columns: [date, symbol, column]}];
  }),
];

async function closesIn(folder: string, {dataset, listed, ids}: Looked): Promise<Instant[]> {
  const idOfKey = new Map(
    firstOfEach(listed).flatMap(({asset: {id}, key}) => (ids.has(id) ? [[key, id]] : [])),
  );
  const days = new Map([...ids].map(id => [id, new Set<string>()]));
  for (const {file, columns, shape} of closesOf(dataset))
    await eachRow(
      join(folder, file),
      columns,
      ([day, key, close]) => {
        const id = idOfKey.get(key!);
        if (id !== undefined && close !== "" && isDay(day!)) days.get(id)?.add(day!);
      },
      {lenient: true, ...(shape && {shape})},
    );
  return [...days].flatMap(([id, of]) => [...of].map(day => ({id, at: Date.parse(endOfDay(day))})));
}

async function figuresIn(folder: string, {dataset, ids}: Looked): Promise<Instant[]> {
  const found: Instant[] = [];
  for (const {file, asset, at} of dataset.figures)
    await eachRow(
      join(folder, file),
      [asset, at],
      ([id, instant]) => {
        if (ids.has(id!)) found.push({id: id!, at: Date.parse(instant!)});
      },
      {lenient: true},
    );
  return found;
}

async function answersIn(folder: string, {dataset, ids}: Looked): Promise<Instant[]> {
  const found = dataset.answers.map(async answer => {
    const named = new Set(coinsIn(await readAnswer(folder, answer)).map(({id}) => id));
    const at = Date.parse(answer.fetchedAt);
    return [...ids].filter(id => named.has(id)).map(id => ({id, at}));
  });
  return (await Promise.all(found)).flat();
}
