import fc from "fast-check";
import {expect, test} from "vitest";
import {logReturns} from "../../src/stats/logReturns.ts";

test("are dated by the later day", () => {
  const [only, ...rest] = logReturns({dates: ["2026-02-28", "2026-03-01"], values: [100, 110]});
  expect(only!.date).toBe("2026-03-01");
  expect(only!.value).toBeCloseTo(Math.log(1.1), 15);
  expect(rest).toEqual([]);
});

test("leave out a return across a gap", () => {
  const dates = ["2026-01-01", "2026-01-02", "2026-01-04", "2026-01-05"];
  const returns = logReturns({dates, values: [1, 1, 5, 5]});
  expect(returns.map(({date, value}) => [date, value])).toEqual([
    ["2026-01-02", 0],
    ["2026-01-05", 0],
  ]);
});

test("are none for one price or none", () => {
  expect(logReturns({dates: [], values: []})).toEqual([]);
  expect(logReturns({dates: ["2026-01-01"], values: [1]})).toEqual([]);
});

test("tell a change of the last of ten digits", () => {
  const [only] = logReturns({dates: ["2026-01-01", "2026-01-02"], values: [1, 1.000000001]});
  expect(only!.value / 1e-9).toBeCloseTo(1, 2);
});

test("are equal where the ratios are, in whichever digits the prices come", () => {
  const dates = ["2026-01-01", "2026-01-02", "2026-01-04", "2026-01-05"];
  fc.assert(
    fc.property(
      fc.integer({min: 1, max: 400}),
      fc.integer({min: 1, max: 400}),
      fc.integer({min: 1, max: 300}),
      fc.integer({min: 1, max: 300}),
      fc.integer({min: 0, max: 8}),
      (from, to, one, other, digits) => {
        fc.pre(Math.abs(to / from - 1) < 0.5);
        const price = (units: number) => Number(`${units}e-${digits}`);
        const values = [from * one, to * one, from * other, to * other].map(price);
        const [first, second] = logReturns({dates, values});
        expect(first!.value).toBe(second!.value);
      },
    ),
    {numRuns: 2_000, seed: 7},
  );
});

test("survive prices at the ends of the number range", () => {
  const [only] = logReturns({dates: ["2026-01-01", "2026-01-02"], values: [1e-300, 1e300]});
  expect(only!.value).toBeCloseTo(600 * Math.LN10, 10);
});

test("refuse prices that are none, days out of order and unequal lengths", () => {
  const dates = ["2026-01-01", "2026-01-02"];
  for (const bad of [0, -1, Number.NaN, Infinity]) {
    expect(() => logReturns({dates, values: [1, bad]})).toThrow(
      `logReturns needs positive prices: ${bad} on 2026-01-02`,
    );
  }
  expect(() => logReturns({dates: ["2026-01-02", "2026-01-02"], values: [1, 1]})).toThrow(
    RangeError,
  );
  expect(() => logReturns({dates, values: [1]})).toThrow(RangeError);
});
