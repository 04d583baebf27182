import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {deviations} from "./deviations.ts";
import {requireSample} from "./requireSample.ts";

/** What to simulate. The seed is a whole number; the same one gives the same outcomes. */
export interface SimulationOptions {
  /** Days ahead, each at least 1, in any order. */
  horizons: readonly number[];
  seed: number;
  /** Number of simulated paths, 10,000 unless told. */
  paths?: number;
  /** Mean length of a block in days, 5 unless told; 1 resamples single days. */
  blockLength?: number;
  /** Weight of yesterday's squared return in today's variance, 0.08 unless told. */
  shock?: number;
  /** Weight of yesterday's variance in today's, 0.88 unless told. */
  persistence?: number;
}

/** Outcomes per horizon, in the order asked for, and the two volatilities behind them. */
export interface Simulation {
  horizons: {days: number; outcomes: Float64Array}[];
  /** Standard deviation of tomorrow's log return, per day. */
  todayVolatility: number;
  /** What it reverts to, per day: the sample's standard deviation (divisor n - 1). */
  longRunVolatility: number;
}

/**
 * Log returns from today to each horizon on many simulated paths, ascending: filtered
 * historical simulation (Barone-Adesi, Giannopoulos and Vosper, 1999). `returns` are
 * daily log returns, oldest first, the last one today's; multiply a price by exp of an
 * outcome.
 *
 * 1. The returns, less their mean, pass a GARCH(1,1)-like recursion with fixed weights:
 *    variance_t = omega + 0.08 r²_{t-1} + 0.88 variance_{t-1}, started at the sample's
 *    variance, with omega such that it reverts to that.
 * 2. Divided by their volatility they become residuals, scaled to mean 0 and variance 1,
 *    so that the simulated variance reverts to the sample's too.
 * 3. Residuals are drawn in blocks of geometric length that wrap around the sample's end
 *    (stationary bootstrap, Politis and Romano, 1994), so each is equally likely on each
 *    day, and rescaled by a volatility that starts at today's and follows the recursion.
 *
 * No drift: at each horizon the *log* returns are shifted to have the mean 0, the sense
 * in which the driftless lognormal baseline has none. Residuals of mean 0 alone do not
 * achieve it: blocks keep runs of residuals together with the volatility they cause
 * (Bittensor's year to March 2026 would gain 18 % from that). The baseline's median is
 * today's price; the median here is near it, lower for an asset with rare large gains and
 * higher for one with rare large losses. The mean price lies above today's, as always
 * when a log return has the mean 0.
 *
 * Only sums, products, quotients and roots: the same on every platform.
 *
 * @throws RangeError when there are fewer than 60 returns, one is NaN or infinite, they
 * do not vary, or an option is out of range
 * @example filteredHistoricalSimulation(Array.from({length: 60}, (_, i) => (i % 2 ? 0.1 : -0.1)), {horizons: [1], seed: 1, paths: 10}).longRunVolatility // 0.10084389681792216
 */
export function filteredHistoricalSimulation(
  returns: ArrayLike<number>,
  options: SimulationOptions,
): Simulation {
  const {
    horizons,
    seed,
    paths = 10_000,
    blockLength = 5,
    shock = 0.08,
    persistence = 0.88,
  } = options;
  requireSample("filteredHistoricalSimulation", returns, 60);
  requireOptions({horizons, seed, paths, blockLength, shock, persistence});
  const {residuals, omega, tomorrow, longRun} = filter(returns, shock, persistence);

  const outcomes = new Map(horizons.map(days => [days, new Float64Array(paths)]));
  const days = Math.max(...horizons);
  const byDay = Array.from({length: days + 1}, (_, day) => outcomes.get(day));
  const n = residuals.length;
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) random.next(); // a young state still resembles its seed
  const newBlock = 2 ** 32 / blockLength;
  for (let path = 0; path < paths; path++) {
    let variance = tomorrow;
    let total = 0;
    let at = Math.floor(((random.next() >>> 0) / 2 ** 32) * n);
    for (let day = 1; day <= days; day++) {
      const step = Math.sqrt(variance) * residuals[at]!;
      total += step;
      variance = omega + shock * step * step + persistence * variance;
      const ended = byDay[day];
      if (ended !== undefined) ended[path] = total;
      if (random.next() >>> 0 < newBlock) at = Math.floor(((random.next() >>> 0) / 2 ** 32) * n);
      else if (++at === n) at = 0;
    }
  }
  return {
    horizons: horizons.map(days => ({days, outcomes: deviations(outcomes.get(days)!).sort()})),
    todayVolatility: Math.sqrt(tomorrow),
    longRunVolatility: Math.sqrt(longRun),
  };
}

/** Returns divided by their conditional volatility, and the state to go on from. */
function filter(returns: ArrayLike<number>, shock: number, persistence: number) {
  const centred = deviations(returns);
  const n = centred.length;
  let squares = 0;
  for (const value of centred) squares += value * value;
  const longRun = squares / (n - 1);
  if (longRun === 0) {
    throw new RangeError(`filteredHistoricalSimulation needs returns that vary: all ${returns[0]}`);
  }
  const omega = (1 - shock - persistence) * longRun;
  const raw = new Float64Array(n);
  let variance = longRun;
  for (let i = 0; i < n; i++) {
    raw[i] = centred[i]! / Math.sqrt(variance);
    variance = omega + shock * centred[i]! * centred[i]! + persistence * variance;
  }
  const residuals = deviations(raw);
  let residualSquares = 0;
  for (const value of residuals) residualSquares += value * value;
  const scale = Math.sqrt(residualSquares / n);
  return {residuals: residuals.map(value => value / scale), omega, tomorrow: variance, longRun};
}

function requireOptions(options: Required<SimulationOptions>): void {
  const {horizons, seed, paths, blockLength, shock, persistence} = options;
  const whole = [...horizons, paths].every(count => Number.isInteger(count) && count >= 1);
  if (horizons.length === 0 || !whole) {
    throw new RangeError(
      `filteredHistoricalSimulation needs whole horizons and paths: ${horizons} days, ${paths}`,
    );
  }
  if (!Number.isInteger(seed)) throw new RangeError(`seed is not a whole number: ${seed}`);
  if (!(blockLength >= 1)) throw new RangeError(`blockLength is below 1: ${blockLength}`);
  if (!(shock >= 0 && persistence >= 0 && shock + persistence < 1)) {
    throw new RangeError(`shock and persistence must stay below 1: ${shock} + ${persistence}`);
  }
}
