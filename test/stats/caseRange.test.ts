import {expect, test} from "vitest";
import {caseRange} from "../../src/stats/caseRange.ts";

test("gives the prices at seven probabilities", () => {
  const outcomes = Array.from({length: 101}, (_, i) => (i - 50) / 100);
  const range = caseRange(outcomes, 200);
  expect(range.p50).toBe(200);
  expect(range.p5).toBeCloseTo(200 * Math.exp(-0.45), 10);
  expect(range.p10).toBeCloseTo(200 * Math.exp(-0.4), 10);
  expect(range.p25).toBeCloseTo(200 * Math.exp(-0.25), 10);
  expect(range.p75).toBeCloseTo(200 * Math.exp(0.25), 10);
  expect(range.p90).toBeCloseTo(200 * Math.exp(0.4), 10);
  expect(range.p95).toBeCloseTo(200 * Math.exp(0.45), 10);
});

test("serves a price far below a cent", () => {
  expect(caseRange([0], 1e-10).p50).toBe(1e-10);
});

test("refuses outcomes out of order, none, and prices that are none", () => {
  expect(() => caseRange([1, 0], 1)).toThrow("caseRange needs ascending outcomes: 0 at index 1");
  expect(() => caseRange([Number.NaN], 1)).toThrow(RangeError);
  expect(() => caseRange([], 1)).toThrow(RangeError);
  expect(() => caseRange([0], 0)).toThrow(RangeError);
  expect(() => caseRange([800], 1)).toThrow(RangeError);
});
