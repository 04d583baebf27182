import {cpSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import type {Figure} from "../../src/model/figure.ts";
import type {RangeFinding, RiskFinding} from "../../src/model/finding.ts";
import type {Facts} from "../../src/narrative/facts.ts";
import {rangeRow, rangeTold} from "../../src/narrative/range.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";
import {draftOf} from "../walk.ts";

const figure = (value: number) => ({value}) as Figure<never>;

/** A day of 4 % as its month goes, from 100 to the price, with its low and high. */
function day(price: number, low: number, high: number): Facts {
  const [lower, upper] = [Math.min(100, price), Math.max(100, price)];
  const range: RangeFinding = {
    kind: "range",
    of: "hours",
    low: figure(low),
    high: figure(high),
    width: figure(high / low - 1),
    aboveLow: figure(price / low - 1),
    belowHigh: figure(price / high - 1),
    dip: {from: price > 100 ? "start" : "price", figure: figure(low / lower - 1)},
    peak: {from: price < 100 ? "start" : "price", figure: figure(high / upper - 1)},
  };
  const risk = {day: {usual: figure(0.04)}} as unknown as RiskFinding;
  return {range, risk} as Facts;
}

describe("of the day's low and high is told", () => {
  test.each([
    ["that it ended a wide day at its low", day(92, 91.9, 100.5), {kind: "range-end", end: "low"}],
    ["that it ended a wide day at its high", day(109, 99, 109), {kind: "range-end", end: "high"}],
    ["how far down it had been", day(99, 90, 101), {kind: "range-back", side: "below"}],
    ["how far up it had been", day(101, 99, 110), {kind: "range-back", side: "above"}],
  ])("%s", (_, facts, told) => {
    expect(rangeTold(facts)).toMatchObject([told]);
    expect(rangeRow(facts)).toEqual([]);
  });

  test.each([
    ["ended in the middle", day(101, 97, 104)],
    ["was narrow, at whichever end it closed", day(101, 98, 101)],
    ["has nothing to be measured by", {...day(92, 80, 101), risk: undefined} as unknown as Facts],
  ])("no more than a row of the day that %s", (_, facts) => {
    expect(rangeTold(facts)).toEqual([]);
    expect(rangeRow(facts)).toHaveLength(1);
  });
});

const place = temporary();
afterAll(() => place[Symbol.dispose]());

/** The recorded days of one source that has their lows and highs. */
function days(): string {
  const table = "crypto/coinmarketcap_daily.csv.gz";
  mkdirSync(join(place.path, "crypto"), {recursive: true});
  for (const file of ["assets.csv", table])
    cpSync(join(recordedData, file), join(place.path, file));
  const columns = {symbol: "symbol", closeUsd: "close", lowUsd: "low", highUsd: "high"};
  const assets = {file: "assets.csv", symbol: "symbol", id: "coingecko_id", name: "name"};
  const manifest = {schema: "assay/dataset@1", name: "Recorded days", assets};
  const text = JSON.stringify({...manifest, prices: [{file: table, ...columns}]});
  writeFileSync(join(place.path, "dataset.json"), text);
  return place.path;
}

recordedTest(
  "notes that tell of the day's low and high pass their own check, in both languages",
  async () => {
    const data = days();
    for (const [coin, end, en, tr] of [
      ["ethereum", "2023-08-18", /Within the day it fell/, /Gün içinde kapanışının/],
      ["cardano", "2023-09-10", /From low to high/, /hiçbiri bu kadar dar değildi/],
      ["dogecoin", "2023-09-10", /From low to high/, /hiçbiri bu kadar dar değildi/],
    ] as const)
      for (const [locale, words] of [
        ["en", en],
        ["tr", tr],
      ] as const) {
        const {draft} = await draftOf({coin, data, asOf: `${end}T00:00:00Z`, locale});
        expect(draft.faults, `${coin} ${locale}`).toEqual([]);
        expect(draft.markdown).toMatch(words);
      }
  },
  60_000,
);
