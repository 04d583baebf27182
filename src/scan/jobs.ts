import {at} from "../stats/at.ts";
import {
  type RankTester,
  rankDependenceTests,
  testFields,
  testSize,
} from "../stats/rankDependenceTests.ts";
import {rollingDependence} from "../stats/rollingDependence.ts";
import {rollingRankDependence} from "../stats/rollingRankDependence.ts";

/** The returns of many coins by day, one coin after the other, and the benchmark's. */
export interface Matrix {
  readonly benchmark: Float64Array;
  readonly returns: Float64Array;
}

/** Tests each coin as of its own last day, and as of earlier days that lie whole windows back. */
export interface TestsJob extends Matrix {
  readonly kind: "tests";
  readonly windows: readonly number[];
  readonly baseline: number;
  readonly fewest: {readonly window: number; readonly baseline: number};
  /** The day to test as of, by coin; -1 for none. */
  readonly ends: Int32Array;
  /** Whether earlier changes of the coin are counted; they cost most of the time. */
  readonly past: boolean;
  /** By coin and window, `rowSize` numbers. */
  readonly into: Float64Array;
}

/** Rolling Pearson's r and beta, and Spearman's rho, by coin and day; each where it is given. */
export interface RollingJob extends Matrix {
  readonly kind: "rolling";
  readonly into: readonly {
    readonly window: number;
    readonly pearson?: Float64Array;
    readonly beta?: Float64Array;
    readonly spearman?: Float64Array;
  }[];
}

export type Job = TestsJob | RollingJob;

/** After the fields of the test: how many earlier ones there are, and how many were smaller. */
export const pastTests = testSize;
export const pastSmaller = testSize + 1;
export const rowSize = testSize + 2;

/** Does a share of the job: the coins from `from` to before `to`. */
export type Worker = (from: number, to: number) => void;

/** Prepares what all coins share. */
export function workOn(job: Job): Worker {
  return job.kind === "tests" ? testCoins(job) : rollCoins(job);
}

function testCoins(job: TestsJob): Worker {
  const {benchmark, returns, windows, baseline, fewest, ends, into} = job;
  const days = benchmark.length;
  const designs = windows.map(window => ({window, baseline, fewest}));
  const now = rankDependenceTests(benchmark, designs);
  const alone = designs.map(design => ({
    step: design.window,
    test: rankDependenceTests(benchmark, [design]),
  }));
  const found = new Float64Array(designs.length * testSize);
  return (from, to) => {
    for (const [i, end] of ends.subarray(from, to).entries()) {
      const coin = from + i;
      const row = coin * windows.length * rowSize;
      into.fill(Number.NaN, row, row + windows.length * rowSize);
      if (end < 0) continue;
      const series = returns.subarray(coin * days, (coin + 1) * days);
      now(series, end, found);
      for (const [k, {step, test}] of alone.entries()) {
        const part = into.subarray(row + k * rowSize, row + (k + 1) * rowSize);
        part.set(found.subarray(k * testSize, (k + 1) * testSize));
        if (job.past && at(part, testFields.p) >= 0)
          countPast(test, series, {end, step, shortest: fewest.window + fewest.baseline}, part);
      }
    }
  };
}

/** How many of the coin's own earlier changes, whole windows back, were smaller than the last. */
function countPast(
  test: RankTester,
  series: Float64Array,
  {end, step, shortest}: {end: number; step: number; shortest: number},
  into: Float64Array,
): void {
  const found = new Float64Array(testSize);
  const last = Math.abs(at(into, testFields.statistic));
  let tests = 0;
  let smaller = 0;
  for (let day = end - step; day >= shortest - 1; day -= step) {
    test(series, day, found);
    const earlier = Math.abs(at(found, testFields.statistic));
    if (Number.isNaN(earlier)) continue;
    tests++;
    if (earlier < last) smaller++;
  }
  into[pastTests] = tests;
  into[pastSmaller] = smaller;
}

function rollCoins({benchmark, returns, into}: RollingJob): Worker {
  const days = benchmark.length;
  const spare = new Float64Array(days);
  const plans = into.map(out => ({
    ...out,
    roll: out.pearson || out.beta ? rollingDependence(benchmark, out.window) : undefined,
    ranks: out.spearman ? rollingRankDependence(benchmark, out.window) : undefined,
  }));
  return (from, to) => {
    for (let coin = from; coin < to; coin++) {
      const part = (all: Float64Array | undefined) =>
        all ? all.subarray(coin * days, (coin + 1) * days) : spare;
      const series = part(returns);
      for (const {roll, ranks, pearson, beta, spearman} of plans) {
        roll?.(series, {pearson: part(pearson), beta: part(beta)});
        ranks?.(series, part(spearman));
      }
    }
  };
}
