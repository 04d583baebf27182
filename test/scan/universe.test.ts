import {expect, test} from "vitest";
import {readFilesUniverse} from "../../src/sources/universeFiles.ts";
import {asOf, csv, dates, lay, madeUp, prices, withManifest} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";

test("reads every coin's closes up to the instant, and the class where there is one", async () => {
  using place = temporary();
  const assets = csv([
    ["id", "symbol", "name", "class"],
    ["bitcoin", "BTC", "Bitcoin", "crypto"],
    ["gadget", "GDT", "Gadget", "crypto"],
    ["ethereum", "ETH", "Ethereum", ""],
    ["widget", "WDG", "Widget", "crypto"],
    ["gadget", "XRP", "Gadget again", "crypto"],
  ]);
  const folder = lay(place.path, {...madeUp(), "assets.csv": assets});
  const found = await readFilesUniverse(folder, {asOf: "2026-03-10T12:00:00Z"});
  expect(found.benchmark.asset.id).toBe("bitcoin");
  expect(found.coins.map(({asset, class: kind}) => [asset.id, kind])).toEqual([
    ["gadget", "crypto"],
    ["ethereum", undefined],
  ]);
  const {close} = found.coins[0]!;
  expect(close).toMatchObject({id: "close.gadget", file: "prices.csv", pointer: "#col=close"});
  expect(close.dates.at(-1)).toBe("2026-03-09");
  expect(close.values.at(-1)).toBe(prices.GDT![dates.indexOf("2026-03-09")]);
  expect(found.missing.map(({asset}) => asset.id)).toEqual(["widget"]);
});

test("puts days in order, and refuses two values of one day", async () => {
  using place = temporary();
  const rows = [
    ["2026-03-02", "BTC", 2],
    ["2026-03-01", "BTC", 1],
  ] as const;
  const folder = lay(place.path, {
    ...madeUp(),
    "prices.csv": csv([["date", "symbol", "close"], ...rows]),
  });
  const {benchmark} = await readFilesUniverse(folder, {asOf});
  expect(benchmark.close.values).toEqual([1, 2]);
  lay(place.path, {
    "prices.csv": csv([["date", "symbol", "close"], ...rows, ["2026-03-01", "BTC", 3]]),
  });
  await expect(readFilesUniverse(folder, {asOf})).rejects.toThrow(
    /two values of BTC on 2026-03-01/,
  );
});

test.each([
  ["a date that is none", ["2026-02-30", "BTC", 1], /no day/],
  ["a close that is no number", ["2026-02-28", "BTC", "1,5"], /fields|no number/],
  ["a word for a close", ["2026-02-28", "BTC", "NaN"], /no number for BTC on 2026-02-28/],
])("refuses %s", async (_, row, says) => {
  using place = temporary();
  const folder = lay(place.path, {
    ...madeUp(),
    "prices.csv": csv([["date", "symbol", "close"], row]),
  });
  await expect(readFilesUniverse(folder, {asOf})).rejects.toThrow(says);
});

test("takes the largest by market cap, and refuses where none is known", async () => {
  using place = temporary();
  const folder = lay(place.path, madeUp());
  const {coins} = await readFilesUniverse(folder, {asOf, top: 5});
  expect(coins.map(({asset}) => asset.id)).toEqual(["gadget"]);
  lay(place.path, withManifest({activity: []}));
  await expect(readFilesUniverse(folder, {asOf, top: 5})).rejects.toThrow(/no market caps/);
});

test("refuses a folder without the benchmark", async () => {
  using place = temporary();
  const folder = lay(place.path, {...madeUp(), ...withManifest({benchmark: "litecoin"})});
  await expect(readFilesUniverse(folder, {asOf})).rejects.toThrow(/no closes of litecoin/);
});
