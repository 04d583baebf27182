import {assert, double, property} from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {
  abstentionOf,
  closes,
  covariance,
  datum,
  daysBack,
  deviationOf,
  findingOf,
  lastDay,
  meanOf,
  returns,
  returnsOf,
  series,
} from "./markets.ts";

const days = 500;
const bitcoin = returns(11, days);
const own = returns(12, days, 0.02).map((value, t) => value + bitcoin[t]!);
const data = {
  close: series("close.own", closes(20, own)),
  benchmarkClose: series("close.btc", closes(60_000, bitcoin)),
};
const risk = findingOf("risk", data)!;
const newest = data.close.values.at(-1)!;
const since = (from: string, of = data.close) =>
  [...returnsOf(of)].filter(([day]) => day >= from).map(([, value]) => value);

test("volatility is the standard deviation of the last days' log returns, for a year of 365", () => {
  for (const {window, figure, days: counted} of risk.volatility) {
    const values = since(addDays(lastDay, 1 - window));
    expect(counted.value).toBe(window);
    expect(figure.value).toBeCloseTo(deviationOf(values) * Math.sqrt(365), 11);
  }
  expect(risk.volatility.map(({window}) => window)).toEqual([30, 90]);
  const reference = since(addDays(lastDay, -89), data.benchmarkClose);
  expect(risk.benchmarkVolatility!.value).toBeCloseTo(deviationOf(reference) * Math.sqrt(365), 11);
});

test("the day is held against the standard deviation of the 30 days before it, and is none of them", () => {
  const changes = since(addDays(lastDay, -30)).map(value => Math.expm1(value));
  const before = deviationOf(changes.slice(0, -1));
  expect(risk.day!.days.value).toBe(30);
  expect(risk.day!.usual).toMatchObject({quantity: "daily-volatility"});
  expect(risk.day!.usual.value).toBeCloseTo(before, 11);
  expect(risk.day!.deviations.value).toBeCloseTo(Math.abs(Math.expm1(own.at(-1)!)) / before, 9);
});

test("no size of a day is capped by the day itself", () => {
  assert(
    property(double({min: 0.01, max: 2.5, noNaN: true}), size => {
      const jump = {...data, close: series("close.own", closes(20, [...own.slice(0, -1), size]))};
      const {usual, deviations} = findingOf("risk", jump)!.day!;
      expect(usual.value).toBeCloseTo(risk.day!.usual.value, 12);
      expect(deviations.value).toBeCloseTo(Math.expm1(size) / usual.value, 6);
    }),
    {numRuns: 20},
  );
});

test("of a day that ends between closes only the days count that were over when it began", () => {
  const close = series("close.own", data.close.values, daysBack(days + 1));
  for (const hour of ["02", "12", "22"]) {
    const at = `2026-03-20T${hour}:00:00Z`;
    const state = {price: datum(20, at), change24h: datum(0.1, at)};
    const {usual} = findingOf("risk", {...data, close, asOf: at, state})!.day!;
    const over = since(addDays(lastDay, -30)).slice(0, -1);
    expect(usual.value).toBeCloseTo(deviationOf(over.map(value => Math.expm1(value))), 12);
  }
});

test("the benchmark's volatility beside a young coin's is over the days that the coin has", () => {
  for (const days of [58, 70, 85]) {
    const young = {...data, close: series("close.own", closes(20, own.slice(-days)))};
    const {volatility, benchmarkVolatility} = findingOf("risk", young)!;
    expect(volatility.at(-1)).toMatchObject({window: 90, days: {value: days}});
    const beside = since(addDays(lastDay, 1 - days), data.benchmarkClose);
    expect(benchmarkVolatility!.value).toBeCloseTo(deviationOf(beside) * Math.sqrt(365), 11);
  }
});

test("the deepest fall is that of the worst pair of a close and a later one", () => {
  const {values, dates} = data.close;
  const pairs = values.flatMap((peak, i) =>
    values.slice(i).map((trough, k) => ({depth: 1 - trough / peak, from: i, to: i + k})),
  );
  const worst = pairs.reduce((a, b) => (b.depth > a.depth ? b : a));
  expect(risk.drawdown).toMatchObject({
    peak: {day: dates[worst.from], figure: {value: values[worst.from]}},
    trough: {day: dates[worst.to], figure: {value: values[worst.to]}},
    since: dates[0],
  });
  expect(risk.drawdown.figure.value).toBeCloseTo(worst.depth, 12);
});

test("the newest price lies below the highest close, or nothing is said of it", () => {
  expect(risk.fromPeak!.value).toBeCloseTo(1 - newest / Math.max(...data.close.values), 12);
  const high = {price: datum(2 * Math.max(...data.close.values))};
  expect(findingOf("risk", {...data, state: high})!.fromPeak).toBeUndefined();
});

describe("beside the benchmark, over the last 365 days with both", () => {
  const x = bitcoin.slice(-365);
  const y = own.slice(-365);

  test("the worst tenths of both are counted day by day", () => {
    const worst = (values: readonly number[]) => {
      const limit = values.toSorted((a, b) => a - b)[Math.round(values.length / 10) - 1]!;
      return values.map(value => value <= limit);
    };
    const [bad, worse] = [worst(x), worst(y)];
    const shared = bad.filter((one, i) => one && worse[i]).length;
    const count = bad.filter(Boolean).length;
    expect(risk.tail).toMatchObject({days: {value: count}, shared: {value: shared}});
    expect(risk.tail!.share.value).toBeCloseTo(shared / count, 12);
    expect(risk.tail!.independent.value).toBeCloseTo(worse.filter(Boolean).length / 365, 12);
  });

  test("downside beta is the slope over the days below the benchmark's mean", () => {
    const mean = meanOf(x);
    const low = x.map((value, i) => ({value, own: y[i]!})).filter(({value}) => value < mean);
    const [lx, ly] = [low.map(one => one.value), low.map(one => one.own)];
    expect(risk.downsideBeta!.value).toBeCloseTo(covariance(lx, ly) / covariance(lx, lx), 9);
  });

  test("nothing is said of too few days, or of the benchmark itself", () => {
    const short = {
      close: series("close.own", closes(20, own.slice(-100))),
      benchmarkClose: series("close.btc", closes(60_000, bitcoin.slice(-100))),
    };
    expect(findingOf("risk", short)).not.toHaveProperty("tail");
    const itself = {...data, asset: {id: "btc", symbol: "BTC", name: "Bitcoin"}};
    expect(findingOf("risk", itself)).not.toHaveProperty("benchmarkVolatility");
  });
});

test("fewer than 20 returns carry no volatility", () => {
  const young = {close: series("close.own", closes(20, own.slice(-19)))};
  expect(abstentionOf("risk", young)?.reason).toEqual({kind: "too-few-days", days: 19, needed: 20});
});

test("a window with gaps counts the returns that it has, and is left out below six tenths", () => {
  const all = daysBack(days + 1);
  const gapped = (every: number) => {
    const kept = all.map((_, i) => i).filter(i => i < days - 90 || i % every !== 1);
    const values = kept.map(i => data.close.values[i]!);
    return series(
      "close.own",
      values,
      kept.map(i => all[i]!),
    );
  };
  const some = gapped(5);
  const counted = findingOf("risk", {close: some})!.volatility.find(({window}) => window === 90)!;
  expect(counted.days.value).toBe(since(addDays(lastDay, -89), some).length);
  expect(counted.days.value).toBeLessThan(60);
  expect(findingOf("risk", {close: gapped(2)})).toBeUndefined();
});
