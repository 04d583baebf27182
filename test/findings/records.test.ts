import {readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {addDays} from "../../src/model/day.ts";
import type {Finding, RecordsFinding} from "../../src/model/finding.ts";
import {readMarket} from "../../src/sources/market.ts";
import {chance} from "../stats/random.ts";
import {snapshotOf} from "../walk.ts";
import {closes, daysBack, lastDay, market, returns, series} from "./markets.ts";

const recordsOf = (values: readonly number[], more: Parameters<typeof market>[0] = {}) =>
  find(market({close: series("close.own", values), ...more})).findings.find(
    (one: Finding): one is RecordsFinding => one.kind === "records",
  )!;

/** Prices of a random coin, of a length and a roughness of its own. */
const coin = fc
  .record({
    seed: fc.integer({min: 1, max: 1e6}),
    days: fc.integer({min: 40, max: 700}),
    size: fc.double({min: 0.005, max: 0.12, noNaN: true}),
  })
  .map(({seed, days, size}) => closes(20, returns(seed, days, size)));

describe("a record is counted as a slow reader counts it, for any coin:", () => {
  test("the day among all earlier daily returns", () => {
    fc.assert(
      fc.property(coin, values => {
        const steps = values.slice(1).map((value, i) => value / values[i]! - 1);
        const today = steps.at(-1)!;
        const before = steps.slice(0, -1);
        const beyond = before.filter(step => (today < 0 ? step <= today : step >= today));
        const {day} = recordsOf(values);
        expect(day?.earlier.value).toBe(before.length);
        expect(day?.beyond.value).toBe(beyond.length);
        expect(day?.place.value).toBe(beyond.length + 1);
        const last = before.findLastIndex(step => (today < 0 ? step <= today : step >= today));
        expect(day?.last).toBe(last < 0 ? undefined : daysBack(values.length)[last + 1]);
      }),
    );
  });

  test("the level among all earlier closes, from the end that it is nearer to", () => {
    fc.assert(
      fc.property(coin, values => {
        const [today, before] = [values.at(-1)!, values.slice(0, -1)];
        const lower = before.filter(value => value <= today).length;
        const end = lower * 2 < before.length ? "low" : "high";
        const {level} = recordsOf(values);
        expect(level?.end).toBe(end);
        expect(level?.beyond.value).toBe(
          before.filter(value => (end === "low" ? value <= today : value >= today)).length,
        );
        if (level?.last !== undefined) {
          const since = daysBack(values.length).indexOf(level.last) + 1;
          for (const value of values.slice(since, -1))
            expect(end === "low" ? value > today : value < today).toBe(true);
        }
      }),
    );
  });

  test("a week and a month among earlier ones that do not overlap it, and the last of any", () => {
    fc.assert(
      fc.property(coin, values => {
        const days = daysBack(values.length);
        for (const {window, change, beyond, earlier, last} of recordsOf(values).spans) {
          const spans = values.slice(window).map((value, i) => value / values[i]! - 1);
          const today = spans.at(-1)!;
          expect(change.value).toBeCloseTo(today, 9);
          const isBeyond = (span: number) => (today < 0 ? span <= today : span >= today);
          const apart = spans.slice(0, -window);
          expect(earlier.value).toBe(apart.length);
          expect(beyond.value).toBe(apart.filter(isBeyond).length);
          const newest = spans.slice(0, -1).findLastIndex(isBeyond);
          expect(last).toBe(newest < 0 ? undefined : days[newest + window]);
        }
      }),
    );
  });
});

test("one day makes a week where it alone is four fifths of it, and that day is named", () => {
  fc.assert(
    fc.property(fc.integer({min: 0, max: 6}), fc.boolean(), (place, up) => {
      const steps = returns(7, 400, 0.0001);
      const last = steps.length - 1 - place;
      steps[last] = up ? 0.3 : -0.3;
      const [week] = recordsOf(closes(20, steps)).spans;
      expect(week?.madeBy?.day).toBe(addDays(lastDay, -place));
      expect(Math.sign(week!.madeBy!.figure.value)).toBe(up ? 1 : -1);
    }),
  );
});

test("no record is told of fewer than thirty earlier cases", () => {
  const {uniform} = chance(3);
  const few = Array.from({length: 29}, () => 20 + uniform());
  const found = recordsOf(few);
  expect(found.day).toBeUndefined();
  expect(found.level).toBeUndefined();
  expect(found.spans).toEqual([]);
});

test("a volume of another source than its history is set beside none of its days", () => {
  const values = closes(20, returns(5, 400));
  const volume = {
    ...series(
      "volume.own",
      values.map(value => value * 1e6),
    ),
    source: "made up",
  };
  const at = (source: string) =>
    recordsOf(values, {
      volume,
      state: {
        volume24h: {
          value: 5e7,
          asOf: "2026-03-20T00:00:00Z",
          source,
          file: "a.json",
          pointer: "/v",
        },
      },
    }).volume;
  expect(at("made up")?.end).toBe("high");
  expect(at("somebody else")).toBeUndefined();
});

const simulated = [...new Set(readFileSync("samples/simulated/assets.csv", "utf8").split("\n"))]
  .slice(1)
  .map(line => line.split(",")[0]!)
  .filter(id => id !== "");

test("a trailing day is held against earlier days alone, and never against itself", async () => {
  let told = 0;
  for (const coin of simulated) {
    const asOf = "2025-07-02T00:00:00Z";
    const {snapshot} = await snapshotOf({coin, data: "samples/simulated", asOf});
    const found = find(readMarket(snapshot)).findings.find(
      (one: Finding): one is RecordsFinding => one.kind === "records",
    );
    if (found?.day?.last === undefined) continue;
    told++;
    expect(found.day.last < "2025-07-01", `${coin} since ${found.day.last}`).toBe(true);
  }
  expect(told).toBeGreaterThan(5);
});
