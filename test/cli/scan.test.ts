import {expect, test} from "vitest";
import {asOf, csv, lay, madeUp} from "./madeUpData.ts";
import {assay, expectRefusal, temporary} from "./support.ts";

const files = ["scan", "--source", "files", "--data", "data", "--as-of", asOf];

test("prints one JSON object with a row for each coin and window", async () => {
  using place = temporary();
  lay(`${place.path}/data`, madeUp());
  const run = await assay(place.path, [...files, "--json"]);
  expect(run).toMatchObject({code: 0});
  const found = JSON.parse(run.stdout);
  expect(Object.keys(found)).toEqual(["asOf", "benchmark", "universe", "windows", "rows"]);
  expect(found).toMatchObject({asOf, universe: 3, windows: [30, 60, 90]});
  expect(found.rows).toHaveLength(9);
  for (const row of found.rows) {
    expect(Object.keys(row)).toEqual([
      "asset",
      "symbol",
      "name",
      "window",
      "rho",
      "baselineRho",
      "p",
      "adjustedP",
      "verdict",
      "since",
      "newsworthiness",
    ]);
    expect(row.adjustedP).toBeGreaterThanOrEqual(row.p);
    expect(row.verdict === "no-change-found" || row.adjustedP < 0.05).toBe(true);
  }
  const news = found.rows.map((row: {newsworthiness: number}) => row.newsworthiness);
  expect(news).toEqual(news.toSorted((a: number, b: number) => b - a));
});

test("prints one line a coin for people, and nothing that is no number", async () => {
  using place = temporary();
  lay(`${place.path}/data`, madeUp());
  const {code, stdout} = await assay(place.path, files);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Dependence on Bitcoin as of 2026-03-20T02:00:00Z: 3 coins, 9 tests/);
  expect(stdout.match(/^(gadget|ethereum|ripple) .+$/gm)).toHaveLength(3);
  expect(stdout).not.toMatch(/NaN|Infinity|undefined|null|-0\.00/);
});

test("writes notes on the first coins", async () => {
  using place = temporary();
  lay(`${place.path}/data`, madeUp());
  const run = await assay(place.path, [...files, "--write", "1", "--format", "md"]);
  expect(run.code).toBe(0);
  expect(run.stderr).toMatch(/output\/2026-03-20-/);
});

test("abstains where all are stablecoins, and says so", async () => {
  using place = temporary();
  const assets = csv([
    ["id", "symbol", "name", "class"],
    ["bitcoin", "BTC", "Bitcoin", "crypto"],
    ["gadget", "GDT", "Gadget", "stablecoin"],
    ["ethereum", "ETH", "Ethereum", "wrapped"],
  ]);
  lay(`${place.path}/data`, {...madeUp(), "assets.csv": assets});
  const run = await assay(place.path, [...files, "--json"]);
  expect(run.code).toBe(4);
  expect(JSON.parse(run.stdout)).toMatchObject({universe: 0, rows: []});
  expect(run.stderr).toMatch(/nothing can honestly be said.*1 stablecoin, 1 wrapped/s);
});

test.each([
  [["scan", "--source", "files"], /needs a folder.*--data DIR/],
  [["scan", "--as-of", asOf], /CoinGecko answers for now only.*--source files/],
  [["scan", "--top", "0"], /"0" is no whole number from 1/],
  [["scan", "--write", "all"], /"all" is no whole number from 1/],
  [["scan", "--source", "snapshot"], /'snapshot' is invalid.*coingecko, files/],
  [["scan", "--source", "files", "--data", "nowhere"], /no dataset\.json in nowhere/],
])("%j is a usage error that says what to do", async (args, says) => {
  using place = temporary();
  expectRefusal(await assay(place.path, args), 2, says);
});
