import {expect, test} from "vitest";
import {standardDeviation} from "../../src/stats/standardDeviation.ts";
import {lew, lottery, mavro, michelso, numAcc, piDigits} from "./nist.ts";

test("divides by n - 1", () => {
  expect(standardDeviation([1, 3])).toBeCloseTo(Math.SQRT2, 15);
  expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14);
});

test("agrees with NIST's certified values, as far as the data can hold them", () => {
  expect(standardDeviation([10000001, 10000003, 10000002])).toBe(1);
  expect(standardDeviation(piDigits())).toBeCloseTo(2.86733906028871, 13);
  expect(standardDeviation(lottery)).toBeCloseTo(291.699727470969, 11);
  expect(standardDeviation(lew)).toBeCloseTo(277.332168044316, 11);
  expect(standardDeviation(mavro)).toBeCloseTo(0.000429123454003053, 16);
  expect(standardDeviation(michelso)).toBeCloseTo(0.0790105478190518, 14);
  expect(standardDeviation(numAcc(1.2, 1.1, 1.3))).toBeCloseTo(0.1, 14);
  expect(standardDeviation(numAcc(1000000.2, 1000000.1, 1000000.3))).toBeCloseTo(0.1, 9);
  expect(standardDeviation(numAcc(10000000.2, 10000000.1, 10000000.3))).toBeCloseTo(0.1, 8);
});

test("keeps its digits beside a huge offset", () => {
  expect(standardDeviation([1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75])).toBe(0.25);
});

test("neither overflows nor underflows", () => {
  expect(standardDeviation([-1e200, 1e200]) / 1e200).toBeCloseTo(Math.SQRT2, 14);
  expect(standardDeviation([-1e-200, 1e-200]) / 1e-200).toBeCloseTo(Math.SQRT2, 14);
});

test("is exactly 0 for equal values", () => {
  expect(standardDeviation(new Array(9).fill(0.1))).toBe(0);
});

test("refuses a single value", () => {
  expect(() => standardDeviation([1])).toThrow(RangeError);
});
