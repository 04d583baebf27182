import {expect, test} from "vitest";
import {marketModel} from "../../src/stats/marketModel.ts";
import {pearson} from "../../src/stats/pearson.ts";
import {standardDeviation} from "../../src/stats/standardDeviation.ts";
import {haveMarketData, readCloses} from "./marketData.ts";
import {norris} from "./nist.ts";
import {chance} from "./random.ts";
import {windowsOfBittensor} from "./windows.ts";

test("agrees with NIST's certified line through the Norris data", () => {
  const model = marketModel(norris.x, norris.y);
  expect(model.beta).toBeCloseTo(1.00211681802045, 12);
  expect(model.alpha).toBeCloseTo(-0.262323073774029, 10);
  // NIST's residual deviation divides by n - 2
  expect(model.ownVolatility * Math.sqrt(35 / 34)).toBeCloseTo(0.884796396144373, 10);
});

test("its parts give the correlation back", () => {
  const {normal} = chance(8);
  const x = Array.from({length: 60}, () => 0.03 * normal());
  const y = x.map(value => -1.3 * value + 0.04 * normal() + 0.002);
  const {beta, benchmarkVolatility, ownVolatility, pearson: r} = marketModel(x, y);
  const common = beta * benchmarkVolatility;
  expect(common / Math.sqrt(common ** 2 + ownVolatility ** 2)).toBeCloseTo(r, 14);
  expect(r).toBe(pearson(x, y));
  expect(benchmarkVolatility).toBeCloseTo(standardDeviation(x), 15);
});

test.skipIf(!haveMarketData)("agrees with the model note on TAO (needs the recorded data)", () => {
  const {window, baseline} = windowsOfBittensor(readCloses(), 60);
  const now = marketModel(window.x, window.y);
  const before = marketModel(baseline.x, baseline.y);
  expect(now.beta.toFixed(2)).toBe("1.14");
  expect(before.beta.toFixed(2)).toBe("1.83");
  expect(now.benchmarkVolatility.toFixed(3)).toBe("0.036");
  expect(before.benchmarkVolatility.toFixed(3)).toBe("0.018");
});

test("refuses constants and fewer than three pairs", () => {
  expect(() => marketModel([1, 1, 1], [1, 2, 3])).toThrow(RangeError);
  expect(() => marketModel([1, 2, 3], [1, 1, 1])).toThrow(RangeError);
  expect(() => marketModel([1, 2], [1, 2])).toThrow(RangeError);
});
