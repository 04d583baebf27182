import {expect, test} from "vitest";
import {requirePairs} from "../../src/stats/requirePairs.ts";

test("counts the pairs it lets through", () => {
  expect(requirePairs("f", [1, 2], [3, 4], 2)).toBe(2);
});

test("refuses unequal lengths, too few pairs and values that are no numbers", () => {
  expect(() => requirePairs("f", [1, 2], [3], 1)).toThrow("f needs pairs: got 2 x and 1 y");
  expect(() => requirePairs("f", [1], [3], 2)).toThrow(RangeError);
  expect(() => requirePairs("f", [1], [Number.NaN], 1)).toThrow(RangeError);
  expect(() => requirePairs("f", [Infinity], [1], 1)).toThrow(RangeError);
});
