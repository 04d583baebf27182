import {expect, test} from "vitest";
import {mean} from "../../src/stats/mean.ts";
import {lew, lottery, mavro, michelso, numAcc, piDigits} from "./nist.ts";

test("agrees with NIST's certified means", () => {
  expect(mean([10000001, 10000003, 10000002])).toBe(10000002);
  expect(mean(piDigits())).toBe(4.5348);
  expect(mean(lottery)).toBeCloseTo(518.95871559633, 11);
  expect(mean(lew)).toBe(-177.435);
  expect(mean(mavro)).toBe(2.001856);
  expect(mean(michelso)).toBe(299.8524);
  expect(mean(numAcc(1.2, 1.1, 1.3))).toBeCloseTo(1.2, 15);
  expect(mean(numAcc(10000000.2, 10000000.1, 10000000.3))).toBeCloseTo(10000000.2, 8);
});

test("is the value itself for a single one", () => {
  expect(mean([0.1])).toBe(0.1);
});

test("refuses nothing and values that are no numbers", () => {
  expect(() => mean([])).toThrow(RangeError);
  expect(() => mean([1, Number.NaN])).toThrow(RangeError);
});
