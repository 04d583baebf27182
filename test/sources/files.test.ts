import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {ExpectedError} from "../../src/model/errors.ts";
import {record} from "../../src/snapshots/record.ts";
import {gatherFiles} from "../../src/sources/files.ts";
import {readMarket} from "../../src/sources/market.ts";
import {
  answer,
  asOf,
  csv,
  type Files,
  lay,
  madeUp,
  prices,
  type Row,
  withManifest,
} from "../cli/madeUpData.ts";
import {temporary} from "../cli/support.ts";

let place: ReturnType<typeof temporary>;
beforeEach(() => {
  place = temporary();
});
afterEach(() => place[Symbol.dispose]());

async function marketOf(changed: Files = {}, coin = "gadget", at = asOf) {
  lay(place.path, {...madeUp(), ...changed});
  return readMarket(record(await gatherFiles(place.path, coin, at), at));
}
async function refusal(changed: Files, coin?: string): Promise<string> {
  const error = await marketOf(changed, coin).then(
    () => new Error("it was read"),
    reason => reason,
  );
  expect(error).toBeInstanceOf(ExpectedError);
  return error.message;
}

const table = {file: "figures.csv", asset: "asset", figure: "figure", value: "value", at: "at"};
const figures = (...rows: Row[]): Files => ({
  ...withManifest({figures: [table]}),
  "figures.csv": csv([["asset", "figure", "value", "at"], ...rows]),
});
const early = "2026-03-20T01:00:00Z";

test("closes, activity and rates are read up to the last day that is over", async () => {
  const market = await marketOf();
  expect(market.close).toMatchObject({id: "close.gadget", source: "Made-up data"});
  expect(market.close!.dates.at(-1)).toBe("2026-03-19");
  expect(market.close!.values.at(-1)).toBe(prices.GDT!.at(-1));
  expect(market.benchmarkClose!.values).toEqual(prices.BTC);
  expect(market.volume!.dates.at(-1)).toBe("2026-03-19");
  const ids = market.rates.map(({id}) => id);
  expect(ids).toEqual(expect.arrayContaining(["rate.eur", "rate.jpy", "rate.xau", "rate.btc"]));
  const eve = await marketOf({}, "gadget", "2026-03-19T23:59:59Z");
  expect(eve.close!.dates.at(-1)).toBe("2026-03-18");
});

test("the lowest and highest price of a day stand in the row of its close", async () => {
  const columns = {closeUsd: "close", lowUsd: "low", highUsd: "high"};
  const rows = csv([
    ["date", "symbol", "close", "low", "high"],
    ["2026-03-18", "GDT", 20, "", 21],
    ["2026-03-19", "GDT", 22, 19.5, 22.5],
  ]);
  const {extremes} = await marketOf({
    ...withManifest({prices: [{file: "prices.csv", symbol: "symbol", ...columns}]}),
    "prices.csv": rows,
  });
  expect(extremes?.low).toMatchObject({id: "low.gadget", dates: ["2026-03-19"], values: [19.5]});
  expect(extremes?.high).toMatchObject({id: "high.gadget", values: [21, 22.5]});
  expect((await marketOf()).extremes).toBeUndefined();
  const half = {prices: [{file: "prices.csv", symbol: "symbol", closeUsd: "close", lowUsd: "low"}]};
  expect(await refusal(withManifest(half))).toMatch(
    /prices\.0\.lowUsd .*together with the other of lowUsd and highUsd/,
  );
});

test("a coin is known by id, by symbol in any case, and by nothing else", async () => {
  for (const name of ["gadget", "GDT", "gdt"])
    expect((await marketOf({}, name)).asset).toMatchObject({id: "gadget", symbol: "GDT"});
  expect(await refusal({}, "gad")).toMatch(/no coin "gad" .*did you mean gadget \(Gadget\)\?/);
  expect(await refusal({}, "bitcion")).toMatch(/did you mean bitcoin \(Bitcoin\)\?/);
  expect(await refusal({}, "zzzzzz")).toMatch(/no coin "zzzzzz" in Made-up data: check its id/);
  expect(await refusal({}, "../../etc")).toMatch(/no coin "\.\.\/\.\.\/etc"/);
  expect(await refusal({}, "WDG")).toMatch(/several coins.*widget.*widget-bridged/);
});

test("a name from outside is shown without what is not seen", async () => {
  const assets = "id,symbol,name\nbitcoin,BTC,Bitcoin\ngadget,GDT,\u200bGad\u202eget\n";
  expect((await marketOf({"assets.csv": assets})).asset.name).toBe("Gadget");
});

describe("single figures", () => {
  test("of each the latest counts that is not behind the wall", async () => {
    const market = await marketOf(
      figures(
        ["gadget", "price.usd", 22, "2026-03-20T03:30:00+02:00"],
        ["gadget", "price.usd", 21, early],
        ["gadget", "price.usd", 99, "2026-03-20T01:00:00-02:00"],
        ["gadget", "rank", 5, early],
        ["bitcoin", "price.usd", 60_000, early],
      ),
    );
    expect(market.state.price).toMatchObject({
      value: 22,
      asOf: "2026-03-20T01:30:00Z",
      pointer: "#cell=2,3",
    });
    expect(market.state.rank).toMatchObject({value: 5, pointer: "#cell=4,3"});
  });

  test.each([
    [
      "an unknown figure",
      ["gadget", "price.eur", 1, early],
      /has a figure "price\.eur": known are/,
    ],
    ["a time that is none", ["gadget", "rank", 1, "noon"], /not ISO 8601 with its zone: "noon"/],
    ["a time without a zone", ["gadget", "rank", 1, "2026-03-20T01:00:00"], /with its zone/],
    ["text for a number", ["gadget", "rank", "first", early], /no number for rank: "first"/],
    ["nothing for a number", ["gadget", "rank", "", early], /no number for rank: ""/],
  ])("%s is refused", async (_, row, says) => {
    expect(await refusal(figures(row as Row))).toMatch(says);
  });

  test("two values of one figure at one instant are refused", async () => {
    const twice = figures(["gadget", "rank", 1, early], ["gadget", "rank", 2, early]);
    expect(await refusal(twice)).toMatch(/two values of rank at 2026-03-20T01:00:00Z/);
  });
});

describe("a fault in the data is told with file, place and value", () => {
  const price = (...rows: Row[]): Files => ({
    "prices.csv": csv([["date", "symbol", "close"], ...rows]),
  });
  test.each<[string, Files, RegExp]>([
    [
      "text for a price",
      price(["2026-03-19", "GDT", "n/a"]),
      /prices\.csv, line 2, has no number for close: "n\/a"/,
    ],
    ["NaN", price(["2026-03-19", "GDT", "NaN"]), /"NaN"/],
    ["a number beyond all numbers", price(["2026-03-19", "GDT", "1e999"]), /"1e999"/],
    ["a hexadecimal number", price(["2026-03-19", "GDT", "0x10"]), /"0x10"/],
    ["a thousands separator", price(["2026-03-19", "GDT", '"1,234.5"']), /"1,234\.5"/],
    [
      "a day twice",
      price(["2026-03-19", "GDT", 1], ["2026-03-19", "GDT", 2]),
      /two values of close\.gadget on 2026-03-19/,
    ],
    [
      "a row too short",
      price(["2026-03-19", "GDT"]),
      /line 2, has 2 fields where the header has 3/,
    ],
    ["a missing column", {"prices.csv": "date,symbol,price\n"}, /no column "close"/],
    ["a date that is none", price(["19.03.2026", "GDT", 1]), /no day, YYYY-MM-DD: "19\.03\.2026"/],
    [
      "a rate that is text",
      {"fx/rates.csv": "date,EUR\n2026-03-19,low\n"},
      /no number for rate\.eur/,
    ],
    [
      "a table that is not there",
      withManifest({prices: [{file: "no.csv", symbol: "s", closeUsd: "c"}]}),
      /cannot read .*no\.csv/,
    ],
    [
      "an answer that is not there",
      withManifest({answers: [answer("/search/trending", "no.json", early)]}),
      /no\.json is named in .*dataset\.json but cannot be read/,
    ],
    [
      "an answer of HTML",
      {
        ...withManifest({answers: [answer("/search/trending", "a.json", early)]}),
        "a.json": "<html>",
      },
      /HTML/,
    ],
    [
      "an answer of {}",
      {...withManifest({answers: [answer("/search/trending", "a.json", early)]}), "a.json": "{}"},
      /in a shape we do not know/,
    ],
    [
      "an answer nobody can read",
      {
        ...withManifest({answers: [{...answer("/x", "a.json", early), source: "oracle"}]}),
        "a.json": "{}",
      },
      /"oracle", which this version cannot read/,
    ],
    ["a benchmark that is not listed", withManifest({benchmark: "obelisk"}), /no coin "obelisk"/],
  ])("%s", async (_, changed, says) => {
    expect(await refusal(changed)).toMatch(says);
  });
});

test("an empty field is a missing day; 0 is one only where the manifest says so", async () => {
  const rows: Row[] = [
    ["2026-03-17", "GDT", 1],
    ["2026-03-18", "GDT", ""],
    ["2026-03-19", "GDT", 0],
  ];
  const market = await marketOf({
    "prices.csv": csv([["date", "symbol", "close"], ...rows]),
    "activity.csv": csv([
      ["date", "symbol", "volume", "market_cap"],
      ["2026-03-19", "GDT", 0, 5],
    ]),
  });
  expect(market.close).toMatchObject({dates: ["2026-03-17", "2026-03-19"], values: [1, 0]});
  expect(market.volume).toBeUndefined();
  expect(market.marketCap!.values).toEqual([5]);
});

test("of several recordings of one request the last before the as-of counts, for a day", async () => {
  const at = (time: string, score: number) => ({
    listed: answer("/search/trending", `${score}.json`, time),
    file: {
      [`${score}.json`]: JSON.stringify({
        coins: [{item: {id: "gadget", symbol: "GDT", name: "Gadget", score}}],
      }),
    },
  });
  const all = [
    at("2026-03-20T01:00:00Z", 2),
    at("2026-03-20T02:00:01Z", 0),
    at("2026-03-20T00:00:00Z", 1),
  ];
  const files = Object.assign({}, ...all.map(({file}) => file));
  const answers = all.map(({listed}) => listed);
  const market = await marketOf({...files, ...withManifest({answers})});
  expect(market.attention?.rank.value).toBe(3);
  const nextDay = await marketOf(
    {...files, ...withManifest({answers})},
    "gadget",
    "2026-03-22T00:00:00Z",
  );
  expect(nextDay.attention).toBeUndefined();
});

test("negative rates are left out", async () => {
  const market = await marketOf({"fx/rates.csv": "date,EUR\n2026-03-18,0.9\n2026-03-19,-0.9\n"});
  const eur = market.rates.find(({id}) => id === "rate.eur");
  expect(eur!.values.every(value => value > 0)).toBe(true);
});
