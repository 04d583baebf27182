import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {find} from "../../src/findings/find.ts";
import {calendarOf, everyDay} from "../../src/model/calendar.ts";
import {addDays, type Day, weekday} from "../../src/model/day.ts";
import type {Asset} from "../../src/model/snapshot.ts";
import {withGaps} from "../../src/render/charts/series.ts";
import {
  closes,
  daysBack,
  deviationOf,
  market,
  pearsonOf,
  returns,
  series,
  spearmanOf,
} from "./markets.ts";

const isWeekend = (day: Day) => ["saturday", "sunday"].includes(weekday(day));
const holidays = new Set(["2025-12-25", "2025-12-26", "2026-01-01", "2025-05-26", "2025-09-01"]);
const every = daysBack(900);
const open = every.filter(day => !isWeekend(day) && !holidays.has(day));

const bitcoin = closes(60_000, returns(3, every.length - 1));
const bitcoinOn = new Map(every.map((day, i) => [day, bitcoin[i]!]));
const noise = returns(5, open.length, 0.01);
const share = closes(
  80,
  open.slice(1).map((day, i) => {
    const move = Math.log(bitcoinOn.get(day)! / bitcoinOn.get(open[i]!)!);
    return 0.4 * move + noise[i]!;
  }),
);

const found = (asset: Partial<Asset> = {kind: "share"}) =>
  find(
    market({
      asset: {id: "own", symbol: "OWN", name: "Own", ...asset},
      close: series("close.own", share, open),
      benchmarkClose: series("close.btc", bitcoin, every),
    }),
  );
const figures = new Map([...found().figures.values()].map(({id, value}) => [id, value] as const));

/** From one close to the next, as with a pencil. */
const steps = (values: readonly number[]) =>
  values.slice(1).map((value, i) => Math.log(value) - Math.log(values[i]!));
const ownSteps = steps(share);
const otherSteps = steps(open.map(day => bitcoinOn.get(day)!));
const year = open.filter(day => day > addDays(open.at(-1)!, -366));

describe("a share beside Bitcoin, against a slow reckoning", () => {
  test("has the days of a year that were traded in the last one", () => {
    const calendar = calendarOf(open);
    expect(calendar.rests).toBe(true);
    expect(Math.abs(calendar.daysPerYear - (year.length - 1))).toBeLessThanOrEqual(1);
    expect(figures.get("tradingDays")).toBe(calendar.daysPerYear);
  });

  test.each([30, 90])("swings over %i trading days, annualised by those of a year", window => {
    const deviation = deviationOf(ownSteps.slice(-window));
    expect(figures.get(`volatility.${window}d.days`)).toBe(window);
    expect(figures.get(`volatility.${window}d`)).toBeCloseTo(
      deviation * Math.sqrt(figures.get("tradingDays")!),
      10,
    );
  });

  test.each([30, 60, 90])("is tied over %i common days, from close to close", window => {
    const [own, other] = [ownSteps.slice(-window), otherSteps.slice(-window)];
    expect(figures.get(`decoupling.${window}d.days`)).toBe(window);
    expect(figures.get(`decoupling.${window}d.spearman`)).toBeCloseTo(spearmanOf(other, own), 10);
    expect(figures.get(`decoupling.${window}d.pearson`)).toBeCloseTo(pearsonOf(other, own), 10);
    expect(figures.get(`decoupling.${window}d.baseline.days`)).toBe(270);
  });

  test("has a tie that no weekend hides: as strong as it was made", () => {
    expect(figures.get("decoupling.90d.beta")).toBeGreaterThan(0.3);
    expect(figures.get("decoupling.90d.beta")).toBeLessThan(0.5);
  });

  test("changed over a day from its last close before, whatever day that was", () => {
    expect(figures.get("change24h.usd")).toBeCloseTo(share.at(-1)! / share.at(-2)! - 1, 12);
  });

  test("Bitcoin's own swings stay those of every day", () => {
    const from = open.at(-90)!;
    const own = steps(bitcoin).filter((_, i) => every[i + 1]! >= from);
    expect(figures.get("benchmark.volatility.90d")).toBeCloseTo(
      deviationOf(own) * Math.sqrt(365),
      10,
    );
  });

  test("is a case decided on a day on which it is open, and without the record of coins", () => {
    const cases = found().findings.find(one => one.kind === "cases")!;
    expect(cases.sets.map(({date}) => isWeekend(date))).toEqual([false, false, false]);
    expect(cases).not.toHaveProperty("record");
    expect(found({}).findings.find(one => one.kind === "cases")).toHaveProperty("record");
  });
});

test("Bitcoin measured on a share's index goes by the same common days", () => {
  const turned = find(
    market({
      asset: {id: "btc", symbol: "BTC", name: "Bitcoin"},
      benchmark: {id: "own", symbol: "OWN", name: "Own", kind: "index"},
      close: series("close.btc", bitcoin, every),
      benchmarkClose: series("close.own", share, open),
    }),
  );
  const of = new Map([...turned.figures.values()].map(({id, value}) => [id, value] as const));
  expect(of.get("decoupling.60d.spearman")).toBeCloseTo(
    figures.get("decoupling.60d.spearman")!,
    10,
  );
  expect(of.get("volatility.30d.days")).toBe(30);
});

describe("the calendar of a market", () => {
  test("that closes every day is that of every day, wherever it begins and ends", () => {
    fc.assert(
      fc.property(fc.nat(880), fc.integer({min: 0, max: 400}), (from, count) => {
        expect(calendarOf(every.slice(from, from + count))).toBe(everyDay);
      }),
    );
  });

  test("that rests knows a holiday from a hole", () => {
    const {isNext, back} = calendarOf(open);
    expect(isNext("2026-03-13", "2026-03-16")).toBe(true); // Friday, Monday
    expect(isNext("2025-12-24", "2025-12-29")).toBe(true); // Christmas and a weekend
    expect(isNext("2026-03-02", "2026-03-09")).toBe(false); // four days of trading missing
    expect(isNext("2026-03-16", "2026-03-13")).toBe(false);
    expect(back(open.at(-1)!, 5)).toBe(open.at(-6));
    expect(back(open.at(-1)!, 5000)).toBe(open[0]);
  });

  test("counts a year without the holes in it", () => {
    const holed = open.filter(day => day < "2025-10-01" || day > "2025-12-01");
    expect(Math.abs(calendarOf(holed).daysPerYear - calendarOf(open).daysPerYear)).toBeLessThan(4);
  });

  test("of other days of rest is found as well", () => {
    const sundayToThursday = every.filter(day => !["friday", "saturday"].includes(weekday(day)));
    const {rests, isNext} = calendarOf(sundayToThursday);
    expect(rests).toBe(true);
    expect(isNext("2026-03-12", "2026-03-15")).toBe(true); // Thursday, Sunday
  });

  test("of weekly values is none of days", () => {
    expect(calendarOf(every.filter(day => weekday(day) === "friday"))).toBe(everyDay);
  });
});

test("a line breaks at a hole, and not at a weekend", () => {
  const drawn = open.slice(-120).map(date => ({date}));
  expect(withGaps(drawn).filter(({day}) => !day)).toEqual([]);
  const holed = drawn.filter(({date}) => date < "2026-02-02" || date > "2026-02-12");
  expect(withGaps(holed).filter(({day}) => !day)).toHaveLength(1);
  expect(withGaps(every.slice(-20).map(date => ({date}))).length).toBe(20);
});
