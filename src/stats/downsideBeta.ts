import {at} from "./at.ts";
import {mean} from "./mean.ts";
import {regressionSlope} from "./regressionSlope.ts";
import {requirePairs} from "./requirePairs.ts";

/** The slope on the benchmark's bad days, how many those were, and the cut below them. */
export interface DownsideBeta {
  beta: number;
  days: number;
  cut: number;
}

/**
 * The asset's beta on days when the benchmark did worse than its own mean over the
 * sample: cov(y, x | x < mean x) / var(x | x < mean x), as in Ang, Chen and Xing
 * (2006), who follow Bawa and Lindenberg; x the benchmark's returns, y the asset's.
 * Others cut at zero or at a safe rate.
 *
 * @throws RangeError when lengths differ, a value is NaN or infinite, fewer than three
 * days lie below the mean, or x is constant on them
 * @example downsideBeta([-3, -2, -1, 5, 6], [-6, -4, -2, 0, 1]).beta // 2
 */
export function downsideBeta(x: ArrayLike<number>, y: ArrayLike<number>): DownsideBeta {
  const n = requirePairs("downsideBeta", x, y, 3);
  const cut = mean(x);
  const downX: number[] = [];
  const downY: number[] = [];
  for (let i = 0; i < n; i++) {
    const reference = at(x, i);
    if (reference >= cut) continue;
    downX.push(reference);
    downY.push(at(y, i));
  }
  const days = downX.length;
  if (days < 3) throw new RangeError(`downsideBeta needs 3 days below the mean: got ${days}`);
  return {beta: regressionSlope(downX, downY), days, cut};
}
