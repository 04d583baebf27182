import {expect, test} from "vitest";
import {median} from "../../src/stats/median.ts";

test("is the middle value, or the mean of the two in the middle", () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([100, 1, 7, 3])).toBe(5);
  expect(median([4])).toBe(4);
});

test("does not move with an extreme value", () => {
  expect(median([1, 2, 3, 4, 1e300])).toBe(3);
});

test("refuses nothing", () => {
  expect(() => median([])).toThrow("median needs 1 or more values: got 0");
});
