import {expect, test} from "vitest";
import {pearson} from "../../src/stats/pearson.ts";
import {varianceShares} from "../../src/stats/varianceShares.ts";
import {chance} from "./random.ts";

function days(n: number) {
  const source = chance(12);
  const draw = () => Array.from({length: n}, () => source.normal());
  const benchmark = draw();
  const sector = draw().map((value, i) => value + 0.8 * benchmark[i]!);
  const own = draw();
  const asset = own.map((value, i) => 0.02 * (benchmark[i]! + 0.5 * sector[i]! + value));
  return {asset, benchmark, sector};
}

test("agrees with R², from the normal equations", () => {
  const {asset, benchmark, sector} = days(200);
  const [yb, ys, bs] = [
    pearson(asset, benchmark),
    pearson(asset, sector),
    pearson(benchmark, sector),
  ];
  const both = (yb ** 2 + ys ** 2 - 2 * yb * ys * bs) / (1 - bs ** 2);
  const shares = varianceShares(asset, benchmark, sector);
  expect(shares.benchmark).toBeCloseTo(yb ** 2, 12);
  expect(shares.sector).toBeCloseTo(both - yb ** 2, 12);
  expect(shares.own).toBeCloseTo(1 - both, 12);
});

test("adds up to 1, whatever the unit and offset", () => {
  const {asset, benchmark, sector} = days(90);
  const sum = ({benchmark: a, sector: b, own}: ReturnType<typeof varianceShares>) => a + b + own;
  const plain = varianceShares(asset, benchmark, sector);
  expect(sum(plain)).toBeCloseTo(1, 15);
  const other = varianceShares(
    asset.map(value => 1e6 + 100 * value),
    benchmark.map(value => -value),
    sector.map(value => 3 * value),
  );
  expect(other.benchmark).toBeCloseTo(plain.benchmark, 7);
  expect(other.sector).toBeCloseTo(plain.sector, 7);
});

test("gives the sector nothing when it is the benchmark, or does not move", () => {
  const {asset, benchmark} = days(60);
  const again = varianceShares(
    asset,
    benchmark,
    benchmark.map(value => 2 * value + 1),
  );
  expect(again.sector).toBe(0);
  expect(again).toEqual(varianceShares(asset, benchmark, new Array(60).fill(0)));
});

test("gives all to what explains all", () => {
  const {benchmark, sector} = days(60);
  expect(varianceShares(benchmark, benchmark, sector).benchmark).toBeCloseTo(1, 14);
  const {own} = varianceShares(
    sector.map((value, i) => value - 2 * benchmark[i]!),
    benchmark,
    sector,
  );
  expect(own).toBeGreaterThanOrEqual(0);
  expect(own).toBeLessThan(1e-14);
});

test("refuses constants, too few days and no numbers", () => {
  const refuse = (...args: [number[], number[], number[]]) =>
    expect(() => varianceShares(...args)).toThrow(RangeError);
  refuse([1, 1, 1, 1], [1, 2, 3, 4], [1, 3, 2, 4]);
  refuse([1, 2, 3, 4], [1, 1, 1, 1], [1, 3, 2, 4]);
  refuse([1, 2, 3], [1, 3, 2], [2, 1, 3]);
  refuse([1, 2, 3, 4], [1, 3, 2, 4], [1, 2]);
  refuse([1, 2, 3, Number.NaN], [1, 3, 2, 4], [1, 2, 4, 3]);
});
