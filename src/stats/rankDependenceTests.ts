import {fastOrder} from "./fastOrder.ts";
import {studentTTwoSided} from "./studentT.ts";

/** Which days a test compares; see `rankDependenceTests`. */
export interface TestDesign {
  /** Days of the window, which ends on the day asked for. */
  window: number;
  /** Days of the baseline, which ends on the day before the window. */
  baseline: number;
  /** Fewest pairs in the window, at least 4, and in the baseline, at least 3. */
  fewest: {window: number; baseline: number};
}

/** Fields of one test in the row of numbers that a tester fills. */
export const testFields = {
  rho: 0,
  variance: 1,
  n: 2,
  baselineRho: 3,
  baselineVariance: 4,
  baselineN: 5,
  statistic: 6,
  p: 7,
} as const;
export const testSize = 8;

/** Tests one coin's returns as of the day `end`, design after design, into `into` from `at` on. */
export type RankTester = (
  returns: Float64Array,
  end: number,
  into: Float64Array,
  at?: number,
) => void;

/**
 * `rankDependenceTest` for many coins on one benchmark: the returned function gives, for each
 * design, what that function gives for the pairs of the design's days, to the last digits.
 * Days are consecutive and count from 0; NaN or infinite means missing, in either series, and
 * such a day is no pair. `testFields` says which number is what; all eight are NaN where
 * the pairs are too few, a side is constant, or ranks agree or oppose perfectly.
 *
 * All designs share one sort of the coin's returns and one of the benchmark's (kept by `end`);
 * ranks and sums of influence values are whole numbers, thus exact. Nothing is allocated
 * for a coin. O(n) for n days.
 *
 * @throws RangeError when a design's numbers are not whole or too small, together more
 * than 20,000 days, or (by the returned function) lengths differ or `end` is no day
 * @example (into => (rankDependenceTests(new Float64Array([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]), [{window: 5, baseline: 5, fewest: {window: 5, baseline: 5}}])(new Float64Array([2, 1, 3, 5, 4, 2, 1, 3, 5, 4]), 9, into), [into[0], into[7]]))(new Float64Array(8)) // [0.8, 1]
 */
export function rankDependenceTests(
  benchmark: Float64Array,
  designs: readonly TestDesign[],
): RankTester {
  for (const design of designs) requireDesign(design);
  const longest = Math.max(1, ...designs.map(({window, baseline}) => window + baseline));
  const sort = fastOrder(longest);
  const scratch = makeScratch(longest);
  const byEnd = new Map<number, Benchmark>();
  const prepare = (end: number): Benchmark => {
    const from = Math.max(0, end + 1 - longest);
    const order = new Uint16Array(end + 1 - from);
    let n = 0;
    for (let i = from; i <= end; i++) if (Number.isFinite(benchmark[i])) order[n++] = i - from;
    sort(benchmark.subarray(from, end + 1), order, n);
    return {order: order.slice(0, n), values: benchmark.subarray(from, end + 1), from, sides: []};
  };

  return (returns, end, into, at = 0) => {
    if (returns.length !== benchmark.length)
      throw new RangeError(
        `rankDependenceTests needs ${benchmark.length} days: got ${returns.length}`,
      );
    if (!Number.isInteger(end) || end < 0 || end >= benchmark.length)
      throw new RangeError(`rankDependenceTests needs a day of the series: got ${end}`);
    const x = byEnd.get(end) ?? prepare(end);
    byEnd.set(end, x);
    const y = returns.subarray(x.from, end + 1);
    let n = 0;
    for (let i = 0; i < y.length; i++) {
      const paired = (y[i]! + x.values[i]!) * 0 === 0;
      scratch.paired[i] = paired ? 1 : 0;
      scratch.order[n] = i;
      n += paired ? 1 : 0;
    }
    sort(y, scratch.order, n);
    const pairs: PairsInOrder = {benchmark: x, y, n};
    designs.forEach((design, k) => {
      const part = into.subarray(at + k * testSize, at + (k + 1) * testSize);
      testOne(pairs, {design, k}, scratch, part);
    });
  };
}

function requireDesign({window, baseline, fewest}: TestDesign): void {
  const counts = [window, baseline, fewest.window, fewest.baseline];
  const bad =
    !counts.every(Number.isInteger) ||
    fewest.window < 4 ||
    fewest.baseline < 3 ||
    fewest.window > window ||
    fewest.baseline > baseline ||
    window + baseline > 20_000;
  if (bad)
    throw new RangeError(
      `rankDependenceTests needs windows of 4 and baselines of 3 pairs: got ${counts.join(", ")}`,
    );
}

/** The benchmark's days up to one end, and their order by value. */
interface Benchmark {
  values: Float64Array;
  order: Uint16Array;
  from: number;
  /** What all coins without gaps share: windows and baselines by design, as they are needed. */
  sides: Sorted[];
}

/** Days in the order of a value, and twice the mid-rank less 1 by day. */
interface Sorted {
  days: Uint16Array;
  scores: Int32Array;
}

/** One coin's days; `n` of them have both values, as the scratch knows. */
interface PairsInOrder {
  benchmark: Benchmark;
  y: Float64Array;
  n: number;
}

interface Side {
  from: number;
  to: number;
  /** Which of the benchmark's sides this is. */
  key: number;
}

type Scratch = ReturnType<typeof makeScratch>;

function makeScratch(most: number) {
  const sorted = (): Sorted => ({
    days: new Uint16Array(most + 1),
    scores: new Int32Array(most),
  });
  return {
    paired: new Uint8Array(most),
    order: new Uint16Array(most + 1),
    x: sorted(),
    y: sorted(),
    /** Sums over the days of the same or a higher x, by day. */
    above: new Int32Array(most),
    /** rho and its variance. */
    found: {rho: Number.NaN, variance: Number.NaN},
  };
}

function testOne(
  pairs: PairsInOrder,
  {design, k}: {design: TestDesign; k: number},
  scratch: Scratch,
  into: Float64Array,
): void {
  into.fill(Number.NaN);
  const to = pairs.y.length;
  const from = Math.max(0, to - design.window);
  const n1 = spearmanOf(pairs, {from, to, key: 2 * k}, design.fewest.window, scratch);
  const {rho: rho1, variance: v1} = scratch.found;
  if (!(n1 > 0 && Math.abs(rho1) < 1)) return;
  const before = {from: Math.max(0, from - design.baseline), to: from, key: 2 * k + 1};
  const n0 = spearmanOf(pairs, before, design.fewest.baseline, scratch);
  const {rho: rho0, variance: v0} = scratch.found;
  if (!(n0 > 0 && Math.abs(rho0) < 1)) return;
  const error = Math.sqrt(v1 / (1 - rho1 * rho1) ** 2 + v0 / (1 - rho0 * rho0) ** 2);
  if (!(error > 0)) return;
  const statistic = (Math.atanh(rho1) - Math.atanh(rho0)) / error;
  into[testFields.rho] = rho1;
  into[testFields.variance] = v1;
  into[testFields.n] = n1;
  into[testFields.baselineRho] = rho0;
  into[testFields.baselineVariance] = v0;
  into[testFields.baselineN] = n0;
  into[testFields.statistic] = statistic;
  into[testFields.p] = studentTTwoSided(statistic, n1 - 3);
}

/** rho and its variance over some days, into the scratch; returns the pairs, or 0 if too few. */
function spearmanOf(pairs: PairsInOrder, side: Side, fewest: number, scratch: Scratch): number {
  const {benchmark, y, n} = pairs;
  const count = select(scratch.order, n, {side, paired: undefined}, scratch.y.days);
  if (count < fewest) return 0;
  score(y, scratch.y, count);
  const dense = n === benchmark.order.length;
  const known = dense ? benchmark.sides[side.key] : undefined;
  if (!known) {
    const {paired, x} = scratch;
    select(benchmark.order, benchmark.order.length, {side, paired}, x.days);
    score(benchmark.values, x, count);
    if (dense) benchmark.sides[side.key] = {days: x.days.slice(0, count), scores: x.scores.slice()};
  }
  rho(known ?? scratch.x, count, scratch);
  return count;
}

/** Of the first n days in `order` those of the side (and, if given, paired), in that order. */
function select(
  order: Uint16Array,
  n: number,
  {side: {from, to}, paired}: {side: Side; paired: Uint8Array | undefined},
  into: Uint16Array,
): number {
  let count = 0;
  // Without branches, which could not be foretold: the sign bit says whether a day lies outside.
  for (let k = 0; k < n; k++) {
    const i = order[k]!;
    into[count] = i;
    count += 1 - (((i - from) | (to - 1 - i)) >>> 31);
  }
  if (!paired) return count;
  const inside = count;
  count = 0;
  for (let k = 0; k < inside; k++) {
    const i = into[k]!;
    into[count] = i;
    count += paired[i]!;
  }
  return count;
}

/** Twice the mid-rank, less 1: a whole number, 1 for the smallest of distinct values. */
function score(values: Float64Array, {days, scores}: Sorted, n: number): void {
  for (let first = 0; first < n; ) {
    const value = values[days[first]!]!;
    let next = first + 1;
    while (next < n && values[days[next]!] === value) next++;
    for (let k = first; k < next; k++) scores[days[k]!] = first + next;
    first = next;
  }
}

/** Spearman's rho of the n pairs and its variance into `found`; NaN for a constant. */
function rho(x: Sorted, n: number, {y, above, found}: Scratch): void {
  sumAbove(x, y.scores, n, above);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  let sum = 0;
  let squares = 0;
  let total = 0;
  for (let last = n - 1; last >= 0; ) {
    const yScore = y.scores[y.days[last]!]!;
    let next = last;
    while (next >= 0 && y.scores[y.days[next]!] === yScore) total += x.scores[y.days[next--]!]!;
    for (let k = last; k > next; k--) {
      const i = y.days[k]!;
      const xScore = x.scores[i]!;
      const dx = xScore - n;
      const dy = yScore - n;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
      const influence = xScore * yScore + 2 * (above[i]! + total);
      sum += influence;
      squares += influence * influence;
    }
    last = next;
  }
  found.rho = xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : Number.NaN;
  // Influence values are 3 / n² times the whole numbers above.
  found.variance = (9 * Math.max(0, squares - (sum * sum) / n)) / n ** 6;
}

/** For each day the sum of the y scores of the days whose x is the same or higher. */
function sumAbove(x: Sorted, yScores: Int32Array, n: number, above: Int32Array): void {
  let total = 0;
  for (let last = n - 1; last >= 0; ) {
    const key = x.scores[x.days[last]!]!;
    let next = last;
    while (next >= 0 && x.scores[x.days[next]!] === key) total += yScores[x.days[next--]!]!;
    for (let k = last; k > next; k--) above[x.days[k]!] = total;
    last = next;
  }
}
