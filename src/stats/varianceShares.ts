import {at} from "./at.ts";
import {deviations} from "./deviations.ts";
import {dot} from "./dot.ts";
import {requirePairs} from "./requirePairs.ts";

/** Parts of the variance of an asset's returns, each from 0 to 1; they add up to 1. */
export interface VarianceShares {
  /** What the benchmark explains. */
  benchmark: number;
  /** What the sector's index explains beyond the benchmark. */
  sector: number;
  /** What neither explains. */
  own: number;
}

/**
 * The shares of the variance of an asset's returns that the benchmark explains, that the
 * sector's index explains beyond it, and that neither does: r² on the benchmark; the
 * further r² of the part of the index that is orthogonal to the benchmark (a least-squares
 * regression on both, the benchmark first); the rest. What the benchmark and the sector
 * have in common counts as the benchmark's. An index that adds nothing but the benchmark
 * explains nothing beyond it.
 *
 * The sector's share is never below 0, and that of an unrelated index is 1 / (n - 1) on
 * average, not 0.
 *
 * @throws RangeError when lengths differ, there are fewer than four days, a value is NaN
 * or infinite, or the asset or the benchmark is constant
 * @example varianceShares([2, 0, -1, -1], [1, 1, -1, -1], [1, -1, 0, 0]) // {"benchmark": 0.6666666666666667, "sector": 0.3333333333333333, "own": 0}
 */
export function varianceShares(
  asset: ArrayLike<number>,
  benchmark: ArrayLike<number>,
  sector: ArrayLike<number>,
): VarianceShares {
  requirePairs("varianceShares", asset, benchmark, 4);
  requirePairs("varianceShares", asset, sector, 4);
  const y = unit(asset);
  const b = unit(benchmark);
  const s = unit(sector);
  if (!y || !b) {
    throw new RangeError(
      `varianceShares needs values that vary: ${y ? "the benchmark" : "the asset"} does not`,
    );
  }
  const byBenchmark = dot(y, b);
  const rest = s && beyond(s, b);
  const bySector = rest ? dot(y, rest) : 0;
  const shares = {benchmark: byBenchmark ** 2, sector: bySector ** 2};
  const explained = shares.benchmark + shares.sector;
  if (explained <= 1) return {...shares, own: 1 - explained};
  return {benchmark: shares.benchmark / explained, sector: shares.sector / explained, own: 0};
}

/** Centred and of length 1; undefined for a constant. */
function unit(values: ArrayLike<number>): Float64Array | undefined {
  const centred = deviations(values);
  let largest = 0;
  for (const value of centred) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return undefined;
  const scaled = centred.map(value => value / largest);
  const length = Math.sqrt(dot(scaled, scaled));
  return scaled.map(value => value / length);
}

/** The unit vector of s less its part along b; undefined when rounding is all that is left. */
function beyond(s: Float64Array, b: Float64Array): Float64Array | undefined {
  let rest = s;
  for (let pass = 0; pass < 2; pass++) {
    const along = dot(rest, b); // twice, for the digits the first pass loses
    rest = rest.map((value, i) => value - along * at(b, i));
  }
  const length = Math.sqrt(dot(rest, rest));
  return length > 1e-10 ? rest.map(value => value / length) : undefined;
}
