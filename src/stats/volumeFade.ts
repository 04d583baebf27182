import {at} from "./at.ts";
import {median} from "./median.ts";
import {requireSample} from "./requireSample.ts";

/** How a series of daily volumes fell back after its own spikes. */
export interface VolumeFade {
  /** Number of spikes with enough days after them. */
  spikes: number;
  /** Median over the spikes of volume some days later over the spike's own. */
  ratio: number;
  /** Median over the spikes of volume some days later over what was usual before. */
  overUsual: number;
}

export interface VolumeFadeOptions {
  /** A spike is this many times the median of the days before it. */
  times?: number;
  /** Days before a spike that say what is usual. */
  before?: number;
  /** Days after a spike at which it is looked at again. */
  after?: number;
}

/**
 * What became of a coin's earlier volume spikes. A spike is a day whose volume is at least `times`
 * the median of the `before` days before it and the highest of the `after` days around it; spikes
 * nearer than `after` days to an earlier one are part of that one. Volumes run oldest first, one a
 * day. Undefined where there was none.
 *
 * @throws RangeError when a volume is negative or no number, or an option is no positive number
 * @example volumeFade([...Array(30).fill(10), 100, ...Array(10).fill(20)], {before: 30}) // {"spikes": 1, "ratio": 0.2, "overUsual": 2}
 */
export function volumeFade(
  volumes: readonly number[],
  {times = 3, before = 60, after = 7}: VolumeFadeOptions = {},
): VolumeFade | undefined {
  requireSample("volumeFade", volumes, 1);
  const negative = volumes.find(volume => volume < 0);
  if (negative !== undefined) throw new RangeError(`volumeFade needs volumes: got ${negative}`);
  if (!(times > 1 && before >= 1 && after >= 1))
    throw new RangeError(`volumeFade needs times above 1 and days: ${times}, ${before}, ${after}`);
  const fades: {ratio: number; overUsual: number}[] = [];
  let last = -Infinity;
  for (let day = before; day + after < volumes.length; day++) {
    const volume = at(volumes, day);
    const usual = median(volumes.slice(day - before, day));
    const around = volumes.slice(day - after, day + after + 1);
    if (usual <= 0 || volume < times * usual || volume < Math.max(...around)) continue;
    if (day - last <= after) continue;
    last = day;
    const later = at(volumes, day + after);
    fades.push({ratio: later / volume, overUsual: later / usual});
  }
  if (fades.length === 0) return undefined;
  return {
    spikes: fades.length,
    ratio: median(fades.map(({ratio}) => ratio)),
    overUsual: median(fades.map(({overUsual}) => overUsual)),
  };
}
