import {expect, test} from "vitest";
import {ewmaScaled} from "../../src/stats/ewmaScaled.ts";

test("divides by the size expected of the day, by hand", () => {
  // start (2 + 4) / 2 = 3, then 0.5 * 3 + 0.5 * 2 = 2.5
  expect([...ewmaScaled([2, -4], 0.5)]).toEqual([2 / 3, -4 / 2.5]);
});

test("uses no day to come, from the twentieth on", () => {
  const values = Array.from({length: 50}, (_, i) => Math.sin(i * i));
  const changed = values.with(40, 100);
  expect(ewmaScaled(changed).subarray(0, 40)).toEqual(ewmaScaled(values).subarray(0, 40));
});

test("is the same in any unit, and keeps zeros", () => {
  const values = [0.01, 0, -0.02, 0.03];
  const scaled = ewmaScaled(values.map(value => 1000 * value));
  ewmaScaled(values).forEach((value, i) => void expect(scaled[i]).toBeCloseTo(value, 12));
  expect(scaled[1]).toBe(0);
});

test("serves a series that begins with standstill, and a long standstill after a start", () => {
  const late = ewmaScaled([...new Array(30).fill(0), 1, -1]);
  expect(late.every(Number.isFinite)).toBe(true);
  expect(late[30]).toBeGreaterThan(0);
  const early = ewmaScaled([1, ...new Array(20_000).fill(0)]);
  expect(early.every(Number.isFinite)).toBe(true);
});

test("refuses nothing, no numbers, zeros alone and decays that do not decay", () => {
  expect(() => ewmaScaled([])).toThrow(RangeError);
  expect(() => ewmaScaled([1, Number.NaN])).toThrow(RangeError);
  expect(() => ewmaScaled([0, 0])).toThrow("ewmaScaled needs values other than 0");
  expect(() => ewmaScaled([1], 1)).toThrow(RangeError);
  expect(() => ewmaScaled([1], 0)).toThrow(RangeError);
});
