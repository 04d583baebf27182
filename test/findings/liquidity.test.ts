import {assert, double, property, tuple, uniqueArray} from "fast-check";
import {describe, expect, test} from "vitest";
import type {Market} from "../../src/model/market.ts";
import {abstentionOf, datum, daysBack, findingOf, medianOf, returns, series} from "./markets.ts";

const state = {price: datum(20), volume24h: datum(3e6), marketCap: datum(6e7)};
const liquidityOf = (given: Partial<Market> = {}) => findingOf("liquidity", {state, ...given})!;

const peer = (id: string, volume: number, cap: number) => ({
  asset: {id, symbol: id, name: id},
  state: {volume24h: datum(volume), marketCap: datum(cap)},
});

test("an order is a twentieth of a day's volume", () => {
  expect(liquidityOf().part).toMatchObject({share: {value: 0.05}, amount: {value: 150_000}});
});

test("without volume or market cap nothing is said", () => {
  const {marketCap: _, ...rest} = state;
  expect(abstentionOf("liquidity", {state: rest})?.reason).toEqual({kind: "no-volume-or-cap"});
});

describe("beside the other coins", () => {
  const amounts = tuple(
    double({min: 1, max: 1e9, noNaN: true}),
    double({min: 1, max: 1e9, noNaN: true}),
  );

  test("the median is theirs, and below counts those that turned over less", () => {
    assert(
      property(uniqueArray(amounts, {minLength: 30, maxLength: 60}), all => {
        const peers = all.map(([volume, cap], i) => peer(`coin-${i}`, volume, cap));
        const found = liquidityOf({peers}).universe!;
        const ratios = all.map(([volume, cap]) => volume / cap);
        expect(found.size.value).toBe(all.length);
        expect(found.median.value).toBeCloseTo(medianOf(ratios), 9);
        const lower = ratios.filter(ratio => ratio < 0.05).length;
        expect(found.below.value).toBeCloseTo(lower / all.length, 12);
      }),
      {numRuns: 25},
    );
  });

  test("fewer than thirty are no universe, and coins without a cap do not count", () => {
    const peers = Array.from({length: 29}, (_, i) => peer(`coin-${i}`, i + 1, 100));
    expect(liquidityOf({peers})).not.toHaveProperty("universe");
    expect(liquidityOf({peers: [...peers, peer("void", 5, 0)]})).not.toHaveProperty("universe");
    expect(liquidityOf({peers: [...peers, peer("more", 5, 9)]})).toHaveProperty("universe");
  });

  test("the benchmark's own turnover stands beside it, unless it is the coin itself", () => {
    const peers = [peer("btc", 30, 1000)];
    expect(liquidityOf({peers}).benchmark).toMatchObject({
      turnover: {value: 0.03, of: "benchmark"},
    });
    const asset = {id: "btc", symbol: "BTC", name: "Bitcoin"};
    expect(liquidityOf({peers, asset})).not.toHaveProperty("benchmark");
  });
});

describe("beside its own past", () => {
  const ratios = returns(31, 200).map(value => 0.05 * Math.exp(5 * value));
  const marketCap = series(
    "marketCap.own",
    ratios.map((_, i) => 1e6 + i),
  );
  const volume = series(
    "volume.own",
    ratios.map((ratio, i) => ratio * (1e6 + i)),
  );

  test("each day's volume is held against that day's cap", () => {
    const found = liquidityOf({volume, marketCap}).history!;
    expect(found.days.value).toBe(200);
    expect(found.median.value).toBeCloseTo(medianOf(ratios), 12);
    const lower = ratios.filter(ratio => ratio < 0.05).length;
    expect(found.percentile.value).toBeCloseTo(lower / 200, 12);
  });

  test("a day without a cap, or with none, is no day", () => {
    const holed = {...marketCap, values: marketCap.values.map((cap, i) => (i % 2 ? 0 : cap))};
    expect(liquidityOf({volume, marketCap: holed}).history!.days.value).toBe(100);
  });

  test("fewer than sixty days, or days that ended a month ago, are no past", () => {
    const short = daysBack(59);
    const few = series(
      "volume.own",
      short.map(() => 1),
      short,
    );
    expect(liquidityOf({volume: few, marketCap})).not.toHaveProperty("history");
    const ended = {...volume, dates: daysBack(231).slice(0, 200)};
    const caps = {...marketCap, dates: ended.dates};
    expect(liquidityOf({volume: ended, marketCap: caps})).not.toHaveProperty("history");
  });

  test("what became of volume spikes is told where there were three or more", () => {
    const calm = daysBack(400).map(() => 100);
    const spiked = (at: readonly number[]) =>
      series(
        "volume.own",
        calm.map((value, i) => (at.includes(i) ? 500 : at.includes(i - 7) ? 150 : value)),
      );
    const {fade} = liquidityOf({volume: spiked([100, 200, 300]), marketCap});
    expect(fade).toMatchObject({spikes: {value: 3}, ratio: {value: 0.3}, days: {value: 7}});
    expect(liquidityOf({volume: spiked([100, 200]), marketCap})).not.toHaveProperty("fade");
  });
});

describe("over the venues", () => {
  const venue = (name: string, volume: number, up?: number, down?: number) => ({
    ...{name, pair: "OWN/USD", volumeUsd: datum(volume)},
    ...(up !== undefined && {depthUpUsd: datum(up)}),
    ...(down !== undefined && {depthDownUsd: datum(down)}),
  });

  test("shares are of all volume, and tickers of one venue are one", () => {
    const found = liquidityOf({venues: [venue("A", 20), venue("B", 50), venue("A", 30)]}).venues!;
    expect(found).toMatchObject({count: {value: 2}, largestShare: {value: 0.5}});
    expect(found.concentration.value).toBeCloseTo(0.5, 15);
    expect(found).not.toHaveProperty("depthUp");
  });

  test("depth is the sum over the tickers that tell it, each side by itself", () => {
    const venues = [venue("A", 20, 1000, 400), venue("B", 50, 500), venue("C", 5)];
    const found = liquidityOf({venues}).venues!;
    expect(found).toMatchObject({depthUp: {value: 1500}, depthDown: {value: 400}});
    expect(found.depthUp).toMatchObject({quantity: "depth", unit: "USD"});
  });

  test("no volume at all is no market, and no venues are an abstention", () => {
    expect(liquidityOf({venues: [venue("A", 0)]})).not.toHaveProperty("venues");
    expect(abstentionOf("depth", {state})?.reason).toEqual({kind: "no-order-books"});
  });
});
