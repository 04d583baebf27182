import {expect, test} from "vitest";
import {findDecoupling} from "../../src/findings/decoupling.ts";
import {cleanHistory} from "../../src/findings/history.ts";
import type {Market} from "../../src/model/market.ts";
import {scan} from "../../src/scan/scan.ts";
import {asOf, coin, dates, noise, universe} from "./universes.ts";

const days = 500;
const bitcoin = noise(1, days);
const benchmark = coin("bitcoin", bitcoin);
const follower = (seed: number) => {
  const own = noise(seed, days, 0.02);
  return bitcoin.map((value, t) => value + own[t]!);
};
/** Follows, and then goes its own way for the last 60 days. */
const leaver = (seed: number) =>
  follower(seed).map((value, t) => (t < days - 60 ? value : noise(seed + 1000, days)[t]!));

test("puts the coin that left first, says since when, and keeps quiet about the others", async () => {
  const coins = Array.from({length: 20}, (_, i) => coin(`follower-${i}`, follower(41 * i + 200)));
  const found = await scan(universe(benchmark, [...coins, coin("leaver", leaver(99))]));
  expect(found).toMatchObject({asOf, universe: 21, windows: [30, 60, 90], leftOut: []});
  expect(found.rows).toHaveLength(63);
  const [first] = found.rows;
  expect(first).toMatchObject({asset: "leaver", symbol: "LEAVER", verdict: "weakened"});
  expect(first!.adjustedP).toBeGreaterThan(first!.p!);
  const off = dates(days).indexOf(first!.since!) - (days - 60);
  expect(Math.abs(off)).toBeLessThan(15);
  const others = found.rows.filter(({asset}) => asset !== "leaver");
  expect(others.every(({verdict}) => verdict === "no-change-found")).toBe(true);
  expect(others.every(({since}) => since === null)).toBe(true);
});

test("finds the p-values of a note on the coin", async () => {
  const leaving = coin("leaver", leaver(99));
  const gone = {
    ...leaving.close,
    dates: [...leaving.close.dates],
    values: [...leaving.close.values],
  };
  // Two missing days, and a last close of the day before.
  for (const at of [450, 300, gone.dates.length - 1]) {
    gone.dates.splice(at, 1);
    gone.values.splice(at, 1);
  }
  const holed = {...leaving, close: gone};
  const {rows} = await scan(universe(benchmark, [holed]));
  const history = (close: typeof gone) => cleanHistory(close, {asOf} as Market).history!;
  const note = findDecoupling(
    history(gone),
    history(benchmark.close as typeof gone),
    benchmark.asset,
  );
  if (!("windows" in note)) throw new Error("the note abstains");
  for (const {window, rho, baselineRho, p} of note.windows) {
    const row = rows.find(one => one.window === window)!;
    expect(Math.abs(row.rho! - rho.value)).toBeLessThan(1e-12);
    expect(Math.abs(row.baselineRho! - baselineRho.value)).toBeLessThan(1e-12);
    expect(Math.abs(row.p! - p.value)).toBeLessThan(1e-12);
  }
});

test("is the same whatever the number of threads", async () => {
  const coins = Array.from({length: 250}, (_, i) => coin(`coin-${i}`, follower(i + 10)));
  const many = await scan(universe(benchmark, coins));
  const few = await scan(universe(benchmark, coins.slice(0, 100)));
  const p = (asset: string, rows: typeof many.rows) =>
    rows.filter(row => row.asset === asset).map(row => row.p);
  expect(p("coin-7", many.rows).toSorted()).toEqual(p("coin-7", few.rows).toSorted());
});

test("others have the thread again and again, so that a worker that scans is heard of", async () => {
  const coins = Array.from({length: 100}, (_, i) => coin(`coin-${i}`, follower(i + 10)));
  let turns = 0;
  let over = false;
  const count = () => {
    turns += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await scan(universe(benchmark, coins));
  over = true;
  expect(turns).toBeGreaterThanOrEqual(10);
});

test("leaves out stablecoins, ended coins and coins without closes, and says so", async () => {
  const ended = coin("ended", follower(3));
  const close = {
    ...ended.close,
    dates: ended.close.dates.slice(0, 400),
    values: ended.close.values.slice(0, 400),
  };
  const empty = {...ended.close, dates: [], values: []};
  const {rows, leftOut} = await scan({
    ...universe(benchmark, [
      coin("dollar", noise(5, days, 0.0001), "stablecoin"),
      coin("pegged", noise(6, days, 0.0001)),
      {...ended, close},
      {...coin("empty", []), close: empty},
    ]),
    missing: [{asset: {id: "gone", symbol: "GONE", name: "gone"}, reason: "not to be had"}],
  });
  expect(rows).toEqual([]);
  expect(leftOut.map(({asset, reason}) => `${asset.id}: ${reason}`)).toEqual([
    "gone: not to be had",
    "dollar: stablecoin",
    "pegged: pegged",
    expect.stringMatching(/^ended: closes end on 202\d-/),
    "empty: no closes",
  ]);
});

test("does not test a coin younger than its windows need", async () => {
  const young = coin("young", follower(3).slice(-70));
  const one = coin("one", [0.01]);
  const {rows, universe: size} = await scan(universe(benchmark, [young, one]));
  expect(size).toBe(2);
  expect(rows).toHaveLength(6);
  for (const row of rows)
    expect(row).toMatchObject({verdict: "not-enough-data", p: null, rho: null, newsworthiness: 0});
});

test("a feed that stands still is left out from the day it stopped", async () => {
  const still = coin("still", new Array(days).fill(0), "crypto");
  const {rows, leftOut} = await scan(universe(benchmark, [still]));
  expect(rows).toEqual([]);
  expect(leftOut.map(({reason}) => reason)).toEqual([expect.stringMatching(/^closes end on/)]);
});

test("leaves faults of the feed out: a bad tick changes nothing", async () => {
  const sound = coin("sound", follower(3));
  const bad = {...sound, close: {...sound.close, values: sound.close.values.with(-20, 1e6)}};
  const negative = {...sound, close: {...sound.close, values: sound.close.values.with(-20, -1)}};
  const missing = {
    ...sound,
    close: {
      ...sound.close,
      dates: sound.close.dates.toSpliced(-20, 1),
      values: sound.close.values.toSpliced(-20, 1),
    },
  };
  const without = await scan(universe(benchmark, [missing]));
  for (const faulty of [bad, negative]) {
    const found = await scan(universe(benchmark, [faulty]));
    expect(found.rows).toEqual(without.rows);
    expect([...found.faults]).toEqual([["sound", 1]]);
  }
});

test("serves a universe of one and of none", async () => {
  expect((await scan(universe(benchmark, [coin("one", follower(3))]))).rows).toHaveLength(3);
  expect((await scan(universe(benchmark, []))).rows).toEqual([]);
});

test("refuses a benchmark without a fresh history", async () => {
  const close = {...benchmark.close, dates: [], values: []};
  await expect(scan(universe({...benchmark, close}, []))).rejects.toThrow(/nothing to measure/);
});
