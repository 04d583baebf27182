import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {newestInstant} from "../../src/sources/newest.ts";
import {temporary} from "../cli/support.ts";
import {recordedData, recordedTest} from "../recorded.ts";

const until = "2026-11-28T15:00:00Z";

test.each([
  [
    "the last close of a coin",
    "samples/simulated",
    {coin: "tessilith", until},
    "2025-07-02T00:00:00Z",
  ],
  ["that of the benchmark for a market", "samples/simulated", {until}, "2025-07-02T00:00:00Z"],
  ["a figure", "samples/bittensor", {coin: "bittensor", until}, "2026-03-21T21:07:00Z"],
  [
    "none that is later than asked for",
    "samples/simulated",
    {coin: "tessilith", until: "2025-05-20T07:00:00Z"},
    "2025-05-20T00:00:00Z",
  ],
  ["none of a coin that is not there", "samples/simulated", {coin: "nobody", until}, undefined],
])("the newest instant of recorded data is %s", async (_, folder, wish, instant) => {
  expect(await newestInstant(folder, wish)).toBe(instant);
});

/** A folder whose coins have closes up to different days, by their symbol. */
function closesUntil(folder: string, last: Readonly<Record<string, readonly string[]>>, more = {}) {
  const assets = {file: "assets.csv", symbol: "symbol", id: "id", name: "name"};
  const prices = [{file: "closes.csv", date: "day", symbol: "symbol", closeUsd: "close"}];
  const manifest = {schema: "assay/dataset@1", name: "Mine", benchmark: "ruler", assets, prices};
  const rows = Object.entries(last).flatMap(([symbol, days]) =>
    days.map(day => `${day},${symbol},1`),
  );
  const files = {
    "dataset.json": JSON.stringify({...manifest, ...more}),
    "assets.csv": "symbol,id,name\nR,ruler,Ruler\nC,coin,Coin\n",
    "closes.csv": ["day,symbol,close", ...rows, ""].join("\n"),
    "figures.csv": "asset,figure,value,at\ncoin,price.usd,1,2026-03-20T21:07:00Z\n",
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

const figures = [{file: "figures.csv", asset: "asset", figure: "figure", value: "value", at: "at"}];

test.each([
  ["both end alike", {R: ["2026-03-19"], C: ["2026-03-19"]}, {}, "2026-03-20T00:00:00Z"],
  [
    "the benchmark ends first",
    {R: ["2026-03-19"], C: ["2026-03-18", "2026-03-19", "2026-08-21"]},
    {},
    "2026-03-20T00:00:00Z",
  ],
  [
    "the benchmark ends first, and the coin has a gap there",
    {R: ["2026-03-19"], C: ["2026-03-12", "2026-08-21"]},
    {},
    "2026-03-13T00:00:00Z",
  ],
  ["the coin ends first", {R: ["2026-08-21"], C: ["2026-03-19"]}, {}, "2026-03-20T00:00:00Z"],
  ["the coin begins after it", {R: ["2026-03-19"], C: ["2026-08-21"]}, {}, "2026-08-22T00:00:00Z"],
  ["there is no benchmark", {C: ["2026-08-21"]}, {}, "2026-08-22T00:00:00Z"],
  [
    "the coin has a figure on the day after the benchmark's last",
    {R: ["2026-03-19"], C: ["2026-03-19"]},
    {figures},
    "2026-03-20T21:07:00Z",
  ],
  [
    "the coin has a figure later than that",
    {R: ["2026-03-18"], C: ["2026-03-18"]},
    {figures},
    "2026-03-19T00:00:00Z",
  ],
])(
  "a coin is told of when it can be held against the benchmark: %s",
  async (_, last, more, instant) => {
    using place = temporary();
    closesUntil(place.path, last, more);
    expect(await newestInstant(place.path, {coin: "coin", until})).toBe(instant);
    expect(await newestInstant(place.path, {coin: "c", until})).toBe(instant);
  },
);

recordedTest(
  "of the recorded data every coin's newest instant is one that Bitcoin has",
  async () => {
    for (const coin of ["ethereum", "tether", "bittensor", "dogecoin", undefined])
      expect(await newestInstant(recordedData, {until, ...(coin && {coin})})).toBe(
        "2026-03-20T01:53:00Z",
      );
  },
);
