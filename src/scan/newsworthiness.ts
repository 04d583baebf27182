/** What makes a change of dependence news. */
export interface Change {
  /** For every coin and window of the scan: `adjustedPs`. */
  adjustedP: number;
  /** The coin's own earlier changes over windows of the same length … */
  earlier: number;
  /** … and those of them that were smaller, in standard errors. */
  smaller: number;
}

/**
 * How much of a change is news: what survives the adjustment, in powers of ten, times how rare
 * such a change is for this very coin:
 *
 * -log10(adjustedP) × (smaller + 1) / (earlier + 2).
 *
 * The first factor is 0 where the market as a whole explains the p-value (an adjusted p of 1),
 * 1.3 at 0.05 and 2 at 0.01. The second is Laplace's estimate of the chance that the coin's
 * next change is smaller: near 1 for a long record without the like, near 0 for a coin that
 * does this all the time, and 1/2 for one without a record, which can be called neither. How
 * far rho moved is in the p-value already, in units of what it can be told apart by; counting
 * it again would put short, noisy windows first. Never negative.
 *
 * @throws RangeError when adjustedP is not between 0 and 1, or counts are not whole,
 * negative or out of order
 * @example newsworthiness({adjustedP: 0.01, earlier: 0, smaller: 0}) // 1
 */
export function newsworthiness({adjustedP, earlier, smaller}: Change): number {
  if (!(adjustedP >= 0 && adjustedP <= 1))
    throw new RangeError(`newsworthiness needs a p-value: got ${adjustedP}`);
  const counts = Number.isInteger(earlier) && Number.isInteger(smaller);
  if (!counts || smaller < 0 || smaller > earlier)
    throw new RangeError(`newsworthiness needs counts: got ${smaller} of ${earlier}`);
  const survives = Math.max(0, -Math.log10(Math.max(adjustedP, Number.MIN_VALUE)));
  return (survives * (smaller + 1)) / (earlier + 2);
}
