import {describe, expect, test} from "vitest";
import {addDays, daysBetween} from "../../src/model/day.ts";
import type {DailySeries, Market} from "../../src/model/market.ts";
import {
  abstentionOf,
  closes,
  covariance,
  datum,
  deviationOf,
  findingOf,
  lastDay,
  pearsonOf,
  returns,
  returnsOf,
  series,
  spearmanOf,
} from "./markets.ts";

const days = 420;
const bitcoin = returns(1, days);
const noise = returns(2, days, 0.02);
const follower = bitcoin.map((value, t) => 1.2 * value + noise[t]!);
const leaver = follower.map((value, t) => (t < days - 60 ? value : 1.5 * noise[t]!));

const pair = (own: readonly number[], reference: readonly number[] = bitcoin) => ({
  close: series("close.own", closes(20, own)),
  benchmarkClose: series("close.btc", closes(60_000, reference)),
});
const foundIn = (given: Partial<Market>) => findingOf("decoupling", given)!;

/** Both returns on the days from one to the other. */
function between({close, benchmarkClose}: ReturnType<typeof pair>, from: string, to: string) {
  const [own, reference] = [returnsOf(close), returnsOf(benchmarkClose)];
  const shared = [...own.keys()].filter(day => reference.has(day) && day >= from && day <= to);
  return {
    x: shared.map(day => reference.get(day)!),
    y: shared.map(day => own.get(day)!),
  };
}

/** Without the closes of these days. */
function without({dates, values, ...rest}: DailySeries, gone: readonly string[]): DailySeries {
  const kept = dates.map((_, i) => i).filter(i => !gone.includes(dates[i]!));
  return {...rest, dates: kept.map(i => dates[i]!), values: kept.map(i => values[i]!)};
}

describe.each([
  ["a full history", pair(leaver)],
  [
    "one with missing days",
    {
      ...pair(leaver),
      close: without(pair(leaver).close, [addDays(lastDay, -10), addDays(lastDay, -200)]),
    },
  ],
])("of %s", (_, data) => {
  const found = foundIn(data);

  test("each window and the 270 days before it have the figures that their returns give", () => {
    expect(found.windows.map(({window}) => window)).toEqual([30, 60, 90]);
    for (const one of found.windows) {
      const from = addDays(lastDay, 1 - one.window);
      expect(one).toMatchObject({
        ...{from, to: lastDay},
        baselineFrom: addDays(from, -270),
        baselineTo: addDays(from, -1),
      });
      const now = between(data, from, lastDay);
      const before = between(data, addDays(from, -270), addDays(from, -1));
      expect(one.days.value).toBe(now.x.length);
      expect(one.baselineDays.value).toBe(before.x.length);
      expect(one.rho.value).toBeCloseTo(spearmanOf(now.x, now.y), 11);
      expect(one.baselineRho.value).toBeCloseTo(spearmanOf(before.x, before.y), 11);
      expect(one.pearson.value).toBeCloseTo(pearsonOf(now.x, now.y), 11);
      expect(one.baselinePearson.value).toBeCloseTo(pearsonOf(before.x, before.y), 11);
      const beta = covariance(now.x, now.y) / covariance(now.x, now.x);
      expect(one.beta.value).toBeCloseTo(beta, 11);
      expect(one.benchmarkVolatility.value).toBeCloseTo(deviationOf(now.x), 11);
      expect(one.baselineBenchmarkVolatility.value).toBeCloseTo(deviationOf(before.x), 11);
      const rest = now.y.map((value, i) => value - beta * now.x[i]!);
      expect(one.ownVolatility.value).toBeCloseTo(deviationOf(rest), 11);
    }
  });

  test("the causes add up to the change of the linear correlation", () => {
    for (const {cause, pearson, baselinePearson} of found.windows)
      expect(
        cause.beta.value + cause.benchmarkVolatility.value + cause.ownVolatility.value,
      ).toBeCloseTo(pearson.value - baselinePearson.value, 12);
  });

  test("p-values are adjusted for the windows by Benjamini and Hochberg", () => {
    const ps = found.windows.map(({p}) => p.value);
    for (const {p, adjustedP, verdict} of found.windows) {
      // The least of p × windows / place over this p and all larger ones.
      const larger = ps.filter(other => other >= p.value);
      const scaled = larger.map(other => (other * 3) / ps.filter(one => one <= other).length);
      expect(adjustedP.value).toBeCloseTo(Math.min(1, ...scaled), 12);
      expect(verdict === "no-change-found").toBe(adjustedP.value >= 0.05);
    }
  });

  test("the band is drawn about the rolling correlation, which ends with that of 60 days", () => {
    const {rolling} = found;
    const last = rolling.days.at(-1)!;
    expect(last.date).toBe(lastDay);
    for (const {low, rho, high} of rolling.days) expect(low < rho && rho < high).toBe(true);
    const drawn = found.windows.find(({window}) => window === rolling.window)!;
    const apart = Math.abs(last.rho - drawn.rho.value);
    expect(apart).toBeLessThan(data.close.values.length === days + 1 ? 1e-12 : 0.05);
  });
});

test("a coin that follows has not changed, and one that left has decoupled since about then", () => {
  const still = foundIn(pair(follower));
  expect(still).toMatchObject({
    decoupled: false,
    leading: {window: 60, verdict: "no-change-found"},
  });
  expect(still.change?.since).toBeUndefined();
  const left = foundIn(pair(leaver));
  expect(left).toMatchObject({decoupled: true, leading: {verdict: "weakened"}});
  expect(Math.abs(daysBetween(left.change!.since!, addDays(lastDay, -59)))).toBeLessThan(15);
});

test("a tie that a quiet benchmark loosens is weakened, and not decoupled", () => {
  const quiet = bitcoin.map((value, t) => (t < days - 90 ? value : value / 12));
  const data = pair(
    quiet.map((value, t) => 1.2 * value + noise[t]!),
    quiet,
  );
  const {leading, decoupled, movedBy} = foundIn(data);
  expect(leading.verdict).toBe("weakened");
  expect(leading.cause.benchmarkVolatility.value).toBeLessThan(-0.3);
  const own = leading.cause.beta.value + leading.cause.ownVolatility.value;
  expect(own).toBeGreaterThan(leading.cause.benchmarkVolatility.value);
  expect({decoupled, movedBy}).toEqual({decoupled: false, movedBy: "benchmark"});
});

test("a tie that appears and is inverse is a stronger one, and no decoupling", () => {
  const apart = noise.map(value => 1.5 * value);
  const against = apart.map((value, t) => (t < days - 60 ? value : value - bitcoin[t]!));
  const {leading, decoupled, inverse} = foundIn(pair(against));
  expect(leading.rho.value).toBeLessThan(-0.3);
  expect({verdict: leading.verdict, decoupled, inverse}).toEqual({
    ...{verdict: "strengthened", decoupled: false, inverse: true},
  });
});

test("a tie that turns round is no decoupling, however strong it was", () => {
  const turned = follower.map((value, t) =>
    t < days - 60 ? value : noise[t]! - 0.5 * bitcoin[t]!,
  );
  const {leading, decoupled, inverse} = foundIn(pair(turned));
  expect(leading.rho.value).toBeLessThan(0);
  expect({decoupled, inverse}).toEqual({decoupled: false, inverse: true});
});

test("a baseline is as long as the days on record, and begins with the first of them", () => {
  const young = pair(follower.slice(-190), bitcoin.slice(-190));
  for (const one of foundIn(young).windows) {
    expect(one.baselineFrom).toBe(addDays(lastDay, -189));
    expect(one.baselineDays.value).toBe(190 - one.window);
  }
});

test("where a scan picked the coin its p-values decide, and it is said which scan", () => {
  const scan = (p: number) => ({
    ...{universe: datum(200), tests: datum(590), place: datum(3)},
    adjustedP: [30, 60, 90].map(window => ({window, p: datum(p)})),
  });
  const chance = foundIn({...pair(leaver), scan: scan(0.4)});
  expect(chance.windows.map(({verdict}) => verdict)).toEqual(Array(3).fill("no-change-found"));
  expect(chance.decoupled).toBe(false);
  expect(chance.picked).toMatchObject({universe: {value: 200}, place: {value: 3}});
  const lowest = Math.min(...chance.windows.map(({p}) => p.value));
  expect(chance.leading.p.value).toBe(lowest);
  const news = foundIn({...pair(follower), scan: scan(0.001)});
  expect(news.windows.map(({verdict}) => verdict)).not.toContain("no-change-found");
  expect(news.leading.adjustedP.value).toBe(0.001);
});

describe("nothing is said", () => {
  test("of the benchmark against itself", () => {
    const own = {id: "btc", symbol: "BTC", name: "Bitcoin"};
    expect(abstentionOf("decoupling", {...pair(follower), asset: own})?.reason).toEqual({
      kind: "is-benchmark",
    });
  });

  test("without closes of either", () => {
    const {close, benchmarkClose} = pair(follower);
    for (const given of [{close}, {benchmarkClose}, {}])
      expect(abstentionOf("decoupling", given)?.reason).toEqual({kind: "no-history"});
  });

  test("of fewer days than a window and its baseline need, with how many are needed", () => {
    expect(
      abstentionOf("decoupling", pair(follower.slice(-79), bitcoin.slice(-79)))?.reason,
    ).toEqual({kind: "too-few-days", days: 79, needed: 80});
  });

  test("of a coin whose price stands still on all but a few days", () => {
    const still = follower.map((value, t) => (t % 4 === 0 ? value : 0));
    expect(() => foundIn(pair(still))).not.toThrow();
  });
});
