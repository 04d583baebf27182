import {expect, test} from "vitest";
import {caseOutcomes} from "../../src/stats/caseOutcomes.ts";
import {fanTilt} from "../../src/stats/fanTilt.ts";
import {filteredHistoricalSimulation} from "../../src/stats/filteredHistoricalSimulation.ts";
import {quantileSorted} from "../../src/stats/quantile.ts";
import {chance} from "./random.ts";

const {normal} = chance(31);
const year = Array.from({length: 365}, () => 0.05 * normal());
const options = {horizons: [30, 90, 365], seed: 9, paths: 2_001};

test("puts the median where the tilt says and stretches the distances from it", () => {
  const simulated = filteredHistoricalSimulation(year, options);
  const made = caseOutcomes(year, options);
  made.horizons.forEach(({days, outcomes, tilt}, i) => {
    expect(tilt).toEqual(fanTilt(days, simulated.longRunVolatility));
    expect(quantileSorted(outcomes, 0.5)).toBeCloseTo(tilt.median, 12);
    const before = simulated.horizons[i]!.outcomes;
    const reach = (values: Float64Array, p: number) =>
      quantileSorted(values, p) - quantileSorted(values, 0.5);
    expect(reach(outcomes, 0.9) / reach(before, 0.9)).toBeCloseTo(tilt.up, 10);
    expect(reach(outcomes, 0.1) / reach(before, 0.1)).toBeCloseTo(tilt.down, 10);
    expect([...outcomes]).toEqual([...outcomes].sort((a, b) => a - b));
  });
});

test("does not depend on how the coin rose or fell in its year", () => {
  const risen = year.map(value => value + 0.01);
  const of = (returns: number[]) => caseOutcomes(returns, options).horizons[1]!.outcomes;
  const plain = of(year);
  for (const [i, value] of of(risen).entries()) expect(value).toBeCloseTo(plain[i]!, 8);
});
