import {expect, test} from "vitest";
import {regressionSlope} from "../../src/stats/regressionSlope.ts";
import {norris} from "./nist.ts";

test("agrees with NIST's certified slope of the Norris data", () => {
  expect(regressionSlope(norris.x, norris.y)).toBeCloseTo(1.00211681802045, 13);
});

test("keeps its digits for an hour of minute bars timed in epoch milliseconds", () => {
  const start = Date.parse("2026-03-18T00:00:00Z");
  const times = Array.from({length: 60}, (_, i) => start + i * 60_000);
  const prices = times.map((_, i) => 100 + 0.5 * i);
  expect(regressionSlope(times, prices) * 60_000).toBeCloseTo(0.5, 13);
});

test("is 0 for a y that does not move", () => {
  expect(regressionSlope([1, 2, 3], [4, 4, 4])).toBe(0);
});

test("refuses an x that does not move", () => {
  expect(() => regressionSlope([0.1, 0.1, 0.1], [1, 2, 3])).toThrow(
    "regressionSlope needs x that varies: x is 0.1",
  );
});
