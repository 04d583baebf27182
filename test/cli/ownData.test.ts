import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ownData, type Wish} from "../../src/cli/init/ownData.ts";
import {readOnce} from "../../src/cli/init/readOnce.ts";
import {assetKinds} from "../../src/model/assetKind.ts";
import {walk} from "../walk.ts";
import {brokerTable} from "./brokerTable.ts";
import {temporary} from "./support.ts";

/** The table in a folder of its own with the manifest that is written for it. */
async function laid(place: string, table: string, wish: Wish) {
  const folder = join(place, "data");
  mkdirSync(folder);
  writeFileSync(join(folder, "prices.csv"), table);
  const found = await ownData(join(folder, "prices.csv"), wish);
  writeFileSync(join(folder, "dataset.json"), found.manifest);
  return {...found, folder};
}

const nouns = {
  share: {en: "share", tr: "hisse"},
  fund: {en: "fund", tr: "fon"},
  commodity: {en: "commodity", tr: "emtia"},
  currency: {en: "currency", tr: "para birimi"},
  index: {en: "index", tr: "endeks"},
} as const;

describe.each(assetKinds.filter(kind => kind !== "coin"))("a note on a %s", kind => {
  test.each(["en", "tr"] as const)("is on nothing else, in %s", async locale => {
    using place = temporary();
    const {folder} = await laid(place.path, brokerTable(), {kind, name: "Acme"});
    const note = await walk({coin: "acme", data: folder, locale, asOf: "2025-11-29T00:00:00Z"});
    expect(note.faults).toEqual([]);
    expect(note.text).toContain(nouns[kind][locale]);
    // That their cases have no record is said of coins.
    const rest = note.text.replaceAll(/[^.|]*(?:measured on coins|coinlerde ölçüldü)[^.|]*\./g, "");
    expect(rest).not.toMatch(/\bcoin|bitcoin|coingecko|supply|token|arz\b|blockchain/i);
  });
});

test("a table without a word on it is a share where it rests, and a coin where it does not", async () => {
  using place = temporary();
  const {assets, told} = await laid(place.path, brokerTable(), {});
  expect(assets).toEqual([{id: "prices", symbol: "PRICES", name: "prices", class: "share"}]);
  expect(told.join("\n")).toContain("traded on 261 days a year");
  using other = temporary();
  const days = Array.from(
    {length: 28},
    (_, i) => `2025-02-${String(i + 1).padStart(2, "0")},${i + 1}`,
  );
  const every = await laid(
    other.path,
    ["date,btc,eth", ...days.map(line => `${line},5`), ""].join("\n"),
    {},
  );
  expect(every.assets).toEqual([
    {id: "bitcoin", symbol: "btc", name: "Bitcoin"},
    {id: "eth", symbol: "eth", name: "eth"},
  ]);
});

test("volume, cap, low and high are read where they are in dollars and of one asset", async () => {
  using place = temporary();
  const rows = Array.from(
    {length: 40},
    (_, i) =>
      `2025-${i < 28 ? "02" : "03"}-${String((i % 28) + 1).padStart(2, "0")},5,4,6,"1,500",2.5B`,
  );
  const table = ["date,close,low,high,Volume (USD),Market Cap", ...rows, ""].join("\n");
  const {manifest} = await laid(place.path, table, {name: "Acme"});
  expect(JSON.parse(manifest)).toMatchObject({
    prices: [{closeUsd: "close", lowUsd: "low", highUsd: "high", asset: "ACME"}],
    activity: [
      {volumeUsd: "Volume (USD)", marketCapUsd: "Market Cap", form: {delimiter: ",", decimal: "."}},
    ],
  });
});

const headings = {
  de: {date: "Datum", close: "Schluss", high: "Hoch", low: "Tief", volume: "Volumen"},
  en: {
    date: "Trade Date",
    close: "Last Price",
    high: "High",
    low: "Low",
    volume: "Shares Traded",
  },
  tr: {date: "Tarih", close: "Kapanış", high: "En Yüksek", low: "En Düşük", volume: "Hacim"},
};

describe.each(Object.entries(headings))("a table with the day's extremes, %s", (_, words) => {
  test.each([
    [";", ",", [words.date, words.close, words.high, words.low, words.volume]],
    [",", ".", [words.date, words.close, words.high, words.low]],
    ["\t", ".", [words.low, words.high, words.close, words.date]],
    ["|", ",", [words.date, words.volume, words.high, words.close, words.low]],
  ])("parted by %j, with the sign %j, is read with low and high", async (by, sign, columns) => {
    using place = temporary();
    const values: Readonly<Record<string, number>> = {
      [words.close]: 5.25,
      [words.high]: 6.5,
      [words.low]: 4.75,
      [words.volume]: 1000,
    };
    const rows = Array.from({length: 28}, (_, i) => {
      const day = `2025-02-${String(i + 1).padStart(2, "0")}`;
      return columns.map(one => String(values[one] ?? day).replace(".", sign)).join(by);
    });
    const table = [columns.join(by), ...rows, ""].join("\n");
    const {folder, assets} = await laid(place.path, table, {name: "Acme"});
    const market = await readOnce(folder, assets[0]!.id);
    expect(market.extremes?.low?.values.at(-1)).toBe(4.75);
    expect(market.extremes?.high?.values.at(-1)).toBe(6.5);
    expect(market.close?.values).toHaveLength(28);
  });
});

const two = "date,gold,silver\n2025-01-01,5,6\n2025-01-02,5,6\n";
const ticked = "date,ticker,close\n2025-01-01,ABC,6\n2025-01-02,ABC,6\n";

test.each([
  ["a name for two assets", two, {name: "Gold"}, /--name "Gold" can be said of one asset only/],
  ["a symbol for two", two, {symbol: "XAU"}, /--symbol "XAU" can be said of one asset only/],
  ["another symbol than the table's", ticked, {symbol: "XYZ"}, /--symbol "XYZ" cannot apply/],
])("%s cannot apply, and is refused", async (_, table, wish, says) => {
  using place = temporary();
  await expect(laid(place.path, table, wish)).rejects.toThrow(says);
});

test.each([
  ["Schlusskurs (USD)", {}],
  ["Schluss", {}],
  ["gold", {}],
  ["settlement", {price: "settlement"}],
  ["settlement", {price: "settlement", name: "Gold"}],
])("a symbol is that of the only asset, whatever heads its closes: %s, %j", async (head, wish) => {
  using place = temporary();
  const table = `date,${head}\n2025-01-01,5\n2025-01-02,6\n`;
  const {manifest, assets, folder} = await laid(place.path, table, {...wish, symbol: "XAU"});
  expect(assets[0]?.symbol).toBe("XAU");
  expect(JSON.parse(manifest).prices[0].asset).toBe("XAU");
  expect((await readOnce(folder, assets[0]!.id)).close?.values).toEqual([5, 6]);
});

test.each(["PK\u0003\u0004 and so on", Buffer.from("d0cf11e0a1b11ae1", "hex")])(
  "a spreadsheet is said to be one, and how to save it",
  async content => {
    using place = temporary();
    const path = join(place.path, "prices.xlsx");
    writeFileSync(path, content);
    await expect(ownData(path, {})).rejects.toThrow(/is a spreadsheet: save .* as "CSV UTF-8"/);
  },
);

test.each([
  ["Türk Hava Yolları", "turk-hava-yollari"],
  ["Şişecam", "sisecam"],
  ["Müller & Söhne", "muller-and-sohne"],
  ["Crédit Agricole", "credit-agricole"],
])("the id of %s is %s", async (name, id) => {
  using place = temporary();
  const {assets} = await laid(place.path, brokerTable(), {name});
  expect(assets[0]?.id).toBe(id);
});
