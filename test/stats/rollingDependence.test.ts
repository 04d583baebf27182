import {expect, test} from "vitest";
import {pearson} from "../../src/stats/pearson.ts";
import {regressionSlope} from "../../src/stats/regressionSlope.ts";
import {rollingDependence} from "../../src/stats/rollingDependence.ts";
import {chance} from "./random.ts";

const days = 900;
const {normal, uniform} = chance(21);
const x = Float64Array.from({length: days}, () => 0.03 * normal());
const y = x.map(value => 0.8 * value + 0.02 * normal());

function roll(a: Float64Array, b: Float64Array, window: number, fewest = window) {
  const into = {pearson: new Float64Array(a.length), beta: new Float64Array(a.length)};
  rollingDependence(a, window, {fewest})(b, into);
  return into;
}

/** The same by two passes over each window, with `undefined` where there is no answer. */
function slowly(a: Float64Array, b: Float64Array, window: number, fewest: number) {
  const answer = (method: () => number) => {
    try {
      return method();
    } catch {
      return Number.NaN;
    }
  };
  return Array.from(a, (_, t) => {
    const all = Array.from({length: Math.min(window, t + 1)}, (_, i) => t - i);
    const pairs = all.filter(i => Number.isFinite(a[i]! + b[i]!));
    if (pairs.length < fewest) return {r: Number.NaN, beta: Number.NaN};
    const [px, py] = [pairs.map(i => a[i]!), pairs.map(i => b[i]!)];
    return {r: answer(() => pearson(px, py)), beta: answer(() => regressionSlope(px, py))};
  });
}

function expectSame(a: Float64Array, b: Float64Array, window: number, fewest = window): void {
  const {pearson: r, beta} = roll(a, b, window, fewest);
  slowly(a, b, window, fewest).forEach((slow, t) => {
    expect(Number.isNaN(r[t]!), `r on day ${t}`).toBe(Number.isNaN(slow.r));
    expect(Number.isNaN(beta[t]!), `beta on day ${t}`).toBe(Number.isNaN(slow.beta));
    if (!Number.isNaN(slow.r)) expect(Math.abs(r[t]! - slow.r)).toBeLessThan(1e-12);
    const unit = Math.max(Math.abs(slow.beta), Math.abs(slow.beta / (slow.r || 1)), 1e-300);
    if (!Number.isNaN(slow.beta)) expect(Math.abs(beta[t]! - slow.beta) / unit).toBeLessThan(1e-12);
  });
}

const spiked = (values: Float64Array, size: number) => values.with(400, size);

test.each([
  ["normal returns", x, y],
  ["a bad tick of 1e3", x, spiked(y, 1e3)],
  ["a bad tick of the benchmark", spiked(x, 1e3), y],
  ["a quiet coin after a wild one", x, y.map((value, t) => value * (t < 300 ? 1e3 : 1e-6))],
  ["a huge offset", x.map(value => value + 1e4), y.map(value => value - 1e4)],
])("keeps 12 digits with %s", (_, a, b) => {
  for (const window of [30, 60, 90]) expectSame(a, b, window);
});

test("leaves missing days out of their windows, in either series, and alike for NaN and infinite", () => {
  const gaps = y.map(value => (uniform() < 0.05 ? Number.NaN : value));
  expectSame(x, gaps, 60, 20);
  expectSame(gaps, y, 60, 20);
  expectSame(x, spiked(gaps, 1e3), 30, 20);
  const infinite = gaps.map(value => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value));
  expect(roll(x, infinite, 60, 20)).toEqual(roll(x, gaps, 60, 20));
});

test("serves a coin younger than the window, one that ended and one that paused", () => {
  for (const alive of [
    (t: number) => t > days - 45,
    (t: number) => t < 500,
    (t: number) => t < 300 || t > 600,
  ])
    expectSame(
      x,
      y.map((value, t) => (alive(t) ? value : Number.NaN)),
      60,
      20,
    );
});

test("has no r where a side is constant, and a beta of 0 where only the coin is", () => {
  const held = y.map((value, t) => (t > 200 && t < 500 ? 0.1 : value));
  expectSame(x, held, 30);
  expect(roll(x, held, 30).beta[300]).toBe(0);
  expect(roll(held, y, 30).beta[300]).toBeNaN();
});

test("answers nothing but NaN to series without pairs, of one day, and of none", () => {
  const none = new Float64Array(days).fill(Number.NaN);
  expect(roll(x, none, 30, 20).pearson.every(Number.isNaN)).toBe(true);
  expect(roll(new Float64Array([1]), new Float64Array([1]), 30).beta).toEqual(
    new Float64Array([Number.NaN]),
  );
  expect(roll(new Float64Array(0), new Float64Array(0), 30).beta).toHaveLength(0);
});

test("overwrites what was in the arrays before", () => {
  const into = {pearson: new Float64Array(days).fill(7), beta: new Float64Array(days).fill(7)};
  rollingDependence(x, 30)(y.with(0, Number.NaN), into);
  expect([...into.pearson, ...into.beta]).not.toContain(7);
});

test("refuses windows, counts and lengths that are none", () => {
  for (const window of [1, 2.5, Number.NaN])
    expect(() => rollingDependence(x, window)).toThrow(RangeError);
  for (const fewest of [1, 31, 2.5])
    expect(() => rollingDependence(x, 30, {fewest})).toThrow(RangeError);
  const into = {pearson: new Float64Array(days), beta: new Float64Array(days)};
  expect(() => rollingDependence(x, 30)(y.slice(1), into)).toThrow(/needs 900 days: got 899/);
});
