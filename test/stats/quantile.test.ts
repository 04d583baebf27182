import {expect, test} from "vitest";
import {quantile, quantileSorted} from "../../src/stats/quantile.ts";

test("is R's default, type 7", () => {
  // quantile(c(1, 3, 4, 8, 13, 21), c(0.1, 0.25, 0.5, 0.9)) in R: 2, 3.25, 6, 17
  const values = [21, 1, 8, 3, 13, 4];
  const answers = [0.1, 0.25, 0.5, 0.9].map(p => quantile(values, p));
  for (const [i, known] of [2, 3.25, 6, 17].entries()) expect(answers[i]).toBeCloseTo(known, 12);
});

test("is the smallest value at 0 and the largest at 1", () => {
  expect(quantile([3, 1, 2], 0)).toBe(1);
  expect(quantile([3, 1, 2], 1)).toBe(3);
  expect(quantile([7], 0.3)).toBe(7);
});

test("leaves the input as it was", () => {
  const values = [3, 1, 2];
  quantile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});

test("agrees with itself on sorted values", () => {
  expect(quantileSorted([1, 3, 4, 8, 13, 21], 0.37)).toBe(quantile([21, 1, 8, 3, 13, 4], 0.37));
});

test("refuses nothing, and a p outside 0 to 1", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  expect(() => quantileSorted([], 0.5)).toThrow(RangeError);
  expect(() => quantile([1], 1.01)).toThrow("quantile needs p from 0 to 1: got 1.01");
  expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
});
