import {array, assert, integer, property, tuple} from "fast-check";
import {expect, test} from "vitest";
import {rollingSpearman} from "../../src/stats/rollingSpearman.ts";
import {spearman} from "../../src/stats/spearman.ts";
import {chance} from "./random.ts";

test("is the rho of each run of days, dated by its last", () => {
  const {normal} = chance(11);
  const x = Array.from({length: 40}, normal);
  const y = x.map(value => value + normal());
  const rolled = rollingSpearman(x, y, 30);
  expect(rolled.map(({end}) => end)).toEqual(Array.from({length: 11}, (_, i) => 29 + i));
  const {rho, variance} = spearman(x.slice(4, 34), y.slice(4, 34));
  expect(rolled[4]).toEqual({end: 33, rho, standardError: Math.sqrt(variance)});
});

test("is to the last bit what each window gives by itself, whatever its ties", () => {
  const level = integer({min: -3, max: 3});
  const pairs = array(tuple(level, level), {minLength: 4, maxLength: 40});
  assert(
    property(pairs, integer({min: 3, max: 12}), (given, wide) => {
      const [x, y] = [given.map(([one]) => one), given.map(([, other]) => other)];
      const window = Math.min(wide, x.length);
      for (const {end, rho, standardError} of rollingSpearman(x, y, window)) {
        const part = (values: number[]) => values.slice(end - window + 1, end + 1);
        const alone = spearman(part(x), part(y));
        expect([rho, standardError]).toEqual([alone.rho, Math.sqrt(alone.variance)]);
      }
    }),
  );
});

test("leaves out windows without a rho", () => {
  expect(rollingSpearman([1, 1, 1, 2], [1, 3, 2, 4], 3).map(({end}) => end)).toEqual([3]);
});

test("refuses a window that is too short, broken, or longer than the series", () => {
  for (const window of [2, 3.5, 5, Number.NaN]) {
    expect(() => rollingSpearman([1, 2, 3, 4], [1, 2, 3, 4], window)).toThrow(RangeError);
  }
});
