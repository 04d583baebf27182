import {pearson} from "../../src/stats/pearson.ts";
import {regressionSlope} from "../../src/stats/regressionSlope.ts";
import {rollingDependence} from "../../src/stats/rollingDependence.ts";
import {chance} from "./market.ts";

const days = 1825;

/** The largest error of r, and of beta against its own size, in four hard and easy cases. */
export function accuracy(): Record<string, number | string>[] {
  const {normal} = chance(5);
  const x = Float64Array.from({length: days}, () => 0.03 * normal());
  const y = x.map(value => 0.8 * value + 0.02 * normal());
  const tick = y.slice();
  tick[700] = 1e3;
  const cases: [string, Float64Array, Float64Array][] = [
    ["normal returns", x, y],
    ["a bad tick of 1e3", x, tick],
    ["quiet after wild", x, y.map((value, t) => value * (t < 600 ? 1e3 : 1e-6))],
    ["an offset of 1e4", x.map(value => value + 1e4), y.map(value => value + 1e4)],
  ];
  return cases.map(([name, a, b]) => ({case: name, error: Number(worst(a, b).toExponential(1))}));
}

function worst(x: Float64Array, y: Float64Array): number {
  let error = 0;
  for (const window of [30, 60, 90]) {
    const found = {pearson: new Float64Array(days), beta: new Float64Array(days)};
    rollingDependence(x, window)(y, found);
    for (let t = window - 1; t < days; t++) {
      const [a, b] = [x, y].map(all => all.subarray(t - window + 1, t + 1)) as [
        Float64Array,
        Float64Array,
      ];
      const beta = regressionSlope(a, b);
      const r = pearson(a, b);
      // Beta on the scale of its own standard error: it can be 0.
      const unit = Math.max(Math.abs(beta), Math.abs(beta / (r || 1)));
      error = Math.max(
        error,
        Math.abs(found.pearson[t]! - r),
        Math.abs(found.beta[t]! - beta) / unit,
      );
    }
  }
  return error;
}
