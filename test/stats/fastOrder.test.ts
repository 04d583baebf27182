import {expect, test} from "vitest";
import {fastOrder} from "../../src/stats/fastOrder.ts";
import {chance} from "./random.ts";

function sorted(values: readonly number[]): number[] {
  const order = Uint16Array.from(values, (_, i) => i);
  fastOrder(Math.max(1, values.length))(Float64Array.from(values), order, values.length);
  return [...order].map(i => values[i]!);
}

const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);

test("sorts what single precision cannot tell apart, and what it cannot hold", () => {
  const {normal} = chance(1);
  for (const size of [1, 1e-12, 1e-60, 1e60, 1e300]) {
    const values = Array.from({length: 300}, () => normal() * size);
    expect(sorted(values)).toEqual(ascending(values));
  }
  const near = Array.from({length: 300}, () => 1 + normal() * 1e-13);
  expect(sorted(near)).toEqual(ascending(near));
});

test("sorts signs, zeros, ties and single values", () => {
  expect(sorted([3, -1, 0, -2, 3, -1])).toEqual([-2, -1, -1, 0, 3, 3]);
  expect(sorted([7])).toEqual([7]);
  expect(sorted([5, 5, 5])).toEqual([5, 5, 5]);
});

test("leaves indices beyond n and values out of the sample alone", () => {
  const order = new Uint16Array([2, 0, 9]);
  fastOrder(5)(new Float64Array([3, 100, 1]), order, 2);
  expect([...order]).toEqual([2, 0, 9]);
});

test("refuses a size that is no whole number from 1 to 65,536", () => {
  for (const most of [0, -1, 1.5, Number.NaN, 65_537])
    expect(() => fastOrder(most)).toThrow(RangeError);
});
