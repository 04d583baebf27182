import {expect, test} from "vitest";
import {requireSample} from "../../src/stats/requireSample.ts";

test("counts the values it lets through", () => {
  expect(requireSample("f", new Float64Array([1, 2]), 2)).toBe(2);
});

test("refuses too few values and values that are no numbers, and shows them", () => {
  expect(() => requireSample("f", [], 1)).toThrow(
    new RangeError("f needs 1 or more values: got 0"),
  );
  expect(() => requireSample("f", [1, Number.NaN], 1)).toThrow(
    "f needs finite values: got NaN at index 1",
  );
  expect(() => requireSample("f", [-Infinity], 1)).toThrow(RangeError);
});
