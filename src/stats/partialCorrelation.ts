import {midRanks} from "./midRanks.ts";
import {pearson} from "./pearson.ts";
import {requirePairs} from "./requirePairs.ts";

/**
 * Spearman's partial rank correlation of x and y given z, from -1 to 1: what their ranks
 * still have in common when z's part of either has been taken off. With an asset's
 * returns, the benchmark's and those of the sector's index (`sectorIndex`) it says whether the
 * asset follows the benchmark itself or only the sector that does.
 *
 * (r_xy - r_xz r_yz) / sqrt((1 - r_xz²)(1 - r_yz²)) with Spearman's rho for each r (Yule,
 * 1907; Kendall, 1942). Rounding can take the quotient past 1; it is held there.
 *
 * @throws RangeError when lengths differ, there are fewer than four triples, a value is
 * NaN or infinite, a series is constant, or z leaves nothing of x or y (|rho| with it is 1)
 * @example partialCorrelation([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], [1, 3, 2, 4, 5]) // 0.9271726499455306
 */
export function partialCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  z: ArrayLike<number>,
): number {
  requirePairs("partialCorrelation", x, y, 4);
  requirePairs("partialCorrelation", x, z, 4);
  const [xRanks, yRanks, zRanks] = [midRanks(x), midRanks(y), midRanks(z)];
  const xy = pearson(xRanks, yRanks);
  const xz = pearson(xRanks, zRanks);
  const yz = pearson(yRanks, zRanks);
  const left = (1 - xz * xz) * (1 - yz * yz);
  if (!(left > 1e-12)) {
    throw new RangeError(`partialCorrelation has nothing left: rho ${xz} and ${yz} with z`);
  }
  return Math.max(-1, Math.min(1, (xy - xz * yz) / Math.sqrt(left)));
}
