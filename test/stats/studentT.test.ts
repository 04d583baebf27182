import cdf from "@stdlib/stats-base-dists-t-cdf";
import quantile from "@stdlib/stats-base-dists-t-quantile";
import {expect, test} from "vitest";
import {studentTCdf, studentTQuantile, studentTTwoSided} from "../../src/stats/studentT.ts";

const degrees = [0.5, 1, 2, 3, 4.5, 10, 27, 57, 87, 267, 1000, 1e5, 1e7];
const values = [1e-3, 0.1, 0.5, 1, 1.5, 1.7, 1.8, 2, 3, 5, 10, 30, 100, 1e3, 1e6];
const shares = [
  1e-20, 1e-10, 1e-5, 0.001, 0.025, 0.1, 0.24, 0.26, 0.4, 0.49, 0.6, 0.76, 0.975, 0.999,
];

function expectNear(actual: number, known: number, precision = 1e-12): void {
  expect(Math.abs(actual / known - 1), `${actual} against ${known}`).toBeLessThan(precision);
}

test("the distribution agrees with @stdlib to 12 digits", () => {
  for (const df of degrees) {
    for (const t of values.flatMap(value => [-value, value])) {
      const known = cdf(t, df);
      if (known > 1e-300) expectNear(studentTCdf(t, df), known);
    }
  }
});

test("the quantile agrees with @stdlib to 12 digits", () => {
  for (const df of degrees) {
    for (const p of shares) expectNear(studentTQuantile(p, df), quantile(p, df));
  }
});

test("two-sided tails keep their digits, however far and however many degrees", () => {
  // mpmath, 40 digits
  expectNear(studentTTwoSided(2, 1e5), 0.04550296345750646);
  expectNear(studentTTwoSided(-1.8, 1e7), 0.07186066835323229);
  expectNear(studentTTwoSided(3, 1e9), 0.0026997961297379157);
  expectNear(studentTTwoSided(0.5, 27), 0.6211258637632511);
  expectNear(studentTTwoSided(30, 1000), 1.537468744404348e-141);
  expectNear(studentTTwoSided(1e6, 57), 1.160195874757111e-293);
  expectNear(studentTTwoSided(1e200, 1), 2 / Math.PI / 1e200); // Cauchy
});

test("small values and shares near one half keep theirs", () => {
  expectNear(studentTCdf(1e-10, 1) - 0.5, 1e-10 / Math.PI, 1e-6);
  expectNear(studentTQuantile(0.5 + 2 ** -40, 1), Math.tan(Math.PI * 2 ** -40));
  expectNear(studentTQuantile(0.5 + 2 ** -40, 2), 2 ** -40 * Math.sqrt(8));
});

test("hold their exact points", () => {
  expect(studentTCdf(0, 5)).toBe(0.5);
  expect(studentTTwoSided(0, 5)).toBe(1);
  expect(studentTQuantile(0.5, 5)).toBe(0);
  expect(studentTCdf(1, 1)).toBeCloseTo(0.75, 15);
  expect(studentTTwoSided(1e300, 3)).toBe(0);
});

test("the quantile undoes the distribution", () => {
  for (const df of degrees) {
    for (const t of [-8, -2, -0.7, -1e-5])
      expectNear(studentTQuantile(studentTCdf(t, df), df), t, 1e-9);
  }
});

test("refuse what has no answer", () => {
  expect(() => studentTCdf(Number.NaN, 5)).toThrow("studentT needs a finite t: got NaN");
  expect(() => studentTTwoSided(1, 0)).toThrow(RangeError);
  expect(() => studentTTwoSided(1, Infinity)).toThrow(RangeError);
  expect(() => studentTQuantile(0, 5)).toThrow("studentTQuantile needs 0 < p < 1: got 0");
  expect(() => studentTQuantile(1, 5)).toThrow(RangeError);
  expect(() => studentTQuantile(Number.NaN, 5)).toThrow(RangeError);
  expect(() => studentTQuantile(1e-300, 0.1)).toThrow("overflows");
});
