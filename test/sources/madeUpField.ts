import {addDays, type Day} from "../../src/model/day.ts";
import {csv, type Files, type Row} from "../cli/madeUpData.ts";

/** The first day of the made-up coins; as many as there are in all. */
export const firstDay: Day = "2024-01-01";
export const coinCount = 60;

/** Closes of a coin by day, the same for the same coin: a walk of a few per cent a day. */
export function closesOf(coin: number, days: number, from = firstDay): (readonly [Day, number])[] {
  let state = coin * 7919 + 17;
  let price = 10 + coin;
  return Array.from({length: days}, (_, i) => {
    state = (state * 48271) % 2147483647;
    price *= 1 + (state / 2147483647 - 0.5) * 0.08;
    return [addDays(from, i), Number(price.toPrecision(9))] as const;
  });
}

interface Shape {
  /** Days of every coin. */
  readonly days?: number;
  /** Further lines of the list: id, symbol, name, class, group. */
  readonly listed?: readonly Row[];
  /** Further lines of the prices: date, symbol, close, source. */
  readonly prices?: readonly Row[];
  readonly manifest?: object;
}

/** A folder of so many coins that there is a field: bitcoin (C0), coin-1 (C1) and so on. */
export function fieldFolder({days = 45, listed = [], prices = [], manifest}: Shape = {}): Files {
  const coins = Array.from({length: coinCount}, (_, i) => i);
  const ids = coins.map(i => (i ? `coin-${i}` : "bitcoin"));
  return {
    "dataset.json": JSON.stringify({
      schema: "assay/dataset@1",
      name: "Made-up field",
      quotes: ["C0"],
      assets: {file: "assets.csv", symbol: "symbol", id: "id", name: "name"},
      prices: [{file: "prices.csv", symbol: "symbol", closeUsd: "close"}],
      ...manifest,
    }),
    "assets.csv": csv([
      ["id", "symbol", "name", "class", "group"],
      ...ids.map((id, i): Row => [id, `C${i}`, `Coin ${i}`, "crypto", `C${i}`]),
      ...listed,
    ]),
    "prices.csv": csv([
      ["date", "symbol", "close", "source"],
      ...coins.flatMap(i =>
        closesOf(i, days).map(([day, close]): Row => [day, `C${i}`, close, "a"]),
      ),
      ...prices,
    ]),
  };
}
