import {expect, test} from "vitest";
import {sum} from "../../src/stats/sum.ts";

test("keeps the digits that plain addition drops", () => {
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(new Array(10).fill(0.1))).toBe(1);
});

test("is 0 for nothing", () => {
  expect(sum([])).toBe(0);
});

test("refuses a sum that is not finite", () => {
  expect(() => sum([1e308, 1e308])).toThrow(RangeError);
  expect(() => sum([Number.NaN])).toThrow(RangeError);
});
