import {expect, test} from "vitest";
import {crpsOfLognormal, crpsOfNormal, crpsOfOutcomes} from "../../src/stats/crps.ts";
import {normalCdf} from "../../src/stats/normalCdf.ts";
import {chance} from "./random.ts";

test("agrees with the definition over all pairs", () => {
  const {normal} = chance(41);
  const outcomes = Array.from({length: 200}, () => normal()).sort((a, b) => a - b);
  for (const observed of [-5, -0.3, 0, 1, 9]) {
    const error = outcomes.reduce((total, x) => total + Math.abs(x - observed), 0) / 200;
    let pairs = 0;
    for (const x of outcomes) for (const y of outcomes) pairs += Math.abs(x - y);
    expect(crpsOfOutcomes(outcomes, observed)).toBeCloseTo(error - pairs / 200 ** 2 / 2, 12);
  }
});

test("closed forms agree with the integral of (F(x) - [x ≥ observed])²", () => {
  for (const observed of [0.3, 1, 2.5]) {
    let normal = 0;
    let lognormal = 0;
    const step = 1e-4;
    for (let x = -6 + step / 2; x < 12; x += step) {
      const hit = x >= observed ? 1 : 0;
      normal += step * (normalCdf((x - 0.2) / 0.7) - hit) ** 2;
      if (x > 0) lognormal += step * (normalCdf((Math.log(x) - 0.1) / 0.4) - hit) ** 2;
    }
    expect(crpsOfNormal(0.2, 0.7, observed)).toBeCloseTo(normal, 4);
    expect(crpsOfLognormal(0.1, 0.4, observed)).toBeCloseTo(lognormal, 4);
  }
});

test("refuses what is no forecast", () => {
  expect(() => crpsOfOutcomes([], 1)).toThrow(RangeError);
  expect(() => crpsOfOutcomes([2, 1], 1)).toThrow(RangeError);
  expect(() => crpsOfOutcomes([1], Number.NaN)).toThrow(RangeError);
  expect(() => crpsOfNormal(0, 0, 1)).toThrow(RangeError);
  expect(() => crpsOfLognormal(0, 1, 0)).toThrow(RangeError);
});
