import {expect, test} from "vitest";
import {lastingShare} from "../../src/stats/lastingShare.ts";
import {chance} from "./random.ts";

const {normal} = chance(51);
const plain = Array.from({length: 5_000}, () => 0.05 * normal());

test("is 1 where days know nothing of each other, in whatever unit", () => {
  expect(Math.abs(lastingShare(plain) - 1)).toBeLessThan(0.04);
  expect(lastingShare(plain.map(value => 9 * value + 1))).toBeCloseTo(lastingShare(plain), 9);
});

test("is lower where prices bounce and higher where moves go on", () => {
  const bounce = plain.map((value, i) => value + 0.05 * (plain[i]! - (plain[i - 1] ?? 0)) * 20);
  expect(lastingShare(bounce)).toBeLessThan(0.8);
  expect(lastingShare(plain.map((value, i) => value + (plain[i - 1] ?? 0)))).toBeGreaterThan(1.1);
});

test("keeps a floor under moves that all turn back", () => {
  const cycle = Array.from({length: 100}, (_, i) => [1, 1, -2, 1, -1][i % 5]!);
  expect(lastingShare(cycle)).toBe(0.3);
});

test("refuses too few returns and those that do not vary", () => {
  expect(() => lastingShare(plain.slice(0, 59))).toThrow(RangeError);
  expect(() => lastingShare(new Array(80).fill(0.01))).toThrow(RangeError);
  expect(() => lastingShare([...plain, Number.NaN])).toThrow(RangeError);
});
