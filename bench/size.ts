import {benjaminiHochberg} from "../src/stats/benjaminiHochberg.ts";
import {rankDependenceTest} from "../src/stats/rankDependenceTest.ts";
import {atMost, type Goal, report, type Section} from "./pairs.ts";
import {
  baselineDays,
  bothTails,
  fisherZ,
  percent,
  randomFrom,
  readSimulationOptions,
  simulateMarket,
  simulatePath,
  span,
  type Tails,
  windowDays,
} from "./simulate.ts";

/**
 * How often the test of decoupling raises an alarm at the 5 % level where nothing changed,
 * beside two-sample Fisher z on the same paths. Every path has a benchmark of its own.
 */
const level = 0.05;
const {paths, json} = readSimulationOptions(20_000);
/** Markets for the second table, and coins in each. */
const markets = Math.ceil(paths / 50);
const coins = 200;

type Row = Record<string, number | string>;

function falseAlarms(rho: number, tails: Tails): Row[] {
  const random = randomFrom(1);
  const alarms = windowDays.map(() => ({rank: 0, up: 0, fisher: 0}));
  for (let path = 0; path < paths; path++) {
    // The window lies between the baseline and days that this path does not use.
    const whole = simulatePath(baselineDays + 90, {rho}, tails, random);
    const baseline = span(whole, 0, baselineDays);
    windowDays.forEach((days, i) => {
      const window = span(whole, baselineDays, baselineDays + days);
      const {p, statistic} = rankDependenceTest(window, baseline);
      if (p < level) alarms[i]!.rank++;
      if (p < level && statistic > 0) alarms[i]!.up++;
      if (Math.abs(fisherZ(window, baseline)) > 1.959964) alarms[i]!.fisher++;
    });
  }
  return windowDays.map((days, i) => ({
    rho,
    tails,
    days,
    "rank test %": percent(alarms[i]!.rank / paths),
    "of these rises %": percent(alarms[i]!.up / paths),
    "Fisher z %": percent(alarms[i]!.fisher / paths),
    "± (standard error)": percent(Math.sqrt((level * (1 - level)) / paths)),
  }));
}

/** Markets in which nothing changes and all coins share Bitcoin's path. */
function inMarkets(tails: Tails): Row {
  const random = randomFrom(2);
  const days = 60;
  const shares: number[] = [];
  let alarmed = 0;
  let drops = 0;
  let fisherAlarmed = 0;
  for (let market = 0; market < markets; market++) {
    const rhos = Array.from({length: coins}, () => ({rho: 0.3 + 0.6 * random.uniform()}));
    const [x, ...ys] = simulateMarket(baselineDays + days, rhos, tails, random);
    const tests = ys.map(y => {
      const whole = {x: x!, y};
      const window = span(whole, baselineDays, baselineDays + days);
      const baseline = span(whole, 0, baselineDays);
      const fisher = Math.abs(fisherZ(window, baseline));
      const {p, statistic} = rankDependenceTest(window, baseline);
      return {p, fall: statistic < 0, fisher: twoSidedNormal(fisher)};
    });
    shares.push(tests.filter(({p}) => p < level).length / coins);
    const adjusted = benjaminiHochberg(tests.map(({p}) => p));
    if (adjusted.some(p => p < level)) alarmed++;
    if (adjusted.some((p, coin) => p < level && tests[coin]!.fall)) drops++;
    if (benjaminiHochberg(tests.map(({fisher}) => fisher)).some(p => p < level)) fisherAlarmed++;
  }
  shares.sort((a, b) => a - b);
  const at = (share: number) => percent(shares[Math.floor(share * (shares.length - 1))]!);
  return {
    tails,
    markets,
    "mean %": percent(shares.reduce((a, b) => a + b) / shares.length),
    "lowest 5 % of markets": at(0.05),
    median: at(0.5),
    "highest 5 % of markets": at(0.95),
    "highest %": at(1),
    "any adjusted p < 0.05, % of markets": percent(alarmed / markets),
    "of these a drop %": percent(drops / markets),
    "any, Fisher z %": percent(fisherAlarmed / markets),
  };
}

/** P(|Z| >= z): a series for small z, a continued fraction for large. */
function twoSidedNormal(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let k = 60; k > 0; k--) fraction = z + k / fraction;
    return (2 * density) / fraction;
  }
  let term = z;
  let total = z;
  for (let k = 1; k < 60; k++) {
    term *= (z * z) / (2 * k + 1);
    total += term;
  }
  return 1 - 2 * density * total;
}

const cells = [0.6, 0.8].flatMap(rho => bothTails.flatMap(tails => falseAlarms(rho, tails)));
const shared = bothTails.map(inMarkets);
const sections: Section[] = [
  {
    title: `False alarms at a nominal 5 %, baseline ${baselineDays} days, ${paths} paths a cell`,
    rows: cells,
  },
  {
    title: `The same within single markets: ${coins} coins that share Bitcoin's path, correlations 0.3 to 0.9, 60 days`,
    rows: shared,
  },
];
const within = cells.map(cell => Number(cell["rank test %"]));
const worst = Math.max(...within.map(share => Math.abs(share - 5)));
const goals: Goal[] = [
  {
    goal: "false alarms in every cell, %",
    bound: "4 to 6",
    measured: `${Math.min(...within)} to ${Math.max(...within)}`,
    met: worst <= 1,
  },
  ...shared.flatMap(row => [
    atMost(
      `markets with any false discovery of a drop, tails ${row.tails}, %`,
      5,
      Number(row["of these a drop %"]),
    ),
    atMost(
      `markets with any false discovery, tails ${row.tails}, %`,
      5,
      Number(row["any adjusted p < 0.05, % of markets"]),
    ),
  ]),
];
report(sections, goals, json);
