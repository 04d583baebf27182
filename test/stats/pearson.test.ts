import {expect, test} from "vitest";
import {pearson} from "../../src/stats/pearson.ts";
import {norris} from "./nist.ts";

test("agrees with a case worked by hand", () => {
  // deviations (-1.5, -0.5, 0.5, 1.5) and (-1.5, 0.5, -0.5, 1.5): 4 / 5
  expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 15);
});

test("agrees with NIST's certified R-squared of the Norris data", () => {
  expect(pearson(norris.x, norris.y) ** 2).toBeCloseTo(0.999993745883712, 13);
});

test("does not move with offset or scale, and never leaves -1 to 1", () => {
  expect(pearson([1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 15);
  expect(pearson([1e-200, 2e-200, 3e-200, 4e-200], [1e200, 3e200, 2e200, 4e200])).toBeCloseTo(0.8);
  expect(pearson([0.1, 0.2, 0.3], [-0.3, -0.6, -0.9])).toBe(-1);
  expect(pearson([1, 2], [5, 9])).toBe(1);
});

test("refuses a constant, whatever it is, and a single pair", () => {
  expect(() => pearson([0.1, 0.1, 0.1], [1, 2, 3])).toThrow(
    "pearson needs values that vary: x is 0.1",
  );
  expect(() => pearson([1, 2, 3], [0.1, 0.1, 0.1])).toThrow("y is 0.1");
  expect(() => pearson([1], [1])).toThrow(RangeError);
});
