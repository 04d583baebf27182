import {expect, test} from "vitest";
import {tailDependence} from "../../src/stats/tailDependence.ts";
import {chance} from "./random.ts";

const rising = Array.from({length: 100}, (_, i) => i);

test("counts the days that are in both worst tenths", () => {
  const y = rising.map(value => (value < 4 ? value - 1000 : 100 - value));
  expect(tailDependence(rising, y)).toEqual({
    share: 0.4,
    both: 4,
    benchmarkDays: 10,
    assetDays: 10,
    expected: 0.1,
    n: 100,
  });
});

test("is 1 for the same series and 0 for the opposite one", () => {
  expect(tailDependence(rising, rising).share).toBe(1);
  expect(
    tailDependence(
      rising,
      rising.map(value => -value),
    ).share,
  ).toBe(0);
});

test("is about q for unrelated series", () => {
  const {normal} = chance(10);
  const x = Array.from({length: 20_000}, normal);
  const y = Array.from({length: 20_000}, normal);
  expect(Math.abs(tailDependence(x, y, 0.25).share - 0.25)).toBeLessThan(0.02);
});

test("takes q n days whenever that is whole, rounding or not", () => {
  for (const q of [0.1, 0.3, 0.07, 0.29, 0.57]) {
    expect(tailDependence(rising, rising, q).benchmarkDays).toBe(Math.round(100 * q));
  }
});

test("takes equal values in or leaves them out together", () => {
  const stale = rising.map(value => Math.max(50, value));
  expect(tailDependence(rising, stale)).toMatchObject({share: 0, assetDays: 0});
  expect(() => tailDependence(stale, rising)).toThrow(RangeError);
});

test("refuses too few days and a q that is no share", () => {
  expect(() => tailDependence([1, 2, 3], [1, 2, 3])).toThrow(
    "tailDependence needs 10 or more values",
  );
  expect(() => tailDependence(rising, rising, 1)).toThrow(RangeError);
  expect(() => tailDependence(rising, rising, Number.NaN)).toThrow(RangeError);
});
