import {expect, test} from "vitest";
import {dot} from "../../src/stats/dot.ts";

test("sums the products", () => {
  expect(dot(new Float64Array([1, -2, 3]), new Float64Array([4, 5, 6]))).toBe(12);
  expect(dot(new Float64Array(), new Float64Array())).toBe(0);
});

test("needs pairs", () => {
  expect(() => dot(new Float64Array(2), new Float64Array(3))).toThrow(/dot needs pairs: got 2, 3/);
});
