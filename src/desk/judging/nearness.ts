/**
 * How near a value stands to the threshold by which it was judged: 1 at it, 0 where it is `far` times
 * as large or as small.
 *
 * @example nearness(0.05, 0.05, 10) // 1
 * @example nearness(0.5, 0.05, 10) // 0
 * @example nearness(0.0001, 0.05, 10) // 0
 */
export function nearness(value: number, threshold: number, far: number): number {
  if (value <= 0) return 0;
  return 1 - Math.min(1, Math.abs(Math.log(value / threshold)) / Math.log(far));
}

/** Whether it is so near that it is said, and a claim is to be judged for it. */
export const isNear = (nearness: number): boolean => nearness >= 0.5;
