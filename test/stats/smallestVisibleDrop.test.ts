import {expect, test} from "vitest";
import {smallestVisibleDrop} from "../../src/stats/smallestVisibleDrop.ts";

test("agrees with a case worked by hand", () => {
  // t quantiles of R with 97 df: 1.984723, 0.845343; error sqrt(1/100 + 1/100)
  const delta = (1.9847231860139845 + 0.8453425208005497) * Math.sqrt(0.02);
  expect(smallestVisibleDrop({rho: 0, variance: 0.01, n: 100}, 100)).toBeCloseTo(
    Math.tanh(-delta),
    12,
  );
});

test("comes to about 0.33 for TAO's 60 days of March 2026", () => {
  const baseline = {rho: 0.65767, variance: 0.00168918, n: 270};
  expect(smallestVisibleDrop(baseline, 60)).toBeCloseTo(0.327, 3);
});

test("shrinks with longer windows and grows with more power", () => {
  const baseline = {rho: 0.7, variance: 0.0015, n: 270};
  const rhos = [20, 30, 60, 90, 250].map(days => smallestVisibleDrop(baseline, days));
  expect(rhos).toEqual([...rhos].sort((a, b) => a - b));
  expect(smallestVisibleDrop(baseline, 60, {power: 0.95})).toBeLessThan(rhos[2]!);
  expect(smallestVisibleDrop(baseline, 60, {level: 0.01})).toBeLessThan(rhos[2]!);
});

test("expects steadier windows where dependence is weaker, and never more than the baseline's", () => {
  // An elliptical baseline: c0 = 1.65 at 0.76, against 1.1 without common extremes.
  const heavy = smallestVisibleDrop({rho: 0.76, variance: (1.65 * 0.4224 ** 2) / 270, n: 270}, 30);
  const light = smallestVisibleDrop({rho: 0.76, variance: (1.1 * 0.4224 ** 2) / 270, n: 270}, 30);
  expect(heavy).toBeLessThan(light);
  expect(heavy).toBeGreaterThan(light - 0.1);
});

test("serves weak, absent and negative dependence", () => {
  for (const rho of [-0.9, -0.3, -1e-12, 0, 1e-12, 0.05, 0.999]) {
    const visible = smallestVisibleDrop({rho, variance: 0.004 * (1 - rho * rho) ** 2, n: 270}, 30);
    expect(visible).toBeLessThan(rho);
    expect(visible).toBeGreaterThan(-1);
  }
});

test("refuses what no baseline gives", () => {
  const refuse = (rho: number, variance: number, n: number, days: number) =>
    expect(() => smallestVisibleDrop({rho, variance, n}, days)).toThrow(RangeError);
  refuse(1, 0.01, 270, 60);
  refuse(Number.NaN, 0.01, 270, 60);
  refuse(0.5, 0, 270, 60);
  refuse(0.5, 0.01, 2, 60);
  refuse(0.5, 0.01, 270, 3);
});
