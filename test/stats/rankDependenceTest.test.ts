import {expect, test} from "vitest";
import {rankDependenceTest} from "../../src/stats/rankDependenceTest.ts";
import {haveMarketData, readCloses} from "./marketData.ts";
import {chance} from "./random.ts";
import {windowsOfBittensor} from "./windows.ts";

/** Pairs of heavy-tailed (t, 4 df) days with a constant dependence, tails shared. */
function pairs(source: ReturnType<typeof chance>, n: number, rho: number) {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < n; i++) {
    const a = source.normal();
    const b = rho * a + Math.sqrt(1 - rho * rho) * source.normal();
    const size = Math.sqrt(
      4 / -2 / (Math.log(1 - source.uniform()) + Math.log(1 - source.uniform())),
    );
    x.push(a * size);
    y.push(b * size);
  }
  return {x, y};
}

test.skipIf(!haveMarketData)(
  "agrees with the record on TAO and BTC (needs the recorded data)",
  () => {
    const closes = readCloses();
    const result = (days: number) => {
      const {window, baseline} = windowsOfBittensor(closes, days);
      return rankDependenceTest(window, baseline);
    };
    expect(result(30).statistic).toBeCloseTo(-0.378858, 6);
    expect(result(60)).toMatchObject({n: 60, baselineN: 270, degreesOfFreedom: 57});
    expect(result(60).statistic).toBeCloseTo(1.54477, 6);
    expect(result(60).p).toBeCloseTo(0.1279, 4);
    expect(result(90).statistic).toBeCloseTo(1.041681, 6);
  },
);

test("raises about 5 false alarms in 100 at the 5 % level (400 Student-t paths)", () => {
  const source = chance(4);
  let alarms = 0;
  for (let path = 0; path < 400; path++) {
    if (rankDependenceTest(pairs(source, 60, 0.6), pairs(source, 270, 0.6)).p < 0.05) alarms++;
  }
  expect(alarms / 400).toBeGreaterThan(0.03);
  expect(alarms / 400).toBeLessThan(0.08);
});

test("finds most drops from 0.7 to 0.3 in 60 days", () => {
  const source = chance(5);
  let found = 0;
  for (let path = 0; path < 200; path++) {
    const {p, statistic} = rankDependenceTest(pairs(source, 60, 0.3), pairs(source, 270, 0.7));
    if (p < 0.05 && statistic < 0) found++;
  }
  expect(found / 200).toBeGreaterThan(0.75);
});

test("changes sign when window and baseline agree less", () => {
  const source = chance(6);
  const weak = pairs(source, 100, 0.1);
  const strong = pairs(source, 100, 0.8);
  const drop = rankDependenceTest(weak, strong);
  const rise = rankDependenceTest(strong, weak);
  expect(drop.statistic).toBeLessThan(-2);
  expect(rise.statistic).toBeCloseTo(-drop.statistic, 12);
});

test("refuses perfect agreement, a short window and a constant", () => {
  const baseline = pairs(chance(7), 60, 0.5);
  const refuse = (x: number[], y: number[]) =>
    expect(() => rankDependenceTest({x, y}, baseline)).toThrow(RangeError);
  refuse([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]);
  refuse([1, 2, 3], [2, 1, 3]);
  refuse([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]);
});
