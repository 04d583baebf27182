import {expect, test} from "vitest";
import {sectorIndex} from "../../src/stats/sectorIndex.ts";

const member = (...returns: [string, number][]) => returns.map(([date, value]) => ({date, value}));

test("is what a portfolio of equal parts earns", () => {
  const [day] = sectorIndex([
    member(["2026-01-02", Math.log(1.1)]),
    member(["2026-01-02", Math.log(0.9)]),
    member(["2026-01-02", Math.log(1.3)]),
  ]);
  expect(day!.value).toBeCloseTo(Math.log(1.1), 14);
});

test("counts those that traded, in the order of days, and leaves thin days out", () => {
  const index = sectorIndex(
    [
      member(["2026-01-03", 0.02], ["2026-01-05", 0.5]),
      member(["2026-01-02", 0.01], ["2026-01-03", 0.02]),
      member(["2026-01-02", 0.01]),
    ],
    2,
  );
  expect(index.map(({date}) => date)).toEqual(["2026-01-02", "2026-01-03"]);
  expect(index[1]!.value).toBeCloseTo(0.02, 15);
});

test("survives a member that loses all but everything", () => {
  const value = sectorIndex([member(["2026-01-02", -800]), member(["2026-01-02", 0])], 1)[0]!.value;
  expect(value).toBeCloseTo(Math.log(0.5), 12);
});

test("is empty without members, and refuses returns that are none", () => {
  expect(sectorIndex([])).toEqual([]);
  expect(() => sectorIndex([member(["2026-01-02", Number.NaN])], 1)).toThrow(RangeError);
  expect(() => sectorIndex([member(["2026-01-02", 1000])], 1)).toThrow(RangeError);
  expect(() => sectorIndex([], 0)).toThrow(RangeError);
});
