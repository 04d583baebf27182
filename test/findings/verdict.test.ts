import {assert, constantFrom, double, property, record, uniqueArray} from "fast-check";
import {describe, expect, test} from "vitest";
import {isDecoupled, leadingOf, level, verdictOf} from "../../src/findings/verdict.ts";
import type {WindowResult} from "../../src/model/finding.ts";

const p = double({min: 0, max: 1, noNaN: true});
const rho = double({min: -1, max: 1, noNaN: true});
const verdict = constantFrom("weakened", "strengthened", "no-change-found");
const windows = uniqueArray(record({verdict, p}), {
  minLength: 1,
  maxLength: 3,
  selector: ({p: one}) => one,
});

test("a p-value below the level is a change, and the correlation says which way", () => {
  assert(
    property(p, rho, rho, (value, now, before) => {
      const found = verdictOf(value, {rho: now, baselineRho: before});
      expect(found === "no-change-found").toBe(value >= level);
      if (found !== "no-change-found") expect(found === "weakened").toBe(now < before);
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

test("a fall by the benchmark's volatility alone, or not past the adjustment, is no decoupling", () => {
  const part = double({min: -1, max: 1, noNaN: true});
  assert(
    property(verdict, p, part, part, part, (said, adjusted, beta, benchmark, own) => {
      const value = (number: number) => ({value: number});
      const decoupled = isDecoupled({
        verdict: said,
        adjustedP: value(adjusted),
        cause: {
          beta: value(beta),
          benchmarkVolatility: value(benchmark),
          ownVolatility: value(own),
        },
      } as unknown as WindowResult);
      expect(decoupled).toBe(said === "weakened" && adjusted < level && (beta < 0 || own < 0));
    }),
  );
});
