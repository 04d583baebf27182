import {expect, test} from "vitest";
import {rankDependenceTest} from "../../src/stats/rankDependenceTest.ts";
import {
  rankDependenceTests,
  type TestDesign,
  testFields,
  testSize,
} from "../../src/stats/rankDependenceTests.ts";
import {chance} from "./random.ts";

const days = 420;
const {normal, uniform} = chance(41);
const x = Float64Array.from({length: days}, normal);
const y = x.map(value => value + normal());
const designs: TestDesign[] = [30, 60, 90].map(window => ({
  window,
  baseline: 270,
  fewest: {window: 20, baseline: 60},
}));

function tested(a: Float64Array, b: Float64Array, end: number): Float64Array[] {
  const into = new Float64Array(designs.length * testSize);
  rankDependenceTests(a, designs)(b, end, into);
  return designs.map((_, k) => into.slice(k * testSize, (k + 1) * testSize));
}

/** The same through `rankDependenceTest`; undefined where that has no answer. */
function slowly(
  a: Float64Array,
  b: Float64Array,
  end: number,
  {window, baseline, fewest}: TestDesign,
) {
  const side = (from: number, to: number) => {
    const pairs = Array.from({length: to - Math.max(0, from)}, (_, i) => Math.max(0, from) + i);
    const kept = pairs.filter(i => Number.isFinite(a[i]! + b[i]!));
    return {x: kept.map(i => a[i]!), y: kept.map(i => b[i]!)};
  };
  const start = end + 1 - window;
  const [now, before] = [side(start, end + 1), side(start - baseline, Math.max(0, start))];
  if (now.x.length < fewest.window || before.x.length < fewest.baseline) return undefined;
  try {
    return rankDependenceTest(now, before);
  } catch {
    return undefined;
  }
}

const rounded = (values: Float64Array) => values.map(value => Math.round(value * 3));
const holed = (values: Float64Array, share: number) =>
  values.map(value => (uniform() < share ? Number.NaN : value));

test.each([
  ["distinct values", x, y, days - 1],
  ["an earlier day", x, y, 350],
  ["a history shorter than the baseline", x, y, 130],
  ["ties", rounded(x), rounded(y), days - 1],
  ["gaps of the coin", x, holed(y, 0.2), days - 1],
  ["gaps of the benchmark", holed(x, 0.1), holed(y, 0.1), days - 1],
  ["infinite values", x, y.map((value, t) => (t % 7 ? value : Number.NEGATIVE_INFINITY)), days - 1],
  ["huge values", x, y.map(value => value * 1e250), days - 1],
  ["hardly distinct values", x, y.map(value => 1 + value * 1e-12), days - 1],
  ["too few pairs", x, holed(y, 0.8), days - 1],
  [
    "a coin younger than the window",
    x,
    y.map((v, t) => (t < days - 25 ? Number.NaN : v)),
    days - 1,
  ],
  ["a constant", x, new Float64Array(days).fill(1), days - 1],
  ["perfect agreement", x, x, days - 1],
  ["perfect opposition", x, x.map(value => -value), days - 1],
  ["one day", x, y, 0],
])("is rankDependenceTest with %s", (_, a, b, end) => {
  tested(a, b, end).forEach((found, k) => {
    const slow = slowly(a, b, end, designs[k]!);
    if (!slow) {
      expect(found.every(Number.isNaN)).toBe(true);
      return;
    }
    const expected = {...slow} as Record<string, number>;
    for (const [name, field] of Object.entries(testFields))
      expect(Math.abs(found[field]! - expected[name]!), name).toBeLessThan(1e-12);
  });
});

test("serves coin after coin, with and without gaps, from the same memory", () => {
  const test = rankDependenceTests(x, designs);
  const [first, again] = [new Float64Array(24), new Float64Array(24)];
  test(y, days - 1, first);
  test(holed(y, 0.3), days - 1, again);
  test(y, 300, again);
  test(y, days - 1, again);
  expect(again).toEqual(first);
});

test("refuses designs, lengths and days that are none", () => {
  const design = designs[0]!;
  for (const bad of [
    {...design, window: 3},
    {...design, baseline: 2.5},
    {...design, fewest: {window: 3, baseline: 60}},
    {...design, fewest: {window: 31, baseline: 60}},
  ])
    expect(() => rankDependenceTests(x, [bad])).toThrow(RangeError);
  expect(() => tested(x, y.slice(1), 100)).toThrow(RangeError);
  for (const end of [-1, days, 1.5]) expect(() => tested(x, y, end)).toThrow(RangeError);
});
