import {assert, constantFrom, double, integer, property, record, uniqueArray} from "fast-check";
import {describe, expect, test} from "vitest";
import {
  isDecoupled,
  isInverse,
  leadingOf,
  level,
  movedBy,
  verdictOf,
} from "../../src/findings/verdict.ts";
import type {WindowResult} from "../../src/model/finding.ts";

const p = double({min: 0, max: 1, noNaN: true});
const rho = double({min: -1, max: 1, noNaN: true});
const verdict = constantFrom("weakened", "strengthened", "no-change-found");
const windows = uniqueArray(record({verdict, p}), {
  minLength: 1,
  maxLength: 3,
  selector: ({p: one}) => one,
});

test("a p-value below the level is a change, rises and falls alike, and a tie weakens towards zero", () => {
  assert(
    property(p, rho, rho, (value, now, before) => {
      const found = verdictOf(value, {rho: now, baselineRho: before});
      expect(found === "no-change-found").toBe(value >= level);
      if (found !== "no-change-found")
        expect(found === "weakened").toBe(Math.abs(now) < Math.abs(before));
    }),
  );
});

describe("the leading window", () => {
  test("is the one with the lowest p of those in which a change was found", () => {
    assert(
      property(windows, constantFrom(true, false), (all, picked) => {
        const changed = all.filter(one => one.verdict !== "no-change-found");
        if (changed.length === 0) return;
        const lowest = Math.min(...changed.map(one => one.p));
        expect(leadingOf(all, picked)).toMatchObject({p: lowest});
        expect(changed).toContain(leadingOf(all, picked));
      }),
    );
  });

  test("is the middle one where no change was found, or the lowest p of a scan's pick", () => {
    assert(
      property(windows, all => {
        const still = all.map(one => ({...one, verdict: "no-change-found" as const}));
        expect(leadingOf(still, false)).toBe(still[Math.floor(still.length / 2)]);
        expect(leadingOf(still, true)).toMatchObject({p: Math.min(...still.map(one => one.p))});
      }),
    );
  });

  test("is none where none was tested", () => {
    expect(leadingOf([], true)).toBeUndefined();
    expect(leadingOf([], false)).toBeUndefined();
  });
});

const part = double({min: -1, max: 1, noNaN: true});
const window = record({
  verdict,
  rho,
  baselineRho: rho,
  beta: part,
  benchmarkVolatility: part,
  ownVolatility: part,
  days: integer({min: 20, max: 90}),
}).map(({verdict: said, rho: now, baselineRho, days, ...cause}) => {
  const figures = (values: object) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, {value}]));
  return {
    verdict: said,
    ...figures({rho: now, baselineRho, days}),
    cause: figures(cause),
  } as unknown as WindowResult;
});

test("a change is the benchmark's where its volatility did most of it, the asset's where the rest did", () => {
  assert(
    property(window, one => {
      const {beta, benchmarkVolatility, ownVolatility} = one.cause;
      const by = movedBy(one);
      const way = Math.sign(one.rho.value - one.baselineRho.value);
      const own = (beta.value + ownVolatility.value) * way;
      if (by === "asset") expect(own).toBeGreaterThan(Math.max(0, benchmarkVolatility.value * way));
      if (by === "benchmark") expect(benchmarkVolatility.value * way).toBeGreaterThan(0);
      if (by === "benchmark") expect(benchmarkVolatility.value * way).toBeGreaterThanOrEqual(own);
    }),
  );
});

test("decoupling is a weaker tie by the asset's own change, which has not turned round", () => {
  assert(
    property(window, one => {
      expect(isDecoupled(one)).toBe(
        one.verdict === "weakened" &&
          one.baselineRho.value > 0 &&
          movedBy(one) === "asset" &&
          !isInverse(one),
      );
      if (isInverse(one)) expect(one.rho.value).toBeLessThan(0);
      if (one.rho.value >= 0) expect(isInverse(one)).toBe(false);
    }),
  );
});
