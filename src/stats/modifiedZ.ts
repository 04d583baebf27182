import {mean} from "./mean.ts";
import {median} from "./median.ts";

/**
 * How far each value lies from the median, in robust standard deviations: 0.6745
 * (x - median) / MAD, where MAD is the median absolute deviation from the median
 * (Iglewicz and Hoaglin, 1993, who call beyond 3.5 an outlier). If the MAD is 0,
 * (x - median) / (1.253314 × mean absolute deviation) instead; if that is 0 too, all
 * values are equal and the answer is `undefined`: no test.
 *
 * @throws RangeError when there are no values, or one is NaN or infinite
 * @example modifiedZ([1, 2, 3, 4, 100]) // [-1.349, -0.6745, 0, 0.6745, 65.4265]
 */
export function modifiedZ(values: ArrayLike<number>): number[] | undefined {
  const centre = median(values);
  const distances = Array.from(values, value => value - centre);
  const absolute = distances.map(Math.abs);
  const mad = median(absolute);
  if (mad > 0) return distances.map(distance => (0.6745 * distance) / mad);
  const scale = 1.253314 * mean(absolute);
  return scale > 0 ? distances.map(distance => distance / scale) : undefined;
}
