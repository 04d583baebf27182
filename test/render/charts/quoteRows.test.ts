import {assert, double, property, uniqueArray} from "fast-check";
import {expect, test} from "vitest";
import {changeScale} from "../../../src/render/charts/quoteRows.ts";
import {quotesSample} from "./samples.ts";

test("no axis of changes goes below the loss of all, however near a change is to it", () => {
  const change = double({min: -0.99999, max: -0.9, noNaN: true});
  assert(
    property(uniqueArray(change, {minLength: 1, maxLength: 30}), changes => {
      const legs = changes.map((value, i) => ({
        ...{quote: `Q${i}`, class: "fiat", change: value, status: "live"},
      }));
      const sample = quotesSample();
      const {ticks, at} = changeScale({...sample, legs: legs as typeof sample.legs}, [0, 600], 7);
      expect(Math.min(...ticks)).toBeGreaterThanOrEqual(-1);
      expect(ticks.length).toBeGreaterThan(1);
      for (const value of changes) expect(Number.isFinite(at(value))).toBe(true);
    }),
  );
});
