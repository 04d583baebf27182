import fc from "fast-check";
import {expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import type {RangeFinding} from "../../src/model/finding.ts";
import {asOf, closes, datum, daysBack, market, returns, series} from "./markets.ts";

const rangeOf = (given: Parameters<typeof market>[0]) => {
  const {findings, exclusions} = find(market(given));
  return {range: findings.find((one): one is RangeFinding => one.kind === "range"), exclusions};
};

const part = fc.double({min: 0.001, max: 0.3, noNaN: true});

test("the range of a day lies around its close, and its ends are told from both ends of the day", () => {
  fc.assert(
    fc.property(part, part, fc.integer({min: 1, max: 999}), (down, up, seed) => {
      const values = closes(10, returns(seed, 80));
      const [before, last] = values.slice(-2) as [number, number];
      const low = values.map((value, i) => Math.min(value, values[i - 1] ?? value) * (1 - down));
      const high = values.map((value, i) => Math.max(value, values[i - 1] ?? value) * (1 + up));
      const {range} = rangeOf({
        close: series("close.own", values),
        extremes: {low: series("low.own", low), high: series("high.own", high)},
      });
      expect(range).toMatchObject({
        of: "day",
        low: {value: low.at(-1)},
        high: {value: high.at(-1)},
      });
      expect(range!.dip.figure.value).toBeCloseTo(-down, 9);
      expect(range!.peak.figure.value).toBeCloseTo(up, 9);
      expect(range!.dip.from).toBe(before < last ? "start" : "price");
      expect(range!.aboveLow.value).toBeCloseTo(last / low.at(-1)! - 1, 9);
      expect(range!.belowHigh.value).toBeCloseTo(last / high.at(-1)! - 1, 9);
      const widths = low.map((value, i) => high[i]! / value - 1);
      const {usual, width} = range!;
      const beyond = widths
        .slice(0, -1)
        .filter(one => (usual!.end === "high" ? one >= width.value : one <= width.value));
      expect(usual!.earlier.value).toBe(widths.length - 1);
      expect(usual!.beyond.value).toBe(beyond.length);
    }),
    {numRuns: 25},
  );
});

const now = (price: number, low: number, high: number, at = asOf) => ({
  state: {
    price: datum(price),
    change24h: datum(0.02),
    low24h: datum(low, at),
    high24h: datum(high, at),
  },
});

test("the range of the hours before a price is told where the price lies in it, and no day's beside it", () => {
  const {range} = rangeOf(now(10, 9.5, 10.4));
  expect(range).toMatchObject({of: "hours", low: {value: 9.5}, high: {value: 10.4}});
  expect(range).not.toHaveProperty("usual");
});

test.each([
  ["lies outside of it", now(10, 10.1, 10.4)],
  ["is of another hour", now(10, 9.5, 10.4, "2026-03-19T20:00:00Z")],
  ["never moved", now(10, 10, 10)],
])("no range is told where the price %s", (_, given) => {
  expect(rangeOf(given)).toEqual({range: undefined, exclusions: []});
});

test("an extreme that neither end of the day bears out is left out by name", () => {
  expect(rangeOf(now(10, 0.001, 10.4))).toMatchObject({
    range: undefined,
    exclusions: [{figure: "range.low", rule: "stray-extreme", value: 0.001}],
  });
  expect(rangeOf(now(10, 9.9, 30)).exclusions).toMatchObject([{figure: "range.high", value: 30}]);
});

test("extremes of another day, or another source, than the close are none of it", () => {
  const values = closes(10, returns(4, 80));
  const of = (id: string, factor: number, days = daysBack(81)) =>
    series(
      id,
      days.map((_, i) => values[i]! * factor),
      days,
    );
  const close = series("close.own", values);
  const late = {low: of("low.own", 0.9, daysBack(81).slice(0, -1)), high: of("high.own", 1.1)};
  expect(rangeOf({close, extremes: late}).range).toBeUndefined();
  const [low, high] = [of("low.own", 0.9), of("high.own", 1.1)];
  const elsewhere = {low: {...low, source: "another"}, high: {...high, source: "another"}};
  expect(rangeOf({close, extremes: elsewhere}).range).toBeUndefined();
  expect(rangeOf({close, extremes: {low, high}}).range).toBeDefined();
});
