import {expect, test} from "vitest";
import {type CorrelationCauses, correlationChange} from "../../src/stats/correlationChange.ts";
import {marketModel} from "../../src/stats/marketModel.ts";
import {haveMarketData, readCloses} from "./marketData.ts";
import {chance} from "./random.ts";
import {windowsOfBittensor} from "./windows.ts";

const names = ["beta", "benchmarkVolatility", "ownVolatility"] as const;

function correlation({beta, benchmarkVolatility, ownVolatility}: CorrelationCauses): number {
  const common = beta * benchmarkVolatility;
  return common / Math.hypot(common, ownVolatility);
}

/** Walks each of the six orders and averages what each cause changed. */
function slowly(before: CorrelationCauses, after: CorrelationCauses): CorrelationCauses {
  const parts = {beta: 0, benchmarkVolatility: 0, ownVolatility: 0};
  for (const first of names) {
    for (const second of names.filter(name => name !== first)) {
      const third = names.find(name => name !== first && name !== second)!;
      const state = {...before};
      for (const name of [first, second, third]) {
        const old = correlation(state);
        state[name] = after[name];
        parts[name] += (correlation(state) - old) / 6;
      }
    }
  }
  return parts;
}

test("agrees with walking the six orders, and adds up to the change", () => {
  const {uniform, normal} = chance(9);
  for (let i = 0; i < 50; i++) {
    const state = () => ({
      beta: normal(),
      benchmarkVolatility: uniform(),
      ownVolatility: uniform(),
    });
    const before = state();
    const after = state();
    const parts = correlationChange(before, after);
    const slow = slowly(before, after);
    for (const name of names) expect(parts[name]).toBeCloseTo(slow[name], 14);
    const total = parts.beta + parts.benchmarkVolatility + parts.ownVolatility;
    expect(total).toBeCloseTo(correlation(after) - correlation(before), 14);
  }
});

test("blames the one cause that moved", () => {
  const before = {beta: 1, benchmarkVolatility: 3, ownVolatility: 4};
  const parts = correlationChange(before, {...before, benchmarkVolatility: 16 / 3});
  expect(parts.benchmarkVolatility).toBeCloseTo(0.8 - 0.6, 14);
  expect(parts).toMatchObject({beta: 0, ownVolatility: 0});
});

test("is nothing when nothing but the scale of both volatilities moved", () => {
  const before = {beta: 1, benchmarkVolatility: 3, ownVolatility: 4};
  const {benchmarkVolatility, ownVolatility} = correlationChange(before, {
    beta: 1,
    benchmarkVolatility: 6,
    ownVolatility: 8,
  });
  expect(benchmarkVolatility + ownVolatility).toBeCloseTo(0, 14);
});

test.skipIf(!haveMarketData)("agrees with the model note on TAO (needs the recorded data)", () => {
  const {window, baseline} = windowsOfBittensor(readCloses(), 60);
  const parts = correlationChange(
    marketModel(baseline.x, baseline.y),
    marketModel(window.x, window.y),
  );
  expect(parts.benchmarkVolatility).toBeCloseTo(0.22, 2);
  expect(parts.beta).toBeCloseTo(-0.16, 2);
  expect(parts.ownVolatility.toFixed(2)).toBe("0.02");
});

test("refuses states without a correlation", () => {
  const sound = {beta: 1, benchmarkVolatility: 1, ownVolatility: 1};
  const refuse = (state: Partial<CorrelationCauses>) =>
    expect(() => correlationChange(sound, {...sound, ...state})).toThrow(RangeError);
  refuse({ownVolatility: -1});
  refuse({benchmarkVolatility: -1});
  refuse({beta: Number.NaN});
  refuse({beta: 0, ownVolatility: 0});
  refuse({beta: Infinity});
});
