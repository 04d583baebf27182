import {expect, test} from "vitest";
import {spearman} from "../../src/stats/spearman.ts";
import {spearmanInfluence} from "../../src/stats/spearmanInfluence.ts";
import {chance} from "./random.ts";

test("agrees with its definition, ties included", () => {
  const source = chance(1);
  const x = Array.from({length: 40}, () => Math.round(3 * source.normal()));
  const y = x.map(value => Math.round(value + 2 * source.normal()));
  const rank = (values: number[], value: number) =>
    values.filter(other => other < value).length +
    (values.filter(other => other === value).length + 1) / 2;
  const score = (values: number[], value: number) => (rank(values, value) - 0.5) / 40;
  spearmanInfluence(x, y).forEach((found, i) => {
    let slow = score(x, x[i]!) * score(y, y[i]!);
    for (let j = 0; j < 40; j++) {
      if (x[j]! >= x[i]!) slow += score(y, y[j]!) / 40;
      if (y[j]! >= y[i]!) slow += score(x, x[j]!) / 40;
    }
    expect(found).toBeCloseTo(12 * slow, 10);
  });
});

test("is what rho changes by when a pair leaves", () => {
  const source = chance(2);
  const x = Array.from({length: 400}, () => source.normal());
  const y = x.map(value => value + source.normal());
  const influence = spearmanInfluence(x, y);
  const mean = influence.reduce((a, b) => a + b) / 400;
  const rho = spearman(x, y).rho;
  for (const i of [0, 57, 399]) {
    const without = spearman(x.toSpliced(i, 1), y.toSpliced(i, 1)).rho;
    expect(399 * (rho - without)).toBeCloseTo(influence[i]! - mean, 1);
  }
});

test("refuses no pairs, unequal lengths and NaN", () => {
  expect(() => spearmanInfluence([], [])).toThrow(RangeError);
  expect(() => spearmanInfluence([1], [1, 2])).toThrow(RangeError);
  expect(() => spearmanInfluence([1, Number.NaN], [1, 2])).toThrow(RangeError);
});
