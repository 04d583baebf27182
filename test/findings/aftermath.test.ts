import fc from "fast-check";
import {expect, test} from "vitest";
import {findAftermath} from "../../src/findings/aftermath.ts";
import {cleanHistory} from "../../src/findings/history.ts";
import {closes, market, returns, series} from "./markets.ts";

/** Prices of a random coin, of a length and a roughness of its own. */
const coin = fc
  .record({
    seed: fc.integer({min: 1, max: 1e6}),
    days: fc.integer({min: 40, max: 700}),
    size: fc.double({min: 0.02, max: 0.15, noNaN: true}),
  })
  .map(({seed, days, size}) => closes(20, returns(seed, days, size)));

test("what came after earlier days of such a move is counted as a slow reader counts it", () => {
  fc.assert(
    fc.property(coin, values => {
      const close = series("close.own", values);
      const {history} = cleanHistory(close, market({close}));
      const [last, before] = [values.at(-1)!, values.at(-2)!];
      const change = {
        id: "change24h.usd",
        value: last / before - 1,
        unit: "return" as const,
        of: "asset" as const,
        asOf: history!.asOf,
        origin: {formula: "close / close before - 1", inputs: []},
      };
      const after = findAftermath(change, history!.returns.slice(0, -1), history!);
      if (!after) return;
      const way = Math.sign(change.value);
      expect(after.level.value).toBeLessThanOrEqual(Math.abs(change.value));
      const later: number[] = [];
      const sizes: number[] = [];
      // The newest day is last, and no week counts that reaches into it.
      for (let i = 1; i + 7 <= values.length - 2; i++) {
        const size = way * (values[i]! / values[i - 1]! - 1);
        if (size < after.level.value) continue;
        sizes.push(size);
        later.push(values[i + 7]! / values[i]! - 1);
      }
      expect(after.cases.value).toBe(later.length);
      expect(after.cases.value).toBeGreaterThanOrEqual(10);
      expect(after.higher.value).toBe(later.filter(one => one > 0).length);
      expect(Math.abs(after.most.figure.value)).toBeCloseTo(Math.max(...sizes), 8);
      const middle = later.toSorted((a, b) => a - b);
      const half = (middle.length - 1) / 2;
      expect(after.median.value).toBeCloseTo(
        (middle[Math.floor(half)]! + middle[Math.ceil(half)]!) / 2,
        8,
      );
    }),
  );
});

test("a day that moved by just a level is one of at least that", () => {
  // 1.65 / 1.5 is 1.0999999999999999 to a computer.
  const day = [1.5, 1.65, 1.6, 1.55, 1.5, 1.55, 1.6, 1.55];
  const values = [...Array.from({length: 12}, () => day).flat(), 1.5, 1.65];
  const close = series("close.own", values);
  const {history} = cleanHistory(close, market({close}));
  const change = {
    id: "change24h.usd",
    value: 1.65 / 1.5 - 1,
    unit: "return" as const,
    of: "asset" as const,
    asOf: history!.asOf,
    origin: {formula: "close / close before - 1", inputs: []},
  };
  const after = findAftermath(change, history!.returns.slice(0, -1), history!);
  expect(after).toMatchObject({level: {value: 0.1}, cases: {value: 12}});
});
