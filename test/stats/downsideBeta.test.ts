import {expect, test} from "vitest";
import {downsideBeta} from "../../src/stats/downsideBeta.ts";

test("is the slope on days below the benchmark's mean", () => {
  // mean 1; below it -3, -2, -1 with the asset at twice that
  expect(downsideBeta([-3, -2, -1, 5, 6], [-6, -4, -2, 0, 1])).toEqual({beta: 2, days: 3, cut: 1});
});

test("cuts at the mean, not at zero", () => {
  const x = [-1, 1, 2, 3, 20];
  const y = [-1, 1, 2, 3, 0];
  expect(downsideBeta(x, y)).toMatchObject({beta: 1, days: 4, cut: 5});
});

test("refuses too few bad days", () => {
  expect(() => downsideBeta([-9, 1, 1, 1], [1, 2, 3, 4])).toThrow(
    "downsideBeta needs 3 days below the mean: got 1",
  );
  expect(() => downsideBeta([1, 1, 1], [1, 2, 3])).toThrow(RangeError);
});
