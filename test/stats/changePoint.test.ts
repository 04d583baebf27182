import {expect, test} from "vitest";
import {randomFrom, simulatePath} from "../../bench/simulate.ts";
import {changePoint} from "../../src/stats/changePoint.ts";
import {chance} from "./random.ts";

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

test.each([
  ["shared", 150, 0.8],
  ["apart", 150, 0.6],
  ["shared", 365, 0.6],
  ["apart", 365, 0.8],
] as const)("raises 3 to 7 false alarms in 100 (tails %s, %d days, rho %d)", (tails, days, rho) => {
  const random = randomFrom(31);
  let alarms = 0;
  for (let path = 0; path < 1000; path++) {
    const {x, y} = simulatePath(days, {rho}, tails, random);
    if (changePoint(x, y).p < 0.05) alarms++;
  }
  expect(alarms).toBeGreaterThan(30);
  expect(alarms).toBeLessThan(70);
});

test.each([
  ["shared", 300],
  ["apart", 300],
  ["shared", 180],
  ["apart", 330],
] as const)("dates a drop of 0.5 to a week (tails %s, day %d of 360)", (tails, change) => {
  const random = randomFrom(32);
  const errors: number[] = [];
  for (let path = 0; path < 300; path++) {
    const {x, y} = simulatePath(360, {rho: 0.7, later: 0.2, change}, tails, random);
    const found = changePoint(x, y);
    if (found.p < 0.05) errors.push(Math.abs(found.index - change));
  }
  expect(errors.length).toBeGreaterThan(180);
  expect(median(errors)).toBeLessThanOrEqual(7);
});

test("p agrees with how far a random walk strays (Gaussian, 20 000 paths of 100 days)", () => {
  // The share of standardised bridges above a bound, with the trim of 20 days.
  const source = chance(33);
  const {statistic, p} = changePoint(...simulatedPair(100));
  let above = 0;
  for (let path = 0; path < 20_000; path++) if (farthest(source, 100, 20) > statistic) above++;
  expect(statistic).toBeGreaterThan(2);
  expect(Math.abs(p - above / 20_000)).toBeLessThan(0.1 * p + 0.005);
});

function simulatedPair(days: number): [Float64Array, Float64Array] {
  const {x, y} = simulatePath(days, {rho: 0.7, later: 0.35, change: 60}, "shared", randomFrom(36));
  return [x, y];
}

function farthest(source: ReturnType<typeof chance>, n: number, trim: number): number {
  const steps = Array.from({length: n}, () => source.normal());
  const drift = steps.reduce((a, b) => a + b) / n;
  let total = 0;
  let most = 0;
  steps.slice(0, n - trim).forEach((step, i) => {
    total += step - drift;
    const k = i + 1;
    if (k >= trim) most = Math.max(most, Math.abs(total) / Math.sqrt((k * (n - k)) / n));
  });
  return most;
}

test("sees neither scale nor sign of both, nor a change of volatility", () => {
  const {x, y} = simulatePath(200, {rho: 0.7}, "shared", randomFrom(35));
  const found = changePoint(x, y);
  const by = (values: Float64Array, factor: number) => values.map(value => factor * value);
  expect(changePoint(by(x, 3), by(y, 0.01)).statistic).toBeCloseTo(found.statistic, 10);
  const mirrored = changePoint(by(x, -1), by(y, -1));
  expect(Math.abs(mirrored.statistic - found.statistic)).toBeLessThan(0.05); // of order 1 / n
  const wild = (values: Float64Array) => values.map((value, i) => (i < 120 ? value : 5 * value));
  expect(changePoint(wild(x), wild(y)).p).toBeGreaterThan(0.05);
});

test("counts the pairs before the change, whichever way it goes", () => {
  const {x, y} = simulatePath(200, {rho: 0.9, later: -0.9, change: 120}, "shared", randomFrom(36));
  const {index, p} = changePoint(x, y);
  expect(Math.abs(index - 120)).toBeLessThan(3);
  expect(p).toBeLessThan(1e-6);
  const back = changePoint(x.toReversed(), y.toReversed());
  expect(Math.abs(200 - back.index - 120)).toBeLessThan(3);
});

test("serves many ties and days without trading", () => {
  const {x, y} = simulatePath(150, {rho: 0.6}, "apart", randomFrom(37));
  const coarse = (values: Float64Array) => values.map(value => Math.round(value));
  const {p} = changePoint(coarse(x), coarse(y));
  expect(p).toBeGreaterThan(0);
  expect(p).toBeLessThanOrEqual(1);
  const frozen = y.map((value, i) => (i < 60 ? 0 : value));
  expect(changePoint(x, frozen).p).toBeLessThanOrEqual(1);
});

test("refuses what it cannot serve", () => {
  const line = Array.from({length: 60}, (_, i) => ((i * 37) % 60) - 30);
  const refuse = (x: number[], y: number[], options = {}) =>
    expect(() => changePoint(x, y, options)).toThrow(RangeError);
  refuse(line.slice(1), line.slice(1));
  refuse(line, line.slice(1));
  refuse(line, line.with(3, Number.NaN));
  refuse(line, line.with(3, Infinity));
  refuse(line, new Array(60).fill(0));
  refuse(new Array(60).fill(0.1), line);
  refuse(line, line, {trim: 4});
  refuse(line, line, {trim: 7.5});
  refuse(line, line, {lags: -1});
  refuse([], []);
});
