import {expect, test} from "vitest";
import {ascendingOrder} from "../../src/stats/ascendingOrder.ts";

test("runs from the smallest value to the largest, ties in their order", () => {
  expect([...ascendingOrder([30, 10, 20, 10])]).toEqual([1, 3, 2, 0]);
});

test("sorts as numbers, not as text", () => {
  expect([...ascendingOrder([9, 10, -1])]).toEqual([2, 0, 1]);
});

test("refuses values without an order", () => {
  expect(() => ascendingOrder([1, Number.NaN])).toThrow(RangeError);
});
