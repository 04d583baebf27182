import {expect, test} from "vitest";
import {modifiedZ} from "../../src/stats/modifiedZ.ts";

test("measures from the median in units of the MAD", () => {
  // median 3, absolute deviations 2, 1, 0, 1, 97: MAD 1
  expect(modifiedZ([1, 2, 3, 4, 100])).toEqual([-1.349, -0.6745, 0, 0.6745, 0.6745 * 97]);
});

test("takes the mean absolute deviation when the MAD is 0", () => {
  // median 5, deviations 0, 0, 0, 0, 10: mean 2
  expect(modifiedZ([5, 5, 5, 5, 15])!.at(-1)).toBeCloseTo(10 / (1.253314 * 2), 12);
});

test("makes no test of equal values", () => {
  expect(modifiedZ([0.1, 0.1, 0.1])).toBeUndefined();
  expect(modifiedZ([4])).toBeUndefined();
});

test("does not move with offset or scale", () => {
  const plain = modifiedZ([1, 2, 4, 8, 16])!;
  expect(modifiedZ([1, 2, 4, 8, 16].map(value => 1e9 + 8 * value))).toEqual(plain);
});

test("refuses nothing", () => {
  expect(() => modifiedZ([])).toThrow(RangeError);
});
