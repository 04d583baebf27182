import {expect, test} from "vitest";
import {filteredHistoricalSimulation} from "../../src/stats/filteredHistoricalSimulation.ts";
import {logReturns} from "../../src/stats/logReturns.ts";
import {mean} from "../../src/stats/mean.ts";
import {quantileSorted} from "../../src/stats/quantile.ts";
import {standardDeviation} from "../../src/stats/standardDeviation.ts";
import {haveMarketData, readCloses} from "./marketData.ts";
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
      -0.01875541392437821,
      -0.01875541392437821,
      -0.005275562778128444,
      0.009084715715097827,
      0.03370167491178704,
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
  const simulation = filteredHistoricalSimulation(calm, {horizons, seed: 3, blockLength: 1});
  for (const {days, outcomes} of simulation.horizons) {
    const spread = standardDeviation(outcomes) / (simulation.longRunVolatility * Math.sqrt(days));
    expect(Math.abs(spread - 1)).toBeLessThan(0.06);
    expect(mean(outcomes)).toBeCloseTo(0, 12);
    expect(Math.abs(quantileSorted(outcomes, 0.5))).toBeLessThan(0.03 * Math.sqrt(days) * 0.05);
  }
});

test("starts at today's volatility and reverts to the long run's", () => {
  const stormy = calm.map((value, i) => (i > 350 ? 4 * value : value));
  const options = {horizons: [1, 365], seed: 4, blockLength: 1};
  const {
    horizons: all,
    todayVolatility,
    longRunVolatility,
  } = filteredHistoricalSimulation(stormy, options);
  expect(todayVolatility).toBeGreaterThan(1.5 * longRunVolatility);
  expect(longRunVolatility).toBeCloseTo(standardDeviation(stormy), 14);
  expect(standardDeviation(all[0]!.outcomes) / todayVolatility).toBeCloseTo(1, 1);
  const yearly = standardDeviation(all[1]!.outcomes) / Math.sqrt(365);
  expect(yearly / longRunVolatility).toBeGreaterThan(0.9);
  expect(yearly / longRunVolatility).toBeLessThan(1.3);
});

test("follows the recursion to today's volatility", () => {
  const centre = mean(calm);
  let variance = standardDeviation(calm) ** 2;
  const omega = 0.04 * variance;
  for (const value of calm) variance = omega + 0.08 * (value - centre) ** 2 + 0.88 * variance;
  const {todayVolatility} = filteredHistoricalSimulation(calm, {horizons: [1], seed: 1, paths: 1});
  expect(todayVolatility).toBeCloseTo(Math.sqrt(variance), 14);
});

test("keeps the tails of the sample", () => {
  const {studentT: heavyTailed} = chance(13);
  const heavy = Array.from({length: 500}, () => 0.02 * heavyTailed(4) + 0.02 * normal());
  heavy[250] = -0.6;
  const {horizons: all} = filteredHistoricalSimulation(heavy, {
    horizons: [1],
    seed: 5,
    blockLength: 1,
  });
  const outcomes = all[0]!.outcomes;
  expect(outcomes[0]! / standardDeviation(outcomes)).toBeLessThan(-8);
});

test.skipIf(!haveMarketData)(
  "comes near the model note's range for TAO (needs /work/shared/data)",
  () => {
    const closes = readCloses().get("TAO")!;
    const year = logReturns(closes)
      .filter(({date}) => date <= "2026-03-18")
      .slice(-365);
    const {horizons: all} = filteredHistoricalSimulation(
      year.map(({value}) => value),
      {horizons: [30], seed: 1},
    );
    const at = (p: number) => 277.43 * Math.exp(quantileSorted(all[0]!.outcomes, p));
    expect(Math.abs(at(0.25) - 233)).toBeLessThan(8);
    expect(Math.abs(at(0.75) - 330)).toBeLessThan(8);
  },
);

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
  refuse(calm, {blockLength: 0.5});
  refuse(calm, {shock: 0.2, persistence: 0.8});
});
