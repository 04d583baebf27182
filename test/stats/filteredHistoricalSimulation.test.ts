import {expect, test} from "vitest";
import {filteredHistoricalSimulation} from "../../src/stats/filteredHistoricalSimulation.ts";
import {lastingShare} from "../../src/stats/lastingShare.ts";
import {mean} from "../../src/stats/mean.ts";
import {quantileSorted} from "../../src/stats/quantile.ts";
import {standardDeviation} from "../../src/stats/standardDeviation.ts";
import {volatilityLevel} from "../../src/stats/volatilityLevel.ts";
import {chance} from "./random.ts";

const {normal} = chance(12);
const calm = Array.from({length: 365}, () => 0.03 * normal() + 0.01);
const horizons = [30, 90, 365];

test("gives the same outcomes for the same seed, other ones for another", () => {
  const options = {horizons, seed: 7, paths: 200};
  const once = filteredHistoricalSimulation(calm, options);
  expect(filteredHistoricalSimulation(calm, options)).toEqual(once);
  expect(filteredHistoricalSimulation(calm, {...options, seed: 8})).not.toEqual(once);
});

test("keeps its outcomes from one release and platform to the next", () => {
  const returns = Array.from({length: 64}, (_, i) => ((i * 37) % 64) / 1024 - 1 / 32);
  const {horizons: all} = filteredHistoricalSimulation(returns, {horizons: [2], seed: 1, paths: 5});
  expect([...all[0]!.outcomes]).toMatchInlineSnapshot(`
    [
      -0.012588171124613048,
      -0.010264349196778029,
      -0.0018166068707172937,
      0.008059259733679651,
      0.01660986745842872,
    ]
  `);
});

test("answers horizons in the order asked for, each ascending, whatever the others", () => {
  const {horizons: both} = filteredHistoricalSimulation(calm, {
    horizons: [90, 30],
    seed: 1,
    paths: 500,
  });
  expect(both.map(({days}) => days)).toEqual([90, 30]);
  for (const {outcomes} of both) expect([...outcomes]).toEqual([...outcomes].sort((a, b) => a - b));
  const alone = filteredHistoricalSimulation(calm, {horizons: [90], seed: 1, paths: 500});
  expect(alone.horizons[0]!.outcomes).toEqual(both[0]!.outcomes);
});

test("spreads like the root of time where volatility is steady, without the sample's drift", () => {
  const simulation = filteredHistoricalSimulation(calm, {horizons, seed: 3});
  for (const {days, outcomes} of simulation.horizons) {
    const spread = standardDeviation(outcomes) / (simulation.longRunVolatility * Math.sqrt(days));
    expect(Math.abs(spread - 1)).toBeLessThan(0.06);
    expect(mean(outcomes)).toBeCloseTo(0, 12);
    expect(Math.abs(quantileSorted(outcomes, 0.5))).toBeLessThan(0.03 * Math.sqrt(days) * 0.05);
  }
});

test("starts at today's volatility and reverts to the long run's", () => {
  const stormy = calm.map((value, i) => (i > 350 ? 4 * value : value));
  const options = {horizons: [1, 365], seed: 4};
  const {
    horizons: all,
    todayVolatility,
    longRunVolatility,
  } = filteredHistoricalSimulation(stormy, options);
  expect(todayVolatility).toBeGreaterThan(1.3 * longRunVolatility);
  expect(longRunVolatility).toBe(lastingShare(stormy) * volatilityLevel(stormy));
  expect(standardDeviation(all[0]!.outcomes) / todayVolatility).toBeCloseTo(1, 1);
  const yearly = standardDeviation(all[1]!.outcomes) / Math.sqrt(365);
  expect(yearly / longRunVolatility).toBeGreaterThan(0.95);
  expect(yearly / longRunVolatility).toBeLessThan(1.15);
});

test("follows the recursion to today's volatility", () => {
  const centre = mean(calm);
  const longRun = volatilityLevel(calm);
  let volatility = longRun;
  for (const value of calm)
    volatility =
      0.03 * longRun + 0.05 * Math.sqrt(Math.PI / 2) * Math.abs(value - centre) + 0.92 * volatility;
  const {todayVolatility} = filteredHistoricalSimulation(calm, {horizons: [1], seed: 1, paths: 1});
  expect(todayVolatility).toBeCloseTo(lastingShare(calm) * volatility, 14);
});

test("draws each residual alike and clips the farthest at five robust deviations", () => {
  const {studentT: heavyTailed} = chance(13);
  const heavy = Array.from({length: 500}, () => 0.02 * heavyTailed(4) + 0.02 * normal());
  const outcomesOf = (returns: number[]) =>
    filteredHistoricalSimulation(returns, {horizons: [1], seed: 5}).horizons[0]!.outcomes;
  const tail = outcomesOf(heavy);
  expect(tail[0]! / standardDeviation(tail)).toBeLessThan(-3.5);
  const jumped = outcomesOf(heavy.map((value, i) => (i === 250 ? -3 : value)));
  expect(jumped[0]! / standardDeviation(jumped)).toBeGreaterThan(-6);
  const size = Math.abs(jumped[0]!);
  expect(size).toBeLessThan(0.3);
});

test("serves a feed that stands still on most days", () => {
  const still = Array.from({length: 120}, (_, i) => (i % 5 === 0 ? (i % 2 ? 0.05 : -0.05) : 0));
  const {horizons: all} = filteredHistoricalSimulation(still, {horizons: [30], seed: 1, paths: 99});
  expect(all[0]!.outcomes.every(Number.isFinite)).toBe(true);
  expect(standardDeviation(all[0]!.outcomes)).toBeGreaterThan(0);
});

test("refuses too few returns, returns that do not vary, and options out of range", () => {
  const refuse = (returns: number[], options: object) =>
    expect(() =>
      filteredHistoricalSimulation(returns, {horizons: [30], seed: 1, paths: 2, ...options}),
    ).toThrow(RangeError);
  refuse(calm.slice(0, 59), {});
  refuse(new Array(60).fill(0.01), {});
  refuse([...calm, Number.NaN], {});
  refuse(calm, {horizons: []});
  refuse(calm, {horizons: [0]});
  refuse(calm, {horizons: [1.5]});
  refuse(calm, {seed: 0.5});
  refuse(calm, {paths: 0});
  refuse(calm, {shock: 0.2, persistence: 0.8});
});
