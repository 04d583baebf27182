import {existsSync} from "node:fs";
import {readdir, readFile} from "node:fs/promises";
import {join} from "node:path";
import {expect, test} from "vitest";
import {decoupling, simulate, simulatedAsOf, simulatedFolder} from "../../samples/simulate.ts";
import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {Finding, Findings} from "../../src/model/finding.ts";
import {record} from "../../src/snapshots/record.ts";
import {loadDataset} from "../../src/sources/dataset.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";

const articleFolder = join(import.meta.dirname, "../../samples/bittensor");
const articleAsOf = "2026-03-21T21:07:00Z";
const recorded = join(import.meta.dirname, "../../../shared/data");

test("the simulated market is what its generator writes", async () => {
  const written = simulate();
  for (const [path, text] of written)
    expect(await readFile(join(simulatedFolder, path), "utf8"), path).toBe(text);
  const lying = (await readdir(simulatedFolder)).filter(path => path !== "README.md");
  expect(lying.toSorted()).toEqual([...written.keys()].toSorted());
  expect([...simulate()]).toEqual([...written]);
});

test("both samples follow the format", async () => {
  expect(await loadDataset(simulatedFolder)).toMatchObject({simulated: true});
  expect(await loadDataset(articleFolder)).toMatchObject({simulated: false});
});

test("the samples are small enough to travel with the package", async () => {
  const sizes = [...simulate().values()].map(text => Buffer.byteLength(text));
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(600_000);
});

test("no simulated coin bears the name of a real one", async context => {
  if (!existsSync(recorded)) {
    const why = `NOT CHECKED against real names: there is no ${recorded} to compare with`;
    console.warn(why);
    context.skip(why);
  }
  const real = await realNames();
  expect(real.size).toBeGreaterThan(1000);
  const invented = simulate().get("assets.csv")!.trim().split("\n").slice(1);
  expect(invented).toHaveLength(13);
  // Id, symbol and name; then the group.
  for (const word of invented.flatMap(line => line.toLowerCase().split(",").slice(0, 3)))
    expect(real, word).not.toContain(word);
});

/** Ids, symbols and names of the recorded lists, in lower case. */
async function realNames(): Promise<ReadonlySet<string>> {
  const read = (path: string) => readFile(join(recorded, path), "utf8");
  const assets = (await read("assets.csv")).split(/[\n,]/);
  const markets = JSON.parse(
    await read("api/coingecko/2026-03-20T0153Z/coins_markets_usd_page1_250.json"),
  ) as {id: string; symbol: string; name: string}[];
  const quoted = JSON.parse(await read("currency-api/currencies.json")) as Record<string, string>;
  return new Set(
    [
      ...assets,
      ...markets.flatMap(({id, symbol, name}) => [id, symbol, name]),
      ...Object.entries(quoted).flat(),
    ].map(name => name.trim().toLowerCase()),
  );
}

test("the coin that decouples is found once its day is well past, and not before", async () => {
  const now = dependence(await findingsOf(simulatedFolder, decoupling.asset, simulatedAsOf));
  const window = now.windows.find(one => one.window === 60)!;
  expect(window.verdict).toBe("weakened");
  expect(window.adjustedP.value).toBeLessThan(0.05);
  expect(window.from > decoupling.day).toBe(true);
  expect(window.baselineRho.value).toBeGreaterThan(0.6);
  expect(window.rho.value).toBeLessThan(0.35);
  expect(now.decoupled).toBe(true);

  const eve = `${decoupling.day}T00:00:00Z`;
  const before = dependence(await findingsOf(simulatedFolder, decoupling.asset, eve));
  expect(before.windows.map(({verdict}) => verdict)).toEqual(Array(3).fill("no-change-found"));
  expect(before.decoupled).toBe(false);
});

test("no other simulated coin is said to have decoupled, and one shows no change at all", async () => {
  const ids = simulate().get("assets.csv")!.trim().split("\n").slice(2);
  for (const id of ids.map(line => line.split(",")[0]!).filter(id => id !== decoupling.asset)) {
    const found = dependence(await findingsOf(simulatedFolder, id, simulatedAsOf));
    expect(found.decoupled, id).toBe(false);
  }
  const calm = dependence(await findingsOf(simulatedFolder, "harrowmint", simulatedAsOf));
  expect(calm.windows.map(({verdict}) => verdict)).toEqual(Array(3).fill("no-change-found"));
});

test("the simulated quotes are live, and the drachma is left out and disclosed", async () => {
  const {findings, exclusions} = await findingsOf(simulatedFolder, decoupling.asset, simulatedAsOf);
  const table = one(findings, "decomposition");
  expect(table.weekend).toBe("none");
  expect(table.legs.filter(({status}) => status === "stale")).toEqual([]);
  const outliers = one(findings, "outliers");
  expect(outliers.tested.map(({class: name}) => name)).toEqual(["fiat", "crypto"]);
  expect(exclusions.map(({figure}) => figure)).toContain("change24h.grd");
  expect(addDays(simulatedAsOf.slice(0, 10), -1)).toBe(table.days!.to);
});

test("of the article's figures, only those it prints are known and no dependence is claimed", async () => {
  const {findings, abstentions, figures} = await findingsOf(
    articleFolder,
    "bittensor",
    articleAsOf,
  );
  const kinds = findings.map(({kind}) => kind);
  expect(kinds).toEqual(["market-state", "decomposition", "liquidity"]);
  expect(abstentions.map(({about}) => about)).toContain("decoupling");
  const printed = {
    "price.usd": 270.68,
    "price.btc": 0.00383,
    "marketCap.usd": 2.59e9,
    rank: 36,
    "volume24h.usd": 338.28e6,
    turnover: 0.1304,
    "change24h.usd": -0.0364,
    "change24h.btc": -0.0417,
    "change24h.eth": -0.0448,
    "change24h.sol": -0.0468,
    "change24h.dot": -0.0136,
    "change24h.yfi": -0.0225,
    "change24h.xag": 0.0156,
    "change24h.xau": 0.0014,
    "change24h.rub": -0.0532,
  };
  const read = [...figures.values()].filter(({origin}) => "file" in origin);
  expect(Object.fromEntries(read.map(({id, value}) => [id, value]))).toEqual(printed);
  expect(figures.get("ownMove24h.btc")!.value).toBeCloseTo(0.00553, 5);
  expect(figures.get("turnover.ofShownFigures")!.value).toBeCloseTo(0.1306, 4);
});

async function findingsOf(folder: string, coin: string, asOf: string): Promise<Findings> {
  return find(readMarket(record(await gatherFiles(folder, coin, asOf), asOf)));
}

function one<K extends Finding["kind"]>(findings: readonly Finding[], kind: K) {
  const found = findings.find(finding => finding.kind === kind);
  if (!found) throw new Error(`no finding of kind ${kind}`);
  return found as Extract<Finding, {kind: K}>;
}

const dependence = ({findings}: Findings) => one(findings, "decoupling");
