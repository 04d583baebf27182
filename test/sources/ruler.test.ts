import {afterAll, afterEach, beforeEach, describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {record} from "../../src/snapshots/record.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";
import {measureOf} from "../../src/sources/ruler.ts";
import {
  asOf,
  csv,
  dates,
  type Files,
  lay,
  madeUp,
  prices,
  withManifest,
} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";

const coin = (id: string, kind?: string, group?: string, symbol = id) => ({
  id,
  symbol,
  name: id,
  key: symbol,
  ...(kind && {class: kind}),
  ...(group && {group}),
});

describe("what a coin is made to be worth", () => {
  test.each([
    ["usd-coin", undefined, undefined, "usd", 1],
    ["SOMETHING", "stablecoin", "USDC", "usd", 1],
    ["USTC", "failed_stablecoin", "LUNA", "usd", 1],
    ["AEUR", "stablecoin_eur", "USDC", "eur", 1],
    ["pax-gold", undefined, undefined, "xau", 1],
    ["kinesis-gold", undefined, undefined, "xau", 1 / 31.1034768],
    ["wrapped-bitcoin", "wrapped", "BTC", "btc", 1],
    ["WSOL", "wrapped", "SOL", "sol", 1],
  ])("%s, of class %s and group %s, is held against %s", (id, kind, group, code, units) => {
    expect(measureOf(coin(id, kind, group))).toMatchObject({code, units});
  });

  test.each([
    ["an ordinary coin", coin("bitcoin", "crypto", "BTC")],
    ["a coin of no class", coin("bitcoin")],
    ["one that gathers what its stake earns", coin("WBETH", "wrapped", "ETH")],
    ["the same by id", coin("wrapped-steth", "wrapped", "ETH", "WSTETH")],
    ["one that heads its group", coin("W", "wrapped", "W")],
    ["a currency itself", coin("EUR", "fiat", "USDC")],
  ])("%s has no ruler", (_, one) => expect(measureOf(one)).toBeUndefined());
});

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

async function marketOf(changed: Files, id: string, at = asOf) {
  lay(place.path, {...madeUp(), ...changed});
  return readMarket(record(await gatherFiles(place.path, id, at), at));
}

const list = (...lines: readonly string[]) =>
  `id,symbol,name,class,group\nbitcoin,BTC,Bitcoin,crypto,BTC\nethereum,ETH,Ethereum,crypto,ETH\n${lines.join("\n")}\n`;
const priced = (key: string, closes: (i: number) => number, from = 0) => ({
  "prices.csv": csv([
    ["date", "symbol", "close"],
    ...dates.flatMap((day, i) => [
      [day, "BTC", prices.BTC![i]!],
      [day, "ETH", prices.ETH![i]!],
      ...(i >= from ? [[day, key, closes(i)]] : []),
    ]),
  ]),
});

describe("the rates of a ruler go over the whole history", () => {
  test("of gold from the table of metals", async () => {
    const {ruler} = await marketOf(
      {"assets.csv": list("pax-gold,PAXG,PAX Gold,,"), ...priced("PAXG", i => 4010 + i, 30)},
      "pax-gold",
    );
    expect(ruler).toMatchObject({code: "xau", units: 1, rate: {id: "rate.xau", dates}});
    expect(ruler!.low).toBeUndefined();
  });

  test("of a wrapped coin from the closes of the other", async () => {
    const {ruler} = await marketOf(
      {
        "assets.csv": list("steth,STETH,Staked,wrapped,ETH"),
        ...priced("STETH", i => prices.ETH![i]! * 0.999),
        ...withManifest({quotes: ["BTC"]}),
      },
      "steth",
    );
    expect(ruler!.rate).toMatchObject({id: "rate.eth", dates, values: prices.ETH});
  });

  test("of the euro from the asset's first close", async () => {
    const {ruler} = await marketOf(
      {
        // The price of the euro in another coin is no rate of the euro.
        "assets.csv": list("aeur,AEUR,Euro,stablecoin_eur,", "euro,EUR,Euro,fiat,"),
        ...priced("AEUR", () => 1.1, 200),
      },
      "aeur",
    );
    expect(ruler).toMatchObject({code: "eur", rate: {id: "rate.eur", dates: dates.slice(200)}});
  });
});

describe("a coin that is made to be worth a dollar", () => {
  const metrics = {
    close: {name: "price.usd", unit: "usd", stamp: "day-end"},
    low: {name: "price.usd.low", unit: "usd", stamp: "day"},
    volume: {name: "volume.usd", unit: "usd", stamp: "day-end"},
  };
  const table = {file: "dollars.csv", date: "date", symbol: "symbol", metrics};
  const dollars = (last = dates.length) => ({
    "dollars.csv": csv([
      ["date", "symbol", "close", "low", "volume"],
      ...dates.slice(0, last).flatMap(day => [
        [day, "USDX", 0.99, 0.95, 7],
        [day, "OTHER", 2, 1, 7],
      ]),
    ]),
  });
  const files = {
    "assets.csv": list("usdx,USDX,USDX,stablecoin,"),
    ...priced("USDX", () => 1.01),
  };
  const more = (content: object = {series: [table]}) => ({
    "dataset-more.json": JSON.stringify({
      schema: "assay/dataset-more@0",
      events: [{file: "x"}],
      ...content,
    }),
  });

  test("is priced in dollars where a series has them, of the manifest or beside it", async () => {
    for (const where of [more(), withManifest({series: [table]})]) {
      using _ = place;
      place = temporary();
      const {close, ruler} = await marketOf({...files, ...dollars(), ...where}, "usdx");
      expect(close).toMatchObject({id: "close.usdx", dates});
      expect(new Set(close!.values)).toEqual(new Set([0.99]));
      expect(ruler).toMatchObject({code: "usd", units: 1, low: {id: "low.usdx", dates}});
      expect(new Set(ruler!.low!.values)).toEqual(new Set([0.95]));
      expect(ruler!.rate).toBeUndefined();
    }
  });

  test("is priced as the others are where the series has ended, or is parted by venue", async () => {
    for (const changed of [
      dollars(dates.length - 5),
      more({series: [{...table, by: "venue"}]}),
      more({series: [{...table, complete: "volume"}]}),
      more({series: [{...table, metrics: {close: {...metrics.close, unit: "usdt"}}}]}),
      more({}),
    ]) {
      using _ = place;
      place = temporary();
      const {close, ruler} = await marketOf(
        {...files, ...dollars(), ...more(), ...changed},
        "usdx",
      );
      expect(new Set(close!.values)).toEqual(new Set([1.01]));
      expect(ruler).toEqual({code: "usd", units: 1});
    }
  });

  test("sees no day of the series beyond the wall", async () => {
    const at = `${dates.at(-3)}T12:00:00Z`;
    const {close} = await marketOf({...files, ...dollars(), ...more()}, "usdx", at);
    expect(close!.dates.at(-1)).toBe(addDays(dates.at(-3)!, -1));
  });

  test("has a ruler until thirty closes in a row lay under half of it", async () => {
    const fallen = (days: number) =>
      marketOf(
        {
          "assets.csv": list("ustx,USTX,USTX,failed_stablecoin,"),
          ...priced("USTX", i => (i < dates.length - days ? 1 : 0.4)),
        },
        "ustx",
      );
    expect((await fallen(29)).ruler).toMatchObject({code: "usd"});
    expect((await fallen(30)).ruler).toBeUndefined();
  });
});

const cache = temporary();
afterAll(() => cache[Symbol.dispose]());
const recordedMarket = async (id: string, at: string) =>
  readMarket(record(await gatherFiles(recordedData, id, at, undefined, cache.path), at));

recordedTest("the great breaks of recorded stablecoins, in dollars", async () => {
  const last = async (id: string, at: string) => {
    const {close, ruler} = await recordedMarket(id, at);
    return [
      close?.dates.at(-1),
      close?.values.at(-1)?.toFixed(4),
      ruler?.low?.values.at(-1)?.toFixed(4),
    ];
  };
  expect(await last("USTC", "2022-05-13T00:30:00Z")).toEqual(["2022-05-12", "0.4086", "0.3626"]);
  const after = "2023-03-12T00:30:00Z";
  expect(await last("usd-coin", after)).toEqual(["2023-03-11", "0.9715", "0.8774"]);
  expect(await last("DAI", after)).toEqual(["2023-03-11", "0.9739", "0.8970"]);
  expect(await last("tether", after)).toEqual(["2023-03-11", "1.0077", "1.0028"]);
});

recordedTest("gold of a gold token since the table begins", async () => {
  for (const id of ["tether-gold", "pax-gold"]) {
    const {ruler} = await recordedMarket(id, "2026-03-20T02:00:00Z");
    expect(ruler).toMatchObject({code: "xau", units: 1});
    expect(ruler!.rate!.dates).toHaveLength(3322);
    expect(ruler!.rate!.values.at(-1)).toBeCloseTo(4600.7, 1);
  }
});
