import {expect, test} from "vitest";
import {alignReturns} from "../../src/stats/alignReturns.ts";

const day = (n: number, value: number) => ({date: `2026-01-0${n}`, value});

test("keep the days both have, with both values", () => {
  expect(
    alignReturns([day(1, 10), day(2, 20), day(4, 40)], [day(2, 2), day(3, 3), day(4, 4)]),
  ).toEqual({
    dates: ["2026-01-02", "2026-01-04"],
    x: [20, 40],
    y: [2, 4],
  });
});

test("are empty when no day is shared", () => {
  expect(alignReturns([day(1, 1)], [])).toEqual({dates: [], x: [], y: []});
});

test("keep a return of 0", () => {
  expect(alignReturns([day(1, 0)], [day(1, 0)]).x).toEqual([0]);
});

test("refuse days out of order", () => {
  expect(() => alignReturns([day(2, 1), day(1, 1)], [])).toThrow(
    "alignReturns needs ascending days: 2026-01-01 at 1",
  );
  expect(() => alignReturns([], [day(1, 1), day(1, 1)])).toThrow(RangeError);
});
