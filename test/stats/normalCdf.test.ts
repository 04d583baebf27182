import {expect, test} from "vitest";
import {normalCdf, normalDensity} from "../../src/stats/normalCdf.ts";

// scipy.stats.norm, to the last digits
const known = [
  [-6, 9.865876450376946e-10],
  [-1.2815515655446004, 0.1],
  [0, 0.5],
  [0.6744897501960817, 0.75],
  [3, 0.9986501019683699],
] as const;

test.each(known)("Φ(%d)", (z, expected) => {
  expect(Math.abs(normalCdf(z) - expected)).toBeLessThan(3e-15);
});

test("is 0 and 1 far out, and symmetric", () => {
  expect(normalCdf(-40)).toBe(0);
  expect(normalCdf(40)).toBe(1);
  expect(normalCdf(1.3) + normalCdf(-1.3)).toBeCloseTo(1, 15);
  expect(normalDensity(1)).toBeCloseTo(0.24197072451914337, 15);
  expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
});
