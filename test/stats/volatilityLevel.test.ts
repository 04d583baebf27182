import {expect, test} from "vitest";
import {volatilityLevel} from "../../src/stats/volatilityLevel.ts";
import {chance} from "./random.ts";

const {normal} = chance(21);
const year = Array.from({length: 365}, () => 0.055 * normal());

test("is the standard deviation of a typical coin with normal returns", () => {
  const long = Array.from({length: 50_000}, () => 0.055 * normal());
  expect(volatilityLevel(long)).toBeGreaterThan(0.055 * 0.9);
  expect(volatilityLevel(long)).toBeLessThan(0.055 * 1.1);
});

test("weighs the year, its last 60 days and a typical coin", () => {
  const sizes = (values: number[], centre: number) =>
    Math.sqrt(Math.PI / 2) *
    (values.reduce((total, value) => total + Math.abs(value - centre), 0) / values.length);
  const centre = year.reduce((total, value) => total + value, 0) / year.length;
  const expected =
    sizes(year, centre) ** 0.5 * sizes(year.slice(-60), centre) ** 0.35 * 0.055 ** 0.15;
  expect(volatilityLevel(year)).toBeCloseTo(expected, 14);
});

test("shrinks what is extreme, both ways, and keeps the order", () => {
  const level = (factor: number) => volatilityLevel(year.map(value => factor * value));
  expect(level(4) / level(1)).toBeCloseTo(4 ** 0.85, 12);
  expect(level(0.1) / level(1)).toBeCloseTo(0.1 ** 0.85, 12);
});

test("is moved little by one jump", () => {
  const jumped = year.map((value, i) => (i === 100 ? -3 : value));
  expect(volatilityLevel(jumped) / volatilityLevel(year)).toBeLessThan(1.15);
});

test("refuses too few returns and those that do not vary", () => {
  expect(() => volatilityLevel(year.slice(0, 59))).toThrow(RangeError);
  expect(() => volatilityLevel(new Array(80).fill(0.01))).toThrow(RangeError);
  expect(() => volatilityLevel([...year, Number.NaN])).toThrow(RangeError);
  const dead = [...Array.from({length: 100}, (_, i) => (i % 2 ? 1 : -1)), ...new Array(60).fill(0)];
  expect(() => volatilityLevel(dead)).toThrow(RangeError);
});
