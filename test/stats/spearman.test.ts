import {expect, test} from "vitest";
import {midRanks} from "../../src/stats/midRanks.ts";
import {spearman} from "../../src/stats/spearman.ts";
import {haveMarketData, readCloses} from "./marketData.ts";
import {chance} from "./random.ts";
import {windowsOfBittensor} from "./windows.ts";

/** The influence values as they are defined, in O(n²). */
function slowVariance(x: number[], y: number[]): number {
  const n = x.length;
  const u = [...midRanks(x)].map(rank => (rank - 0.5) / n);
  const v = [...midRanks(y)].map(rank => (rank - 0.5) / n);
  const average = (values: number[]) => values.reduce((a, b) => a + b, 0) / n;
  const h = x.map((_, i) => {
    const a = average(v.map((score, j) => (x[j]! >= x[i]! ? score : 0)));
    const b = average(u.map((score, j) => (y[j]! >= y[i]! ? score : 0)));
    return 12 * (u[i]! * v[i]! + a + b);
  });
  return average(h.map(value => (value - average(h)) ** 2)) / n;
}

test("is 1 - 6 sum d² / (n (n² - 1)) without ties", () => {
  // ranks of y 2, 1, 5, 3, 4 differ by 1, 1, 2, 1, 1: 1 - 6 × 8 / 120
  expect(spearman([1, 2, 3, 4, 5], [2, 1, 5.5, 2.5, 5]).rho).toBeCloseTo(0.6, 14);
  expect(spearman([1, 2, 3], [9, 4, 1]).rho).toBe(-1);
});

test("gives ties mid-ranks, as R's cor(method = 'spearman') does", () => {
  // ranks (1, 2.5, 2.5, 4) and (1, 2, 3, 4): 4.5 / sqrt(4.5 × 5)
  expect(spearman([1, 2, 2, 3], [1, 2, 3, 4]).rho).toBeCloseTo(4.5 / Math.sqrt(22.5), 14);
});

test("has the variance that its definition gives, with and without ties", () => {
  const {normal} = chance(2);
  const x = Array.from({length: 120}, normal);
  const y = x.map(value => value + normal());
  const coarse = (values: number[]) => values.map(value => Math.round(2 * value));
  expect(spearman(x, y).variance).toBeCloseTo(slowVariance(x, y), 14);
  expect(spearman(coarse(x), coarse(y)).variance).toBeCloseTo(
    slowVariance(coarse(x), coarse(y)),
    14,
  );
});

test("has about the variance 1 / n for independent series", () => {
  const {normal} = chance(3);
  const x = Array.from({length: 5000}, normal);
  const y = Array.from({length: 5000}, normal);
  expect(spearman(x, y).variance * 5000).toBeCloseTo(1, 1);
});

test("does not move with any rising transformation", () => {
  const x = [0.3, -1, 2, 5, 0.1, 0.2];
  const y = [1, -2, 2, 3, 4, 0];
  expect(
    spearman(
      x.map(Math.exp),
      y.map(value => 1e9 + value),
    ),
  ).toEqual(spearman(x, y));
});

test.skipIf(!haveMarketData)(
  "agrees with the record on TAO and BTC (needs the recorded data)",
  () => {
    const {window, baseline} = windowsOfBittensor(readCloses(), 60);
    const now = spearman(window.x, window.y);
    const before = spearman(baseline.x, baseline.y);
    expect(now.rho).toBeCloseTo(0.7746, 5);
    expect(now.variance).toBeCloseTo(0.00312092, 8);
    expect(before.rho).toBeCloseTo(0.65767, 5);
    expect(before.variance).toBeCloseTo(0.00168918, 8);
  },
);

test("refuses a constant and fewer than three pairs", () => {
  expect(() => spearman([1, 1, 1], [1, 2, 3])).toThrow(RangeError);
  expect(() => spearman([1, 2], [1, 2])).toThrow(RangeError);
});
