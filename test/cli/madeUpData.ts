import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {addDays, type Day} from "../../src/model/day.ts";
import {marketRow, trendingData, trendingItem} from "../servers/madeUpCoinGecko.ts";

/** The instant that notes on the made-up data are made as of. */
export const asOf = "2026-03-20T02:00:00Z";
const lastDay = "2026-03-19";
const days = 430;

export type Files = Record<string, string | Buffer>;
export type Row = readonly (string | number)[];

export const csv = (rows: readonly Row[]) => `${rows.map(row => row.join(",")).join("\n")}\n`;

/** Days up to the last one that is over, oldest first. */
export const dates: readonly Day[] = Array.from({length: days}, (_, i) =>
  addDays(lastDay, i + 1 - days),
);

/** A walk that looks like prices; the same for the same seed. */
function walk(seed: number, from: number, pull: readonly number[] = []): number[] {
  let state = seed;
  let price = from;
  return dates.map((_, i) => {
    state = (state * 48271) % 2147483647;
    price *= Math.exp((state / 2147483647 - 0.5) * 0.06 + (pull[i] ?? 0));
    return Number(price.toPrecision(8));
  });
}

const bitcoin = walk(7, 60_000);
const moves = bitcoin.map((price, i) => (i ? Math.log(price / bitcoin[i - 1]!) : 0));
export const prices: Readonly<Record<string, readonly number[]>> = {
  BTC: bitcoin,
  GDT: walk(11, 20, moves),
  ETH: walk(13, 3000, moves),
  XRP: walk(17, 2, moves),
};

export const priceRows = (change: (symbol: string, day: Day, price: number) => number | string) =>
  dates.flatMap((day, i) =>
    Object.entries(prices).map(([symbol, values]) => [
      day,
      symbol,
      change(symbol, day, values[i]!),
    ]),
  );

const rates = (day: Day, i: number): Row => [
  day,
  ...[0.9, 0.8, 150, 7, 1.4].map((rate, k) =>
    (rate * (1 + 0.004 * Math.sin(i * (k + 1)))).toFixed(5),
  ),
];

const manifest = {
  schema: "assay/dataset@1",
  name: "Made-up data",
  quotes: ["BTC", "ETH", "XRP"],
  assets: {file: "assets.csv", symbol: "symbol", id: "id", name: "name"},
  prices: [{file: "prices.csv", symbol: "symbol", closeUsd: "close"}],
  activity: [
    {
      file: "activity.csv",
      symbol: "symbol",
      volumeUsd: "volume",
      marketCapUsd: "market_cap",
      zeroMeansMissing: true,
    },
  ],
  fiat: [{file: "fx/rates.csv", layout: "wide", unit: "per-usd"}],
  metals: [{file: "fx/metals.csv", unit: "usd-per-ounce", columns: {xau: "gold", xag: "silver"}}],
};

/** The made-up folder of data; each note on it is on "gadget". */
export function madeUp(): Files {
  return {
    "dataset.json": JSON.stringify(manifest),
    "assets.csv": csv([
      ["id", "symbol", "name"],
      ["bitcoin", "BTC", "Bitcoin"],
      ["gadget", "GDT", "Gadget"],
      ["ethereum", "ETH", "Ethereum"],
      ["ripple", "XRP", "XRP"],
      ["widget", "WDG", "Widget"],
      ["widget-bridged", "WDG", "Bridged Widget"],
    ]),
    "prices.csv": csv([["date", "symbol", "close"], ...priceRows((_, __, price) => price)]),
    "activity.csv": csv([
      ["date", "symbol", "volume", "market_cap"],
      ...dates.map((day, i): Row => [day, "GDT", 100_000 + 100 * (i % 30), 2_000_000 + 1000 * i]),
    ]),
    "fx/rates.csv": csv([["date", "EUR", "GBP", "JPY", "CNY", "CAD"], ...dates.map(rates)]),
    "fx/metals.csv": csv([
      ["date", "gold", "silver"],
      ...dates.map((day, i): Row => [day, 4000 + i, (40 + Math.sin(i)).toFixed(3)]),
    ]),
  };
}

/** The manifest with other fields. */
export const withManifest = (fields: object): Files => ({
  "dataset.json": JSON.stringify({...manifest, ...fields}),
});

/** An answer of the API as the manifest lists it. */
export const answer = (endpoint: string, file: string, fetchedAt: string) => ({
  source: "coingecko",
  endpoint,
  file,
  fetchedAt,
  ...(endpoint === "/coins/markets" && {query: {vs_currency: "usd"}}),
});

/** A trending answer and a page of the market that name the coin so. */
export function answersOn(id: string, symbol: string, name: string, fields = {}): Files {
  const [price, ofBitcoin] = [prices.GDT!.at(-1)!, bitcoin.at(-1)!];
  const trending = trendingItem(id, symbol, 0, trendingData({price: 1.02 * price}));
  return {
    "trending.json": JSON.stringify({coins: [{item: {...trending.item, name}}]}),
    "markets.json": JSON.stringify([
      marketRow("bitcoin", "btc", {name: "Bitcoin", current_price: ofBitcoin}),
      marketRow(id, symbol, {name, current_price: price, ...fields}),
    ]),
    ...withManifest({
      answers: [
        answer("/search/trending", "trending.json", "2026-03-20T01:53:00Z"),
        answer("/coins/markets", "markets.json", "2026-03-20T01:53:00Z"),
      ],
    }),
  };
}

/** Writes the files below the folder; returns the folder. */
export function lay(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true});
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
