import {parseArgs} from "node:util";
import {adjustedPs, type ScanTest} from "../src/scan/adjusted.ts";
import {benjaminiHochberg} from "../src/stats/benjaminiHochberg.ts";
import {changePoint} from "../src/stats/changePoint.ts";
import {median} from "../src/stats/median.ts";
import {pearson} from "../src/stats/pearson.ts";
import {rankDependenceTests, testFields, testSize} from "../src/stats/rankDependenceTests.ts";
import {atMost, type Goal, report, rounded} from "./pairs.ts";
import {randomFrom, simulateMarket, type Tails} from "./simulate.ts";

/**
 * Simulated markets whose coins share one Bitcoin path, in which a few coins change on a known
 * day: what a scan finds, how much of it is false, and how well it dates the change.
 */
const {values: options} = parseArgs({
  options: {
    json: {type: "boolean", default: false},
    quick: {type: "boolean", default: false},
    markets: {type: "string", default: "1000"},
    coins: {type: "string", default: "200"},
    changed: {type: "string", default: "5"},
    seed: {type: "string", default: "1"},
  },
});
const markets = Math.max(1, Math.round(Number(options.markets) / (options.quick ? 10 : 1)));
const coins = Number(options.coins);
const changed = Number(options.changed);
const windows = [30, 60, 90];
const baseline = 270;
const days = baseline + 90;
const level = 0.05;
/** A drop of 0.5, on a day from 30 to 90 before the end. */
const [before, after] = [0.8, 0.3];
const designs = windows.map(window => ({window, baseline, fewest: {window: 20, baseline: 60}}));

/** What one way of testing found, summed over markets. */
interface Tally {
  falseShares: number[];
  falseCoinShares: number[];
  found: number;
}

const tally = (): Tally => ({falseShares: [], falseCoinShares: [], found: 0});
const rows = [];
const goals: Goal[] = [];
for (const tails of ["shared", "apart"] as const) rows.push(...runMarkets(tails));
report(
  [{title: `${markets} markets of ${coins} coins, ${changed} of which change`, rows}],
  goals,
  options.json,
);

function runMarkets(tails: Tails) {
  const random = randomFrom(Number(options.seed) * 1000 + (tails === "shared" ? 1 : 2));
  const [scan, plain, unadjusted, fisher] = [tally(), tally(), tally(), tally()];
  const errors: number[] = [];
  let dated = 0;
  for (let market = 0; market < markets; market++) {
    const day = days - 30 - Math.floor(random.uniform() * 61);
    const coinsOf = Array.from({length: coins}, (_, coin) =>
      coin < changed
        ? {rho: before, later: after, change: day}
        : {rho: 0.4 + 0.45 * random.uniform()},
    );
    const [x, ...series] = simulateMarket(days, coinsOf, tails, random) as [
      Float64Array,
      ...Float64Array[],
    ];
    const found = new Float64Array(designs.length * testSize);
    const test = rankDependenceTests(x, designs);
    const tests = series.flatMap(y => {
      test(y, days - 1, found);
      return windows.map((window, k): ScanTest => {
        const at = (name: keyof typeof testFields) => found[k * testSize + testFields[name]]!;
        return {window, statistic: at("statistic"), n: at("n"), p: at("p")};
      });
    });
    const p = tests.map(one => one.p);
    const adjusted = adjustedPs(tests);
    count(scan, adjusted);
    count(plain, benjaminiHochberg(p));
    count(unadjusted, p);
    count(
      fisher,
      benjaminiHochberg(series.flatMap(y => windows.map(window => fisherP(x, y, window)))),
    );
    for (let coin = 0; coin < changed; coin++) {
      const own = adjusted.slice(coin * windows.length, (coin + 1) * windows.length);
      const least = Math.min(...own);
      if (least >= level) continue;
      const start = days - windows[own.indexOf(least)]! - baseline;
      const since = changePoint(x.subarray(start), series[coin]!.subarray(start));
      if (since.p >= level) continue;
      dated++;
      errors.push(Math.abs(start + since.index - day));
    }
  }
  goals.push(atMost(`false discovery rate by test, tails ${tails}`, 0.05, mean(scan.falseShares)));
  goals.push(
    atMost(`false discovery rate by coin, tails ${tails}`, 0.05, mean(scan.falseCoinShares)),
  );
  goals.push(
    atMost(
      `median error of the date in days, tails ${tails}`,
      7,
      errors.length ? median(errors) : Infinity,
    ),
  );
  const row = (way: string, {falseShares, falseCoinShares, found: hits}: Tally) => ({
    tails,
    way,
    "FDR %": rounded(100 * mean(falseShares)),
    "± s.e.": rounded(100 * standardError(falseShares)),
    "FDR % by coin": rounded(100 * mean(falseCoinShares)),
    "changed coins found %": changed > 0 ? rounded((100 * hits) / (markets * changed)) : "–",
    "of them dated %": way === "scan" ? rounded((100 * dated) / Math.max(1, hits)) : "–",
    "median error, days": way === "scan" && errors.length ? median(errors) : "–",
  });
  return [
    row("scan", scan),
    row("the same, Benjamini–Hochberg alone", plain),
    row("the same, p as they are", unadjusted),
    row("Fisher z on Pearson, adjusted", fisher),
  ];
}

/** One market's share of false ones among what was found, by row and by coin. */
function count(into: Tally, p: readonly number[]): void {
  const hits = p.flatMap((value, i) => (value < level ? [Math.floor(i / windows.length)] : []));
  const hitCoins = [...new Set(hits)];
  const share = (all: readonly number[]) =>
    all.length === 0 ? 0 : all.filter(coin => coin >= changed).length / all.length;
  into.falseShares.push(share(hits));
  into.falseCoinShares.push(share(hitCoins));
  into.found += hitCoins.filter(coin => coin < changed).length;
}

/** What everybody uses: the difference of two Fisher z over their textbook error. */
function fisherP(x: Float64Array, y: Float64Array, window: number): number {
  const end = x.length;
  const z = (from: number, to: number) =>
    Math.atanh(pearson(x.subarray(from, to), y.subarray(from, to)));
  const error = Math.sqrt(1 / (window - 3) + 1 / (baseline - 3));
  const t = (z(end - window, end) - z(end - window - baseline, end - window)) / error;
  return normalTwoSided(Math.abs(t));
}

/** Two-sided p of a standard normal (Numerical Recipes' erfc, relative error below 1.2e-7). */
function normalTwoSided(z: number): number {
  const u = z / Math.SQRT2;
  const t = 1 / (1 + u / 2);
  const powers = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const exponent = powers.reduceRight((sum, c) => sum * t + c, 0);
  return Math.min(1, t * Math.exp(-u * u + exponent));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function standardError(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / values.length / Math.max(1, values.length - 1));
}
