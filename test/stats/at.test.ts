import {expect, test} from "vitest";
import {at} from "../../src/stats/at.ts";

test("gives what is there, also of typed arrays", () => {
  expect(at(["a", "b"], 1)).toBe("b");
  expect(at(new Float64Array([0, 2]), 0)).toBe(0);
});

test.each([-1, 2, 0.5, Number.NaN])("refuses the index %d of two elements", index => {
  expect(() => at([1, 2], index)).toThrow(RangeError);
});
