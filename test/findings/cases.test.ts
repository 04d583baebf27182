import {assert, constantFrom, double, property} from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import type {QuantileName} from "../../src/model/finding.ts";
import type {Market} from "../../src/model/market.ts";
import {abstentionOf, closes, findingOf, returns, series} from "./markets.ts";

const days = 400;
const steps = returns(41, days);
const casesOf = (given: Partial<Market> = {}) =>
  findingOf("cases", {close: series("close.own", closes(20, steps)), ...given})!;
const found = casesOf();
const names: readonly QuantileName[] = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"];

test("there is a set for each horizon, decided by the close of a day so far from the price", () => {
  expect(found.sets.map(({horizon}) => horizon)).toEqual([30, 90, 365]);
  for (const {horizon, days: counted, date} of found.sets) {
    expect(counted.value).toBe(horizon);
    expect(date).toBe(addDays(found.start.asOf.slice(0, 10), horizon));
  }
});

describe.each(found.sets.map(set => [set.horizon, set] as const))(
  "the cases in %i days",
  (_, set) => {
    const {quantiles, cases, drift} = set;

    test("leave no gap and share the outcomes", () => {
      expect(cases.map(({name}) => name)).toEqual(["bear", "base", "bull"]);
      const [bear, base, bull] = cases;
      expect(bear).not.toHaveProperty("low");
      expect(bull).not.toHaveProperty("high");
      expect([bear!.high, bull!.low]).toEqual([base!.low, base!.high]);
      expect([base!.low, base!.high]).toEqual([quantiles.p25, quantiles.p75]);
      expect(cases.reduce((sum, one) => sum + one.probability.value, 0)).toBe(1);
    });

    test("have quantiles that ascend, and a drift that is their median's", () => {
      const values = names.map(name => quantiles[name].value);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(drift.value).toBeCloseTo(quantiles.p50.value / found.start.value - 1, 12);
    });

    test("begin halfway, in logarithms, to their border", () => {
      for (const {name, high, low, trigger} of cases) {
        const border = name === "bear" ? high : low;
        if (name === "base") expect(trigger).toBeUndefined();
        else expect(trigger!.value ** 2).toBeCloseTo(found.start.value * border!.value, 9);
      }
    });

    test("carry the record of cases made the same way", () => {
      expect(set.record?.forecasts.value).toBeGreaterThan(1000);
      expect(set.record?.coverage80.value).toBeCloseTo(0.8, 1);
    });
  },
);

test("a longer horizon has a wider range", () => {
  const widths = found.sets.map(({quantiles}) => quantiles.p95.value / quantiles.p5.value);
  expect(widths).toEqual(widths.toSorted((a, b) => a - b));
});

test("the same coin on the same day has the same cases, another coin others", () => {
  expect(casesOf()).toEqual(found);
  const other = casesOf({asset: {id: "other", symbol: "OTH", name: "Other"}});
  expect(other.sets[0]!.quantiles.p5.value).not.toBe(found.sets[0]!.quantiles.p5.value);
});

test("the cases are the price's times what the returns give, at any scale of it", () => {
  assert(
    property(double({min: 1e-9, max: 1e9, noNaN: true}), constantFrom(...names), (scale, name) => {
      const scaled = casesOf({close: series("close.own", closes(20 * scale, steps))});
      scaled.sets.forEach(({quantiles}, i) => {
        const ratio = quantiles[name].value / found.sets[i]!.quantiles[name].value;
        expect(ratio / scale).toBeCloseTo(1, 9);
      });
    }),
    {numRuns: 5},
  );
});

test("the simulation uses the last year of returns and no others", () => {
  const before = steps.map((value, t) => (t < days - 365 ? 2 * value : value));
  const older = casesOf({close: series("close.own", closes(20, before))});
  expect(found.history.value).toBe(365);
  const quantiles = (one: typeof found) =>
    one.sets.map(({quantiles: {p10}}) => p10.value / one.start.value);
  for (const [i, value] of quantiles(older).entries())
    expect(value).toBeCloseTo(quantiles(found)[i]!, 9);
});

test("the fan begins after the price and ends with the range in ninety days", () => {
  const last = found.fan.at(-1)!;
  const ninety = found.sets[1]!;
  expect(last.date).toBe(ninety.date);
  for (const name of names) expect(last[name]).toBeCloseTo(ninety.quantiles[name].value, 12);
});

test.each([0.001, 0.03, 0.3])(
  "a case has a first sign unless the price is in it already: %d a day",
  size => {
    const {start, sets} = casesOf({
      close: series("close.own", closes(20, returns(41, days, size))),
    });
    for (const {name, high, low, trigger} of sets.flatMap(({cases}) => cases)) {
      const apart =
        (name === "bear" && high!.value < start.value) ||
        (name === "bull" && low!.value > start.value);
      expect(trigger !== undefined).toBe(apart);
    }
  },
);

test("fewer than 180 returns carry no cases", () => {
  const short = {close: series("close.own", closes(20, steps.slice(-179)))};
  const reason = {kind: "too-few-days", days: 179, needed: 180};
  expect(abstentionOf("cases", short)?.reason).toEqual(reason);
});
