import {expect, test} from "vitest";
import {percentileRank} from "../../src/stats/percentileRank.ts";

test("is the share below, plus half the share equal", () => {
  expect(percentileRank([1, 2, 3, 4], 3)).toBe(0.625);
  expect(percentileRank([1, 2, 3, 4], 2.5)).toBe(0.5);
  expect(percentileRank([5, 5, 5], 5)).toBe(0.5);
});

test("is 0 below all and 1 above all", () => {
  expect(percentileRank([1, 2], 0)).toBe(0);
  expect(percentileRank([1, 2], 3)).toBe(1);
});

test("refuses nothing, and an x that is no number", () => {
  expect(() => percentileRank([], 1)).toThrow(RangeError);
  expect(() => percentileRank([1], Number.NaN)).toThrow("percentileRank needs a finite x: got NaN");
});
