import fc from "fast-check";
import {expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import type {CohortFinding, FieldFinding, Finding} from "../../src/model/finding.ts";
import {asOf, closes, daysBack, lastDay, market, returns, series} from "./markets.ts";

const place = {source: "made up", file: "answers/field.csv", pointer: ""};
const others = (changes: readonly number[]) =>
  changes.map((change, i) => ({
    asset: {id: i === 0 ? "btc" : `other-${i}`, symbol: `O${i}`, name: `Other ${i}`},
    change,
  }));

const change = fc.double({min: -0.9, max: 2, noNaN: true});

test("the field is counted as it is: who rose, who fell, the middle, and where the coin stands", () => {
  fc.assert(
    fc.property(fc.array(change, {minLength: 50, maxLength: 400}), change, (changes, own) => {
      const close = series("close.own", closes(20, [...returns(4, 60), Math.log1p(own)]));
      const {findings} = find(
        market({close, field: {...place, day: lastDay, asOf, changes: others(changes)}}),
      );
      const field = findings.find((one: Finding): one is FieldFinding => one.kind === "field")!;
      const sorted = changes.toSorted((a, b) => a - b);
      const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
      expect(field.coins.value).toBe(changes.length);
      expect(field.up.value).toBe(changes.filter(one => one > 0).length);
      expect(field.down.value).toBe(changes.filter(one => one < 0).length);
      expect(field.median.value).toBeCloseTo((low + high) / 2, 12);
      expect(field.benchmark?.value).toBe(changes[0]);
      const {below, above} = field.own!;
      const ties = changes.filter(one => Math.abs(one - own) < 1e-9).length;
      const worse = changes.filter(one => one < own - 1e-9).length;
      expect(below.value).toBeGreaterThanOrEqual(worse);
      expect(below.value + above.value).toBeGreaterThanOrEqual(changes.length - ties);
    }),
    {numRuns: 40},
  );
});

test("a day of the market is ranked by its median among all earlier days, from the side it fell on", () => {
  const medians = returns(9, 500, 0.02);
  const days = daysBack(medians.length);
  const changes = Array.from({length: 60}, () => medians.at(-1)!);
  const {findings} = find(
    market({
      close: series("close.own", closes(20, returns(4, 60))),
      field: {
        ...place,
        day: lastDay,
        asOf,
        changes: others(changes),
        history: {
          median: series("field.median", medians, days),
          coins: series(
            "field.coins",
            medians.map(() => 60),
            days,
          ),
          below: series("field.below", [], []),
        },
      },
    }),
  );
  const field = findings.find((one: Finding): one is FieldFinding => one.kind === "field")!;
  const today = medians.at(-1)!;
  expect(field.market?.earlier.value).toBe(medians.length - 1);
  expect(field.market?.beyond.value).toBe(
    medians.slice(0, -1).filter(one => (today < 0 ? one <= today : one >= today)).length,
  );
});

test("a young coin is told beside others at its age only where it begins where they say it does", () => {
  const close = series("close.own", closes(20, returns(6, 29)));
  const cohort = (from: string) => ({
    ...place,
    asOf,
    days: 29,
    from,
    changes: others(Array.from({length: 40}, (_, i) => (i - 20) / 40)).map(one => ({
      ...one,
      from: "2025-01-01",
    })),
  });
  const found = (from: string) =>
    find(market({close, cohort: cohort(from)})).findings.find(
      (one: Finding): one is CohortFinding => one.kind === "cohort",
    );
  expect(found("2026-01-01")).toBeUndefined();
  const {coins, fell, worse, better} = found(close.dates[0]!)!;
  expect([coins.value, fell.value]).toEqual([40, 20]);
  expect(worse.value + better.value).toBeLessThanOrEqual(40);
});
