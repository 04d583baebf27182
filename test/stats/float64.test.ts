import {expect, test} from "vitest";
import {float64} from "../../src/stats/float64.ts";

test("copies what is stored otherwise, and nothing else", () => {
  const stored = new Float64Array([1, 2]);
  expect(float64(stored)).toBe(stored);
  expect(float64([1, 2])).toEqual(stored);
  expect(float64(new Int16Array([1, 2]))).toEqual(stored);
});
