import {expect, test} from "vitest";
import {deviations} from "../../src/stats/deviations.ts";

test("are the values less their mean", () => {
  expect([...deviations([1, 2, 6])]).toEqual([-2, -1, 3]);
});

test("keep small differences beside a huge offset", () => {
  const offset = 2 ** 30;
  expect([...deviations([offset + 0.25, offset + 0.5, offset + 0.75])]).toEqual([-0.25, 0, 0.25]);
});

test("are exactly 0 for equal values", () => {
  expect([...deviations(new Array(7).fill(0.1))]).toEqual(new Array(7).fill(0));
  expect([...deviations([3])]).toEqual([0]);
});

test("refuse nothing", () => {
  expect(() => deviations([])).toThrow(RangeError);
});
