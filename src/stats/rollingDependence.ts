/** Pearson's r and the OLS slope on the benchmark, by the day on which a window ends. */
export interface RollingDependence {
  /** NaN where it is undefined: too few pairs, or a side that is constant in the window. */
  pearson: Float64Array;
  /** NaN where there are too few pairs or the benchmark is constant in the window. */
  beta: Float64Array;
}

/** Fills `into` with the rolling dependence of one coin's returns; see `rollingDependence`. */
export type RollCoin = (returns: Float64Array, into: RollingDependence) => void;

/** Running sums are taken afresh at least this often, in days. */
const longestRun = 256;
/** … and at once when a window's sum of squares falls below this part of the largest since. */
const guard = 1e-3;

/**
 * Rolling Pearson correlation and OLS beta on one benchmark, for as many coins as are given
 * to the returned function one after the other: element t is that of the `window` days that
 * end on day t. Days are consecutive; NaN or infinite means missing, in either series, and
 * a missing day is left out of its windows (a window needs `fewest` pairs). Both are
 * dimensionless; divisors cancel.
 *
 * Running sums about a local mean, O(days) a coin whatever the window. They are taken afresh
 * every 256 days, and at once when the variance of a window falls below 1e-3 of the largest
 * sum of squares since: otherwise a spike that has left the window leaves its rounding errors
 * behind, for ever. What depends on the benchmark alone is computed once.
 *
 * @throws RangeError when the window is not a whole number of at least 2, `fewest` is not
 * from 2 to it, or (by the returned function) lengths differ
 * @example (roll => (out => (roll(new Float64Array([2, 4, 9]), out), [...out.beta].slice(2)))({pearson: new Float64Array(3), beta: new Float64Array(3)}))(rollingDependence(new Float64Array([1, 2, 3]), 3)) // [3.5]
 */
export function rollingDependence(
  benchmark: Float64Array,
  window: number,
  {fewest = window}: {fewest?: number} = {},
): RollCoin {
  if (!Number.isInteger(window) || window < 2)
    throw new RangeError(`rollingDependence needs a whole window of at least 2: got ${window}`);
  if (!Number.isInteger(fewest) || fewest < 2 || fewest > window)
    throw new RangeError(`rollingDependence needs 2 to ${window} pairs in a window: got ${fewest}`);
  const plan = planOf(benchmark, window);
  const days = benchmark.length;
  return (returns, {pearson, beta}) => {
    for (const {length} of [returns, pearson, beta])
      if (length !== days)
        throw new RangeError(`rollingDependence needs ${days} days: got ${length}`);
    const into = {pearson, beta};
    // Before as many days there cannot be as many pairs.
    const first = Math.min(days, nextPair(benchmark, returns, 0) + fewest - 1);
    pearson.fill(Number.NaN, 0, first);
    beta.fill(Number.NaN, 0, first);
    for (let day = first; day < days; ) {
      const {start, end} = stretch(benchmark, returns, {
        from: Math.max(0, day - fewest + 1),
        least: Math.min(days, 4 * window),
      });
      const full = Math.min(days, start + window - 1);
      rollGaps(benchmark, returns, {window, fewest, from: day, to: full}, into);
      let from = full;
      while (from < end) from = rollSegment(plan, returns, {from, end}, into);
      day = end;
    }
  };
}

/** What all coins share, for the window that ends on each day. */
interface Plan {
  x: Float64Array;
  window: number;
  /** The first day after this one's stretch of running sums about one centre. */
  until: Int32Array;
  centre: Float64Array;
  /** Sum of x less the centre. */
  sum: Float64Array;
  /** 1 / sum of squared deviations from the window's mean, and its root. */
  inverse: Float64Array;
  inverseRoot: Float64Array;
}

function planOf(x: Float64Array, window: number): Plan {
  const days = x.length;
  const make = () => new Float64Array(days).fill(Number.NaN);
  const plan: Plan = {
    x,
    window,
    until: new Int32Array(days).fill(days),
    centre: make(),
    sum: make(),
    inverse: make(),
    inverseRoot: make(),
  };
  let start = -1;
  let largest = 0;
  for (let t = window - 1; t < days; t++) {
    const first = t - window + 1;
    const {mean, squares} = moments(x, first, t + 1);
    if (Number.isNaN(mean)) {
      start = -1;
      continue;
    }
    const about = squares + window * (mean - plan.centre[start]!) ** 2;
    largest = Math.max(largest, about);
    if (start < 0 || t - start >= longestRun || squares < guard * largest) {
      if (start >= 0) plan.until.fill(t, start, t);
      start = t;
      largest = squares;
      plan.centre[t] = mean;
    }
    const centre = plan.centre[start]!;
    plan.centre[t] = centre;
    let sum = 0;
    for (let i = first; i <= t; i++) sum += x[i]! - centre;
    plan.sum[t] = sum;
    plan.inverse[t] = squares > 0 ? 1 / squares : Number.NaN;
    plan.inverseRoot[t] = 1 / Math.sqrt(squares > 0 ? squares : Number.NaN);
  }
  return plan;
}

/** Mean and sum of squared deviations from it, in two passes; exactly 0 for a constant. */
function moments(values: Float64Array, from: number, to: number): {mean: number; squares: number} {
  let total = 0;
  let constant = true;
  for (let i = from; i < to; i++) {
    total += values[i]!;
    constant &&= values[i] === values[from];
  }
  if (constant) return {mean: values[from]!, squares: 0};
  if (!Number.isFinite(total)) return {mean: Number.NaN, squares: Number.NaN};
  const mean = total / (to - from);
  let squares = 0;
  let rest = 0;
  for (let i = from; i < to; i++) {
    const d = values[i]! - mean;
    squares += d * d;
    rest += d;
  }
  return {mean, squares: squares - (rest * rest) / (to - from)};
}

/** Sums of the full window that ends on day t, about its own mean `cy`. */
function anchor({x, window, centre}: Plan, y: Float64Array, t: number) {
  const from = t - window + 1;
  const {mean} = moments(y, from, t + 1);
  const cx = centre[t]!;
  let sy = 0;
  let syy = 0;
  let sxy = 0;
  for (let i = from; i <= t; i++) {
    const d = y[i]! - mean;
    sy += d;
    syy += d * d;
    sxy += d * (x[i]! - cx);
  }
  return {cy: mean, sy, syy, sxy};
}

/** Days without a gap from day `from` on, at most to `end`; returns the day it stopped before. */
function rollSegment(
  plan: Plan,
  y: Float64Array,
  {from, end}: {from: number; end: number},
  {pearson, beta}: RollingDependence,
): number {
  const {x, window, sum, inverse, inverseRoot} = plan;
  const to = Math.min(end, plan.until[from]!);
  const cx = plan.centre[from]!;
  const share = 1 / window;
  let {cy, sy, syy, sxy} = anchor(plan, y, from);
  let largest = syy;
  for (let t = from; t < to; t++) {
    if (t > from) {
      const yn = y[t]! - cy;
      const yo = y[t - window]! - cy;
      const change = yn - yo;
      sy += change;
      syy += change * (yn + yo);
      sxy += (x[t]! - cx) * yn - (x[t - window]! - cx) * yo;
    }
    if (syy > largest) largest = syy;
    let vy = syy - sy * sy * share;
    if (vy < guard * largest) {
      ({cy, sy, syy, sxy} = anchor(plan, y, t));
      largest = syy;
      vy = syy - sy * sy * share;
    }
    const common = sxy - sum[t]! * sy * share;
    beta[t] = common * inverse[t]!;
    const r = (common * inverseRoot[t]!) / Math.sqrt(vy);
    pearson[t] = r > 1 ? 1 : r < -1 ? -1 : r;
  }
  return to;
}

interface GapTask {
  window: number;
  fewest: number;
  from: number;
  to: number;
}

/** Windows with gaps, ending on the days from `from` to before `to`: a gap counts as nothing. */
function rollGaps(
  x: Float64Array,
  y: Float64Array,
  {window, fewest, from, to}: GapTask,
  {pearson, beta}: RollingDependence,
): void {
  if (from >= to) return;
  let [n, cx, cy, sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0, 0, 0, 0];
  let known = -longestRun;
  let largestX = 0;
  let largestY = 0;
  for (let t = from; t < to; t++) {
    if (t > from) {
      const dx = x[t]! - cx;
      const dy = y[t]! - cy;
      if ((dx + dy) * 0 === 0) {
        n++;
        sx += dx;
        sy += dy;
        sxx += dx * dx;
        syy += dy * dy;
        sxy += dx * dy;
      }
      const ox = t < window ? Number.NaN : x[t - window]! - cx;
      const oy = t < window ? Number.NaN : y[t - window]! - cy;
      if ((ox + oy) * 0 === 0) {
        n--;
        sx -= ox;
        sy -= oy;
        sxx -= ox * ox;
        syy -= oy * oy;
        sxy -= ox * oy;
      }
    }
    if (sxx > largestX) largestX = sxx;
    if (syy > largestY) largestY = syy;
    let vx = sxx - (sx * sx) / n;
    let vy = syy - (sy * sy) / n;
    if (t - known >= longestRun || !(vx >= guard * largestX && vy >= guard * largestY)) {
      const range = {from: Math.max(0, t - window + 1), to: t + 1};
      ({n, cx, cy, sx, sy, sxx, syy, sxy} = anchorGaps(x, y, range));
      largestX = sxx;
      largestY = syy;
      vx = sxx - (sx * sx) / n;
      vy = syy - (sy * sy) / n;
      known = t;
    }
    const common = sxy - (sx * sy) / n;
    const enough = n >= fewest && vx > 0;
    beta[t] = enough ? common / vx : Number.NaN;
    const r = enough && vy > 0 ? common / Math.sqrt(vx * vy) : Number.NaN;
    pearson[t] = r > 1 ? 1 : r < -1 ? -1 : r;
  }
}

/** Count, centres and sums of the pairs from `from` to before `to`. */
function anchorGaps(x: Float64Array, y: Float64Array, {from, to}: {from: number; to: number}) {
  const pairsX = new Float64Array(to - from);
  const pairsY = new Float64Array(to - from);
  let n = 0;
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(x[i]! + y[i]!)) continue;
    pairsX[n] = x[i]!;
    pairsY[n++] = y[i]!;
  }
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  if (n === 0) return {n, cx: 0, cy: 0, sx, sy, sxx, syy, sxy};
  const cx = moments(pairsX, 0, n).mean;
  const cy = moments(pairsY, 0, n).mean;
  for (let i = 0; i < n; i++) {
    const dx = pairsX[i]! - cx;
    const dy = pairsY[i]! - cy;
    sx += dx;
    sy += dy;
    sxx += dx * dx;
    syy += dy * dy;
    sxy += dx * dy;
  }
  return {n, cx, cy, sx, sy, sxx, syy, sxy};
}

function nextPair(x: Float64Array, y: Float64Array, from: number): number {
  let t = from;
  while (t < x.length && !Number.isFinite(x[t]! + y[t]!)) t++;
  return t;
}

/** The next run of at least `least` days without a gap; from the last day on where there is none. */
function stretch(
  x: Float64Array,
  y: Float64Array,
  {from, least}: {from: number; least: number},
): {start: number; end: number} {
  for (let start = from; start < x.length; ) {
    const end = nextGap(x, y, start);
    if (end - start >= least) return {start, end};
    start = end + 1;
  }
  return {start: x.length, end: x.length};
}

function nextGap(x: Float64Array, y: Float64Array, from: number): number {
  let t = from;
  // Four days at once: a product with 0 is 0 unless a value is missing.
  for (; t + 4 <= x.length; t += 4) {
    const a = (x[t]! + y[t]!) * 0 + (x[t + 1]! + y[t + 1]!) * 0;
    const b = (x[t + 2]! + y[t + 2]!) * 0 + (x[t + 3]! + y[t + 3]!) * 0;
    if (a + b !== 0) break;
  }
  while (t < x.length && Number.isFinite(x[t]! + y[t]!)) t++;
  return t;
}
