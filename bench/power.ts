import {rankDependenceTest} from "../src/stats/rankDependenceTest.ts";
import {smallestVisibleDrop} from "../src/stats/smallestVisibleDrop.ts";
import {spearman} from "../src/stats/spearman.ts";
import {type Goal, report, type Section} from "./pairs.ts";
import {
  baselineDays,
  bothTails,
  fisherZ,
  percent,
  type Random,
  randomFrom,
  readSimulationOptions,
  simulatePath,
  span,
  type Tails,
  windowDays,
} from "./simulate.ts";

/**
 * How often the test of decoupling finds a true drop, beside two-sample Fisher z held to a
 * true 5 % of false alarms on the same kind of paths; and whether "this is the smallest
 * change these days would have shown four times in five" is true.
 */
const level = 0.05;
const {paths, json} = readSimulationOptions(10_000);

type Row = Record<string, number | string>;

function drawn(
  rho: number,
  later: number,
  days: number,
  tails: Tails,
  random: Random,
): {rank: number; fisher: number}[] {
  return Array.from({length: paths}, () => {
    const whole = simulatePath(
      baselineDays + days,
      {rho, later, change: baselineDays},
      tails,
      random,
    );
    const window = span(whole, baselineDays, baselineDays + days);
    const baseline = span(whole, 0, baselineDays);
    const {p, statistic} = rankDependenceTest(window, baseline);
    return {rank: statistic < 0 ? p : 1, fisher: fisherZ(window, baseline)};
  });
}

const share = <T>(values: readonly T[], holds: (value: T) => boolean) =>
  values.filter(holds).length / values.length;

function found(rho: number, later: number, tails: Tails): Row[] {
  return windowDays.map(days => {
    const still = drawn(rho, rho, days, tails, randomFrom(3));
    const moved = drawn(rho, later, days, tails, randomFrom(4));
    const sizes = still.map(({fisher}) => Math.abs(fisher)).sort((a, b) => a - b);
    const critical = sizes[Math.ceil((1 - level) * paths) - 1]!;
    return {
      drop: `${rho} → ${later}`,
      tails,
      days,
      "rank test %": percent(share(moved, ({rank}) => rank < level)),
      "Fisher z at a true 5 % %": percent(share(moved, ({fisher}) => fisher < -critical)),
      "its critical value": Math.round(100 * critical) / 100,
      "Fisher z as printed %": percent(share(moved, ({fisher}) => fisher < -1.959964)),
      "its false alarms %": percent(share(still, ({fisher}) => Math.abs(fisher) > 1.959964)),
    };
  });
}

/** The correlation of the normals behind returns whose Spearman's rho is the one asked for. */
function normalCorrelation(tails: Tails): (rho: number) => number {
  const random = randomFrom(5);
  const grid = Array.from({length: 41}, (_, i) => -0.98 + 0.049 * i);
  const rhos = grid.map(correlation => {
    let total = 0;
    for (let path = 0; path < 150; path++) {
      const {x, y} = simulatePath(1000, {rho: correlation}, tails, random);
      total += spearman(x, y).rho;
    }
    return total / 150;
  });
  return rho => {
    const above = Math.max(
      1,
      rhos.findIndex(value => value >= rho),
    );
    const [from, to] = [rhos[above - 1]!, rhos[above]!];
    const part = (rho - from) / (to - from);
    return Math.max(-0.999, Math.min(0.999, grid[above - 1]! + 0.049 * part));
  };
}

/** Baselines make their statement; windows with just that rho follow; how many are found? */
function statements(rho: number, tails: Tails, behind: (rho: number) => number): Row[] {
  return windowDays.map(days => {
    const random = randomFrom(6);
    let seen = 0;
    let stated = 0;
    for (let path = 0; path < paths; path++) {
      // One path for the volatility to run through; the drop is known once the baseline is.
      const baseline = simulatePath(baselineDays, {rho}, tails, random);
      const known = spearman(baseline.x, baseline.y);
      const visible = smallestVisibleDrop({...known, n: baselineDays}, days);
      const window = simulatePath(days, {rho: behind(visible)}, tails, random);
      const {p, statistic} = rankDependenceTest(window, baseline);
      if (p < level && statistic < 0) seen++;
      stated += visible / paths;
    }
    return {
      rho,
      tails,
      days,
      "rho stated, mean": Math.round(1000 * stated) / 1000,
      "found there %": percent(seen / paths),
      "± (standard error)": percent(Math.sqrt(0.16 / paths)),
    };
  });
}

const drops = [[0.7, 0.3] as const, [0.8, 0.6] as const].flatMap(([rho, later]) =>
  bothTails.flatMap(tails => found(rho, later, tails)),
);
const visible = bothTails.flatMap(tails => {
  const behind = normalCorrelation(tails);
  return [0.4, 0.6, 0.7, 0.8].flatMap(rho => statements(rho, tails, behind));
});

const sections: Section[] = [
  {
    title: `True drops found at the 5 % level, baseline ${baselineDays} days, ${paths} paths a cell`,
    rows: drops,
  },
  {title: "Of drops as small as stated, how many are found (80 % is the statement)", rows: visible},
];
const below = drops.filter(
  row => Number(row["rank test %"]) < Number(row["Fisher z at a true 5 % %"]),
);
const shares = visible.map(row => Number(row["found there %"]));
const goals: Goal[] = [
  {
    goal: "cells below Fisher z at its true size",
    bound: "0",
    measured: below.length,
    met: below.length === 0,
  },
  {
    goal: "drops found where the statement says four in five, %",
    bound: "75 to 85",
    measured: `${Math.min(...shares)} to ${Math.max(...shares)}`,
    met: Math.min(...shares) >= 75 && Math.max(...shares) <= 85,
  },
];
report(sections, goals, json);
