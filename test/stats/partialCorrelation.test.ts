import {expect, test} from "vitest";
import {midRanks} from "../../src/stats/midRanks.ts";
import {partialCorrelation} from "../../src/stats/partialCorrelation.ts";
import {pearson} from "../../src/stats/pearson.ts";
import {regressionSlope} from "../../src/stats/regressionSlope.ts";
import {spearman} from "../../src/stats/spearman.ts";
import {chance} from "./random.ts";

function sample(n: number, own: number) {
  const source = chance(11);
  const z = Array.from({length: n}, () => source.normal());
  const follow = () => z.map(value => value + own * source.normal());
  return {x: follow(), y: follow(), z};
}

/** The residuals of the ranks of values on the ranks of z. */
function residuals(values: number[], z: number[]): number[] {
  const slope = regressionSlope(midRanks(z), midRanks(values));
  const zRanks = midRanks(z);
  return [...midRanks(values)].map((rank, i) => rank - slope * zRanks[i]!);
}

test("is the correlation of what regressions on z leave of the ranks", () => {
  const {x, y, z} = sample(60, 1);
  const slow = pearson(residuals(x, z), residuals(y, z));
  expect(partialCorrelation(x, y, z)).toBeCloseTo(slow, 12);
});

test("is near 0 for two that only follow the third, and keeps a link of their own", () => {
  const {x, y, z} = sample(1000, 1);
  expect(spearman(x, y).rho).toBeGreaterThan(0.4);
  expect(Math.abs(partialCorrelation(x, y, z))).toBeLessThan(0.1);
  const linked = y.map((value, i) => value + 2 * (x[i]! - z[i]!));
  expect(partialCorrelation(x, linked, z)).toBeGreaterThan(0.7);
});

test("is rho itself when z has nothing to do with either", () => {
  const x = [1, 2, 3, 4, 5, 6, 7];
  const y = [5, 4, 3, 7, 6, 2, 1];
  expect(partialCorrelation(x, y, [4, 7, 1, 3, 5, 2, 6])).toBeCloseTo(spearman(x, y).rho, 12);
});

test("never leaves -1 to 1", () => {
  const {x, z} = sample(50, 0.01);
  expect(partialCorrelation(x, x, z)).toBe(1);
  expect(
    partialCorrelation(
      x,
      x.map(value => -value),
      z,
    ),
  ).toBe(-1);
});

test("refuses what has no answer", () => {
  const refuse = (...args: [number[], number[], number[]]) =>
    expect(() => partialCorrelation(...args)).toThrow(RangeError);
  refuse([1, 2, 3], [1, 3, 2], [2, 1, 3]);
  refuse([1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3]);
  refuse([1, 2, 3, 4], [1, 3, 2, 4], [1, 1, 1, 1]);
  refuse([1, 2, 3, 4], [1, 3, 2, 4], [1, 2, 3, 4]);
  refuse([1, 2, 3, 4], [1, 3, 2, Number.NaN], [1, 2, 4, 3]);
});
