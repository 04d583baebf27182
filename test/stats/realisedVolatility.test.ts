import {expect, test} from "vitest";
import {realisedVolatility} from "../../src/stats/realisedVolatility.ts";

test("is the sample deviation times the root of 365", () => {
  expect(realisedVolatility([0.01, -0.01])).toBeCloseTo(0.01 * Math.sqrt(2) * Math.sqrt(365), 14);
});

test("takes another calendar when told", () => {
  const returns = [0.01, 0.03, -0.02];
  expect(realisedVolatility(returns, 252) / realisedVolatility(returns)).toBeCloseTo(
    Math.sqrt(252 / 365),
    14,
  );
});

test("is 0 for returns that do not move", () => {
  expect(realisedVolatility([0.001, 0.001, 0.001])).toBe(0);
});

test("refuses a single return and an empty calendar", () => {
  expect(() => realisedVolatility([0.01])).toThrow(
    "realisedVolatility needs 2 or more values: got 1",
  );
  expect(() => realisedVolatility([0.01, 0.02], 0)).toThrow(RangeError);
});
