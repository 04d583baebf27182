import {expect, test} from "vitest";
import {rollingRankDependence} from "../../src/stats/rollingRankDependence.ts";
import {rollingSpearman} from "../../src/stats/rollingSpearman.ts";
import {chance} from "./random.ts";

const days = 300;
const {normal} = chance(31);
const x = Float64Array.from({length: days}, normal);
const y = x.map(value => value + normal());

function roll(a: Float64Array, b: Float64Array, window: number): Float64Array {
  const into = new Float64Array(a.length);
  rollingRankDependence(a, window)(b, into);
  return into;
}

const rounded = (values: Float64Array) => values.map(value => Math.round(value * 2));

test.each([
  ["distinct values", x, y],
  ["ties", rounded(x), rounded(y)],
  ["huge and tiny values", x.map(value => value * 1e200), y.map(value => value * 1e-200)],
])("is rollingSpearman's rho with %s", (_, a, b) => {
  for (const window of [3, 30, 90]) {
    const found = roll(a, b, window);
    const expected = new Float64Array(days).fill(Number.NaN);
    for (const {end, rho} of rollingSpearman(a, b, window)) expected[end] = rho;
    found.forEach((rho, t) => {
      if (Number.isNaN(expected[t]!)) expect(rho).toBeNaN();
      else expect(Math.abs(rho - expected[t]!)).toBeLessThan(1e-14);
    });
  }
});

test("has no rho while a missing day is in the window, and the right one after", () => {
  for (const gap of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const found = roll(x, y.with(100, gap), 30);
    const whole = roll(x, y, 30);
    expect(found.slice(100, 130).every(Number.isNaN)).toBe(true);
    expect(found.slice(130)).toEqual(whole.slice(130));
    expect(found.slice(0, 100)).toEqual(whole.slice(0, 100));
    expect(roll(x.with(100, gap), y, 30).slice(100, 130).every(Number.isNaN)).toBe(true);
  }
});

test("has no rho of a constant, and none before the window is full", () => {
  expect(roll(x, new Float64Array(days), 30).every(Number.isNaN)).toBe(true);
  expect(roll(x, y, 30).findIndex(rho => !Number.isNaN(rho))).toBe(29);
  expect(roll(x.slice(0, 10), y.slice(0, 10), 30).every(Number.isNaN)).toBe(true);
});

test("serves coin after coin from the same memory", () => {
  const ranks = rollingRankDependence(x, 30);
  const [first, again] = [new Float64Array(days), new Float64Array(days)];
  ranks(y, first);
  ranks(y.toReversed(), again);
  ranks(y, again);
  expect(again).toEqual(first);
});

test("refuses windows and lengths that are none", () => {
  for (const window of [2, 3.5, 1001, Number.NaN])
    expect(() => rollingRankDependence(x, window)).toThrow(RangeError);
  expect(() => roll(x, y.slice(1), 30)).toThrow(RangeError);
});
