import {expect, test} from "vitest";
import {maxDrawdown} from "../../src/stats/maxDrawdown.ts";

test("is the deepest fall from an earlier peak", () => {
  expect(maxDrawdown([100, 120, 90, 110])).toEqual({depth: 0.25, peak: 1, trough: 2});
  expect(maxDrawdown([10, 5, 100, 60])).toEqual({depth: 0.5, peak: 0, trough: 1});
});

test("does not take a low before the peak", () => {
  expect(maxDrawdown([1, 100, 80]).depth).toBeCloseTo(0.2, 15);
});

test("is 0 for a series that never fell", () => {
  expect(maxDrawdown([1, 2, 2, 3])).toEqual({depth: 0, peak: 0, trough: 0});
  expect(maxDrawdown([5])).toEqual({depth: 0, peak: 0, trough: 0});
});

test("gives the first of equal falls", () => {
  expect(maxDrawdown([4, 2, 4, 2])).toEqual({depth: 0.5, peak: 0, trough: 1});
});

test("refuses nothing and prices that are none", () => {
  expect(() => maxDrawdown([])).toThrow(RangeError);
  expect(() => maxDrawdown([1, 0])).toThrow("maxDrawdown needs positive prices: 0 at 1");
});
