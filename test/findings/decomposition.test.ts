import {assert, double, property, uniqueArray} from "fast-check";
import {describe, expect, test} from "vitest";
import type {Market} from "../../src/model/market.ts";
import {abstentionOf, changes, datum, fiat, findingOf, medianOf} from "./markets.ts";

const state = {price: datum(20), change24h: datum(0.05)};
const tableOf = (market: Partial<Market>) => findingOf("decomposition", market)!;

describe("a class of quotes", () => {
  test("has the median and the counts of its live quotes", () => {
    const some = uniqueArray(double({min: -0.2, max: 0.2, noNaN: true}), {
      minLength: 3,
      maxLength: 7,
    });
    assert(
      property(some, values => {
        const named = Object.fromEntries(values.map((value, i) => [fiat[i]!, value]));
        const [summary] = tableOf(changes(named)).classes;
        const live = values.filter(value => Math.abs(1.05 / (1 + value) - 1) > 1e-7);
        expect(summary).toMatchObject({class: "fiat", live: {value: live.length}});
        expect(summary!.up.value).toBe(live.filter(value => value > 0).length);
        expect(summary!.down.value).toBe(live.filter(value => value < 0).length);
        if (live.length >= 3) expect(summary!.median!.value).toBeCloseTo(medianOf(live), 12);
      }),
      {numRuns: 40},
    );
  });

  test("counts an outlier, and leaves it out of the median only", () => {
    const steady = Object.fromEntries(fiat.map((quote, i) => [quote, 0.03 + i / 1000]));
    for (const odd of [-0.4, 0.4]) {
      const table = tableOf(changes({...steady, eur: odd}));
      expect(table.legs.filter(({status}) => status === "excluded")).toHaveLength(1);
      const [summary] = table.classes;
      expect(summary).toMatchObject({live: {value: 9}, up: {value: odd > 0 ? 9 : 8}});
      expect(summary!.down.value).toBe(odd > 0 ? 0 : 1);
      const kept = Object.values(steady).slice(1);
      expect(summary!.median!.value).toBeCloseTo(medianOf(kept), 12);
    }
  });

  test("of fewer than three quotes has no median", () => {
    const [summary] = tableOf(changes({eur: 0.04, gbp: 0.03})).classes;
    expect(summary).not.toHaveProperty("median");
  });
});

test.each([
  ["2026-03-20T12:00:00Z", "none"],
  ["2026-03-21T09:00:00Z", "part"],
  ["2026-03-21T12:00:00Z", "most"],
  ["2026-03-22T20:00:00Z", "most"],
  ["2026-03-23T21:00:00Z", "part"],
  ["2026-03-23T22:00:00Z", "none"],
])("a day that ends at %s lies in a weekend: %s", (at, weekend) => {
  const {quoteChanges} = changes({eur: 0.04});
  const market = {asOf: at, state: {price: datum(20, at), change24h: datum(0.05, at)}};
  expect(tableOf({...market, quoteChanges})).toMatchObject({weekend});
});

test("without a change, or without quotes, nothing is said of them", () => {
  expect(abstentionOf("quotes", {state: {price: datum(1)}})?.reason).toEqual({
    kind: "no-change-known",
  });
  expect(abstentionOf("quotes", {state})?.reason).toEqual({kind: "no-quotes"});
});
