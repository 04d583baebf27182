import {expect, test} from "vitest";
import {adjustedPs, type ScanTest} from "../../src/scan/adjusted.ts";
import {benjaminiHochberg} from "../../src/stats/benjaminiHochberg.ts";
import {studentTTwoSided} from "../../src/stats/studentT.ts";
import {chance} from "../stats/random.ts";

const {normal} = chance(71);
const make = (statistic: number): ScanTest => ({
  window: 60,
  statistic,
  n: 60,
  p: studentTTwoSided(statistic, 57),
});
const ps = (tests: readonly ScanTest[]) => benjaminiHochberg(tests.map(({p}) => p));

test("is Benjamini–Hochberg where few coins tell nothing of their market", () => {
  const tests = Array.from({length: 29}, () => make(normal() + 2));
  expect(adjustedPs(tests)).toEqual(ps(tests));
  expect(adjustedPs([make(5)])).toEqual([make(5).p]);
  expect(adjustedPs([])).toEqual([]);
});

test("does not take what all coins share for news of one, and keeps the one that stands out", () => {
  const tests = [make(9), ...Array.from({length: 200}, () => make(normal() + 2))];
  expect(ps(tests).filter(p => p < 0.05).length).toBeGreaterThan(50);
  const held = adjustedPs(tests);
  expect(held.slice(1).filter(p => p < 0.05)).toEqual([]);
  expect(held[0]).toBeLessThan(0.05);
});

test("is never smaller than without", () => {
  const tests = Array.from({length: 200}, () => make(0.5 * normal() - 1));
  const plain = ps(tests);
  adjustedPs(tests).forEach((p, i) => {
    expect(p).toBeGreaterThanOrEqual(plain[i]!);
  });
});
