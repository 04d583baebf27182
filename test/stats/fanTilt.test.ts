import {expect, test} from "vitest";
import {fanTilt, medianFormula} from "../../src/stats/fanTilt.ts";

test("lowers the median by the bands' width, less for calm coins, and with time", () => {
  const at = (days: number, volatility = 0.05) => fanTilt(days, volatility).median;
  expect(at(30, 0.04) / at(30, 0.02)).toBeCloseTo(4, 12);
  expect(at(30, 0.2) / at(30, 0.1)).toBeCloseTo(2, 12);
  expect(at(90)).toBeLessThan(at(30));
  expect(at(365) / at(90)).toBeLessThan(365 / 90);
  expect(at(1)).toBeGreaterThan(-0.0026);
});

test("says its median as a formula", () => {
  const value = -0.3 * (0.05 / 0.055) * 0.05 * Math.sqrt(30) * Math.sqrt(30 / 60);
  expect(fanTilt(30, 0.05).median).toBeCloseTo(value, 14);
  expect(medianFormula(30)).toBe(
    "-0.3 × min(1, volatility / 0.055) × volatility × √30 × √(30 / 60)",
  );
});

test("stretches upwards and shrinks downwards alike, hardly at first", () => {
  const {up, down} = fanTilt(1, 0.05);
  expect(up / down).toBeLessThan(1.08);
  const later = fanTilt(365, 0.05);
  expect(later.up / later.down).toBeGreaterThan(1.3);
});

test("changes little from one day to the next", () => {
  for (let days = 1; days < 730; days++) {
    const [one, next] = [fanTilt(days, 0.06), fanTilt(days + 1, 0.06)];
    expect(Math.abs(next.up / one.up - 1)).toBeLessThan(0.03);
    expect(Math.abs(next.median - one.median)).toBeLessThan(0.01);
  }
});

test("refuses no time and no volatility", () => {
  expect(() => fanTilt(0, 0.05)).toThrow(RangeError);
  expect(() => fanTilt(30, 0)).toThrow(RangeError);
  expect(() => fanTilt(30, Number.NaN)).toThrow(RangeError);
});
