import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {SourceChanged, UsageError} from "../../src/model/errors.ts";
import {datasetSchema, loadDataset} from "../../src/sources/dataset.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

const assets = {file: "assets.csv", symbol: "symbol", id: "id", name: "name"};
const manifest = {schema: "assay/dataset@1", name: "Mine", assets};

async function load(content: unknown) {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(place.path, "dataset.json"), text);
  return loadDataset(place.path);
}

test("what is left out has its default", async () => {
  expect(await load(manifest)).toMatchObject({
    simulated: false,
    quotes: expect.arrayContaining(["BTC", "ETH"]),
    prices: [],
    answers: [],
  });
});

test("without a manifest the message says what --data wants", async () => {
  const error = await loadDataset(place.path).catch(reason => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.message).toMatch(/no dataset\.json in .*docs\/files\.md/);
});

test.each([
  ["no JSON", "{name: 1}", /dataset\.json is not JSON/],
  ["empty", "", /dataset\.json is not JSON/],
  ["a list", [], /it gives \[\], and an object is needed/],
  [
    "of another format",
    {...manifest, schema: "assay/dataset@2"},
    /schema is "assay\/dataset@2": it must be "assay\/dataset@1"/,
  ],
  ["without assets", {schema: manifest.schema, name: "Mine"}, /assets is missing: it must be/],
  [
    "with metals in another unit",
    {...manifest, metals: [{file: "m.csv", unit: "eur", columns: {}}]},
    /metals\.0\.unit is "eur": it must be "usd-per-ounce"/,
  ],
  [
    "with an answer of no time",
    {
      ...manifest,
      answers: [{source: "coingecko", endpoint: "/x", file: "x.json", fetchedAt: "today"}],
    },
    /answers\.0\.fetchedAt is "today": it must be an instant such as/,
  ],
])("a manifest that is %s is refused at its place", async (_, content, says) => {
  const error = await load(content).catch(reason => reason);
  expect(error).toBeInstanceOf(SourceChanged);
  expect(error.message).toMatch(says);
});

const prices = {file: "p.csv", closeUsd: "close"};

test.each([
  ["a field of the whole", {...manifest, benchmak: "btc"}, "benchmak; did you mean benchmark?"],
  [
    "a field of a table",
    {...manifest, prices: [{...prices, dates: "Date"}]},
    "prices.0.dates; did you mean date?",
  ],
  [
    "a field of a form",
    {...manifest, prices: [{...prices, form: {seperator: ";"}}]},
    "prices.0.form.seperator; there are delimiter, decimal, dates",
  ],
  [
    "a field of the list of assets",
    {...manifest, assets: {...assets, titel: "x"}},
    "assets.titel; there are ",
  ],
  [
    "a field of an asset",
    {...manifest, assets: [{id: "a", symbol: "A", name: "A", clas: "share"}]},
    "assets.0.clas; did you mean class?",
  ],
])("%s that nobody knows is refused with the nearest that is", async (_, content, says) => {
  const error = await load(content).catch(reason => reason);
  expect(error).toBeInstanceOf(SourceChanged);
  expect(error.message).toContain(`there is no field ${says}`);
});

test("values that cannot be are refused in words", async () => {
  const error = await load({
    ...manifest,
    assets: [{id: "a", symbol: "A", name: "A", class: "shares"}],
    prices: [{...prices, form: {dates: "DD.MM.YY"}, stamp: "noon"}],
  }).catch(reason => reason);
  expect(error.message).toMatch(
    /assets\.0\.class is "shares": it must be one of crypto, .*did you mean share\?/,
  );
  expect(error.message).toMatch(
    /prices\.0\.form\.dates is "DD\.MM\.YY": it must be one of YYYY-MM-DD, /,
  );
  expect(error.message).toMatch(/prices\.0\.stamp is "noon": it must be day-end or day-start/);
});

test.each([
  "../x.csv",
  "a/../../x.csv",
  "/etc/passwd",
  "C:\\x.csv",
  "a\\..\\x.csv",
  "..",
  "x\0.csv",
  "",
])("the path %j, which is not inside the folder, is refused", async file => {
  const error = await load({...manifest, assets: {...assets, file}}).catch(reason => reason);
  expect(error).toBeInstanceOf(SourceChanged);
  expect(error.message).toMatch(/assets\.file is ".*": it must be a path inside the folder/);
});

test.each(["a.csv", "a/b.csv.gz", "..a.csv", "a..b/c.csv", "é.csv"])(
  "the path %j is fine",
  file => {
    expect(datasetSchema.safeParse({...manifest, assets: {...assets, file}}).success).toBe(true);
  },
);

describe("the series beside the manifest", () => {
  const series = [
    {
      file: "dollars.csv",
      symbol: "symbol",
      metrics: {close: {name: "price.usd", unit: "usd", stamp: "day-end"}},
    },
    {
      file: "totals.csv",
      scope: "market",
      metrics: {tvl: {name: "defi.tvl", unit: "usd", stamp: "day-end", note: "x"}},
    },
    {
      file: "venues.csv",
      by: ["venue", "pair"],
      metrics: {close: {name: "price.pair", unit: "quote", stamp: "day-end"}},
    },
  ];
  const beside = (content: string) => writeFileSync(join(place.path, "dataset-more.json"), content);

  test("come after those in it; whatever else stands there is left", async () => {
    beside(JSON.stringify({schema: "assay/dataset-more@0", series: series.slice(1), events: 7}));
    const dataset = await load({...manifest, series: series.slice(0, 1)});
    expect(dataset.series.map(({file}) => file)).toEqual([
      "dollars.csv",
      "totals.csv",
      "venues.csv",
    ]);
    expect(dataset.series[0]).toMatchObject({date: "date"});
    expect((await load(manifest)).series).toHaveLength(2);
  });

  test.each([
    ["no JSON", "{series", /dataset-more\.json is not JSON/],
    [
      "with a path outside",
      {series: [{...series[0], file: "../x.csv"}]},
      /dataset-more\.json: series\.0\.file is "\.\.\/x\.csv": it must be a path/,
    ],
    [
      "with a metric of no unit",
      {series: [{file: "x.csv", metrics: {a: {name: "b"}}}]},
      /metrics\.a\.unit is missing/,
    ],
  ])("%s are refused at their place", async (_, content, says) => {
    beside(typeof content === "string" ? content : JSON.stringify(content));
    const error = await load(manifest).catch(reason => reason);
    expect(error).toBeInstanceOf(SourceChanged);
    expect(error.message).toMatch(says);
  });
});

recordedTest("the series proposed for the recorded data are accepted as they stand", async () => {
  const {series} = await loadDataset(recordedData);
  expect(series.map(({file}) => file)).toContain("defi/stablecoin_prices_daily.csv.gz");
});
