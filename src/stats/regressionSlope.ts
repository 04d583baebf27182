import {deviations} from "./deviations.ts";
import {dot} from "./dot.ts";
import {requirePairs} from "./requirePairs.ts";

/**
 * The slope of the least-squares line of y on x, with an intercept: by how many
 * units of y the line rises for one unit of x. With a benchmark's returns as x and
 * an asset's as y this is the asset's beta. From centred values.
 *
 * @throws RangeError when lengths differ, there are fewer than two pairs, a value is
 * NaN or infinite, or x is constant
 * @example regressionSlope([1, 2, 3], [2, 4, 9]) // 3.5
 */
export function regressionSlope(x: ArrayLike<number>, y: ArrayLike<number>): number {
  requirePairs("regressionSlope", x, y, 2);
  const dx = deviations(x);
  const dy = deviations(y);
  let largest = 0;
  for (const value of dx) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) throw new RangeError(`regressionSlope needs x that varies: x is ${x[0]}`);
  const unit = dx.map(value => value / largest);
  const slope = dot(unit, dy) / dot(unit, unit) / largest;
  if (!Number.isFinite(slope)) throw new RangeError(`regressionSlope is not finite: got ${slope}`);
  return slope;
}
