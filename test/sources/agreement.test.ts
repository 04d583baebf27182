import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {addDays} from "../../src/model/day.ts";
import {SourceChanged} from "../../src/model/errors.ts";
import type {DailySeries, MarketState} from "../../src/model/market.ts";
import {agrees, requireAgreement} from "../../src/sources/agreement.ts";

const asOf = "2026-03-20T01:53:00Z";
const place = {source: "S", file: "answers/001.json", pointer: "/prices"};
const closes = (value: number, day = "2026-03-19"): DailySeries => ({
  id: "close.gadget",
  ...place,
  dates: [addDays(day, -1), day],
  values: [value, value],
});
const state = (price: number, change24h?: number): MarketState => ({
  price: {value: price, asOf, ...place},
  ...(change24h !== undefined && {change24h: {value: change24h, asOf, ...place}}),
});

describe("a history agrees with its price", () => {
  test.each([
    ["an ordinary day", closes(20), state(20.3, 0.01)],
    ["a crash of 99.9 % that the source tells", closes(1000), state(1, -0.999)],
    ["a crash of 90 % that it does not tell", closes(10), state(1)],
    ["a launch that rose a hundredfold", closes(1), state(100, 99)],
    ["a high between close and now", closes(8), state(1, 0.05)],
    ["a change of −100 %, from which nothing follows", closes(20), state(0.1, -1)],
    ["a history that ended weeks ago", closes(20, "2026-02-01"), state(0.000_001, 0)],
    ["two days without a close", closes(20, "2026-03-17"), state(0.05, 0)],
    ["no price", closes(20), {}],
    ["no history", {...closes(20), dates: [], values: []}, state(20)],
  ])("on %s", (_, close, now) => {
    expect(agrees(close, now)).toBe(true);
    expect(() => requireAgreement(close, now)).not.toThrow();
  });
});

describe("a history of another coin does not, and is refused with both numbers", () => {
  test.each([
    ["dearer", closes(70_000), state(20, -0.0147)],
    ["cheaper", closes(0.000_01), state(20, -0.0147)],
    ["far dearer, with no change known", closes(1e9), state(20)],
  ])("%s", (_, close, now) => {
    expect(agrees(close, now)).toBe(false);
    expect(() => requireAgreement(close, now)).toThrow(SourceChanged);
    expect(() => requireAgreement(close, now)).toThrow(
      `close.gadget is ${close.values.at(-1)} on 2026-03-19`,
    );
  });
});

test("whatever the scale, a coin agrees with itself and not with one a thousand times dearer", () => {
  const price = fc.double({min: 1e-30, max: 1e30, noNaN: true});
  const change = fc.double({min: -0.9, max: 9, noNaN: true});
  fc.assert(
    fc.property(price, change, (p, c) => {
      expect(agrees(closes(p), state(p, c))).toBe(true);
      expect(agrees(closes(p / (1 + c)), state(p, c))).toBe(true);
      expect(agrees(closes(p * 1000), state(p, c))).toBe(false);
    }),
  );
});
