import {fastOrder} from "./fastOrder.ts";

/** Fills `into` with the rolling rho of one coin's returns; see `rollingRankDependence`. */
export type RollRanks = (returns: Float64Array, into: Float64Array) => void;

/**
 * Rolling Spearman correlation with one benchmark, for as many coins as are given to the
 * returned function one after the other: element t is the rho of the `window` days that end on
 * day t, from mid-ranks, the same as `rollingSpearman`'s to the last digits. Days are
 * consecutive; NaN or infinite means missing, in either series. NaN where a day of the window is
 * missing or a side is constant.
 *
 * Ranks move on with the window: the day that enters and the one that leaves shift each of the
 * others by half a rank or a whole one. Whole numbers throughout, so nothing drifts. O(days ×
 * window) a coin; the benchmark's ranks are computed once.
 *
 * @throws RangeError when the window is not a whole number from 3 to 1,000, there are more
 * than 65,536 days, or (by the returned function) lengths differ
 * @example (out => (rollingRankDependence(new Float64Array([1, 2, 3, 4]), 4)(new Float64Array([1, 3, 2, 4]), out), out[3]))(new Float64Array(4)) // 0.8
 */
export function rollingRankDependence(benchmark: Float64Array, window: number): RollRanks {
  if (!Number.isInteger(window) || window < 3 || window > 1000)
    throw new RangeError(`rollingRankDependence needs a window of 3 to 1000 days: got ${window}`);
  const days = benchmark.length;
  const ring = makeRing(window, Math.max(1, days));
  const xScores = new Int16Array(days * window);
  const xSquares = new Float64Array(days);
  const missing = new Uint8Array(days);
  place(benchmark, ring);
  for (let t = 0; t < days; t++) {
    xSquares[t] = turn(ring, t, xScores, 0).squares;
    xScores.set(ring.scores, t * window);
  }

  return (returns, into) => {
    if (returns.length !== days || into.length !== days)
      throw new RangeError(`rollingRankDependence needs ${days} days: got ${returns.length}`);
    place(returns, ring);
    for (let t = 0; t < days; t++) missing[t] = (benchmark[t]! + returns[t]!) * 0 === 0 ? 0 : 1;
    let gaps = window;
    for (let t = 0; t < days; t++) {
      gaps += missing[t]! - (t < window ? 1 : missing[t - window]!);
      const {product, squares} = turn(ring, t, xScores, t * window);
      const r = Math.max(-1, Math.min(1, product / Math.sqrt(xSquares[t]! * squares)));
      into[t] = gaps > 0 || xSquares[t] === 0 || squares === 0 ? Number.NaN : r;
    }
  };
}

type Ring = ReturnType<typeof makeRing>;

function makeRing(window: number, days: number) {
  return {
    /** Places of the values among all of the series, equal for equal values; 0 for none. */
    places: new Int32Array(days),
    order: new Uint16Array(days),
    sort: fastOrder(days),
    /** Place and score by slot; a day's slot is its number modulo the window. */
    slots: new Int32Array(window),
    /** Twice the mid-rank, less the window and 1: 0 for the middle. */
    scores: new Int32Array(window),
    found: {product: 0, squares: 0},
  };
}

/** Ranks the whole series once, so that windows compare whole numbers. */
function place(values: Float64Array, {places, order, sort, slots, scores}: Ring): void {
  let n = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! * 0 === 0) order[n++] = i;
  sort(values, order, n);
  places.fill(0);
  for (let k = 0, at = 0; k < n; k++) {
    if (k === 0 || values[order[k]!] !== values[order[k - 1]!]) at = k + 1;
    places[order[k]!] = at;
  }
  slots.fill(0);
  scores.fill(0);
}

/**
 * Moves the window on to day t; gives the sum of squares of its scores, and of the products
 * with the other series' scores, which start at `at`. Sums are right once the window is full.
 */
function turn(ring: Ring, t: number, others: Int16Array, at: number): Ring["found"] {
  const {places, slots, scores, found} = ring;
  const window = slots.length;
  const here = t % window;
  const enters = places[t]!;
  const leaves = slots[here]!;
  let own = 0;
  let product = 0;
  let squares = 0;
  for (let j = 0; j < window; j++) {
    const value = slots[j]!;
    // Signs of differences, from their sign bits: no branch to foretell.
    const above = ((enters - value) >>> 31) - ((value - enters) >>> 31);
    const score = scores[j]! + above - ((leaves - value) >>> 31) + ((value - leaves) >>> 31);
    scores[j] = score;
    own -= above;
    product += score * others[at + j]!;
    squares += score * score;
  }
  // The slot itself still held the day that leaves.
  const before = scores[here]!;
  own += ((enters - leaves) >>> 31) - ((leaves - enters) >>> 31);
  slots[here] = enters;
  scores[here] = own;
  found.product = product + (own - before) * others[at + here]!;
  found.squares = squares + own * own - before * before;
  return found;
}
