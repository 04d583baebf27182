import {xoroshiro128plus} from "pure-rand/generator/xoroshiro128plus";
import {ascending} from "./ascending.ts";
import {deviations} from "./deviations.ts";
import {lastingShare} from "./lastingShare.ts";
import {median} from "./median.ts";
import {requireSample} from "./requireSample.ts";
import {normalPerAbsolute, volatilityLevel} from "./volatilityLevel.ts";

/** A residual further out than this many robust deviations counts as that far out. */
const farthest = 5;
/** Median absolute value × this is the standard deviation of a normal distribution. */
const normalPerMedian = 1.482602218505602;

/** What to simulate. The seed is a whole number; the same one gives the same outcomes. */
export interface SimulationOptions {
  /** Days ahead, each at least 1, in any order. */
  horizons: readonly number[];
  seed: number;
  /** Number of simulated paths, 10,000 unless told. */
  paths?: number;
  /** Weight of yesterday's absolute return in today's volatility, 0.05 unless told. */
  shock?: number;
  /** Weight of yesterday's volatility in today's, 0.92 unless told. */
  persistence?: number;
}

/** Outcomes per horizon, in the order asked for, and the two volatilities behind them. */
export interface Simulation {
  horizons: {days: number; outcomes: Float64Array}[];
  /** Volatility that paths start with, per day. */
  todayVolatility: number;
  /** What it reverts to, per day: `volatilityLevel` × `lastingShare` of the returns. */
  longRunVolatility: number;
}

/**
 * Log returns from today to each horizon on many simulated paths, ascending: filtered
 * historical simulation (Barone-Adesi, Giannopoulos and Vosper, 1999). `returns` are
 * daily log returns, oldest first, the last one today's; multiply a price by exp of an
 * outcome.
 *
 * 1. The returns, less their mean, pass the GARCH(1,1)-like recursion of Taylor (1986)
 *    and Schwert (1989), which takes absolute returns where GARCH takes squares and so
 *    is not thrown by a single jump, with fixed weights: volatility_t = omega +
 *    0.05 √(π/2) |r_{t-1}| + 0.92 volatility_{t-1}, started at the `volatilityLevel` of
 *    the returns, with omega such that it reverts to that.
 * 2. Divided by their volatility they become residuals of mean 0. One further out than 5
 *    robust deviations (1.4826 × the median size) is moved in to there, since one jump in a
 *    year of days would otherwise shape every path; then all are scaled to variance 1.
 * 3. Residuals are drawn day by day and rescaled by a volatility that starts at today's
 *    and follows the recursion, its shocks over the mean size of a residual, so that it
 *    reverts to the same level, both times the `lastingShare` of the returns: what comes
 *    and goes within days does not add up to months. The recursion keeps calm and storm together; drawing the
 *    days in blocks as well made forecasts worse in `bench:calibration`.
 *
 * No drift: at each horizon the *log* returns are shifted to have the mean 0, the sense
 * in which the driftless lognormal baseline has none. What `caseOutcomes` makes of these
 * outcomes has a drift, which it states.
 *
 * @throws RangeError when there are fewer than 60 returns, one is NaN or infinite, they
 * do not vary, or an option is out of range
 * @example filteredHistoricalSimulation(Array.from({length: 60}, (_, i) => (i % 2 ? 0.055 : -0.055)), {horizons: [1], seed: 1, paths: 10}).longRunVolatility // 0.03793797410064764
 */
export function filteredHistoricalSimulation(
  returns: ArrayLike<number>,
  options: SimulationOptions,
): Simulation {
  const {horizons, seed, paths = 10_000, shock = 0.05, persistence = 0.92} = options;
  requireSample("filteredHistoricalSimulation", returns, 60);
  requireOptions({horizons, seed, paths, shock, persistence});
  const {residuals, size, omega, tomorrow, longRun} = filter(returns, shock, persistence);

  const outcomes = new Map(horizons.map(days => [days, new Float64Array(paths)]));
  const byEnd = [...outcomes].sort(([a], [b]) => a - b);
  const draw = drawer(residuals, seed, Math.max(...horizons));
  const weight = shock / size;
  const volatilities = new Float64Array(abreast);
  const totals = new Float64Array(abreast);
  for (let first = 0; first < paths; first += abreast) {
    const count = Math.min(abreast, paths - first);
    const draws = draw(count);
    volatilities.fill(tomorrow);
    totals.fill(0);
    let day = 0;
    for (const [until, reached] of byEnd) {
      for (; day < until; day++) {
        for (let path = 0; path < count; path++) {
          const volatility = volatilities[path]!;
          const step = volatility * draws[day * abreast + path]!;
          totals[path]! += step;
          volatilities[path] = omega + weight * Math.abs(step) + persistence * volatility;
        }
      }
      reached.set(totals.subarray(0, count), first);
    }
  }
  return {
    horizons: horizons.map(days => ({
      days,
      outcomes: ascending(deviations(outcomes.get(days) ?? [])),
    })),
    todayVolatility: tomorrow,
    longRunVolatility: longRun,
  };
}

/** Paths that go side by side: a step needs the one before it, so a path alone keeps nobody busy. */
const abreast = 64;

/**
 * Draws residuals for the next so many paths, one path after the other as if each went alone: that
 * of a day and a path stands at day × abreast + path.
 */
function drawer(residuals: Float64Array, seed: number, days: number) {
  const random = xoroshiro128plus(seed);
  for (let i = 0; i < 64; i++) random.next(); // a young state still resembles its seed
  const perDraw = residuals.length / 2 ** 32;
  const draws = new Float64Array(days * abreast);
  return (count: number): Float64Array => {
    for (let path = 0; path < count; path++)
      for (let day = 0; day < days; day++)
        draws[day * abreast + path] = residuals[Math.floor((random.next() >>> 0) * perDraw)]!;
    return draws;
  };
}

/** Returns divided by their conditional volatility, and the state to go on from. */
function filter(returns: ArrayLike<number>, shock: number, persistence: number) {
  const longRun = volatilityLevel(returns);
  const lasting = lastingShare(returns);
  const centred = deviations(returns);
  const n = centred.length;
  const omega = (1 - shock - persistence) * longRun;
  const raw = new Float64Array(n);
  let volatility = longRun;
  for (const [i, value] of centred.entries()) {
    raw[i] = value / volatility;
    volatility = omega + shock * normalPerAbsolute * Math.abs(value) + persistence * volatility;
  }
  const residuals = deviations(clipped(deviations(raw)));
  let squares = 0;
  let sizes = 0;
  for (const value of residuals) {
    squares += value * value;
    sizes += Math.abs(value);
  }
  const scale = Math.sqrt(squares / n);
  return {
    residuals: residuals.map(value => value / scale),
    /** The mean size of a residual. */
    size: sizes / n / scale,
    omega: lasting * omega,
    tomorrow: lasting * volatility,
    longRun: lasting * longRun,
  };
}

/** Values further out than `farthest` robust deviations are moved in to there; a feed that mostly
 * stands still has no such deviation and keeps its values. */
function clipped(values: Float64Array): Float64Array {
  const middling = median(values.map(Math.abs));
  if (middling === 0) return values;
  const limit = farthest * normalPerMedian * middling;
  return values.map(value => Math.max(-limit, Math.min(limit, value)));
}

function requireOptions(options: Required<SimulationOptions>): void {
  const {horizons, seed, paths, shock, persistence} = options;
  const whole = [...horizons, paths].every(count => Number.isInteger(count) && count >= 1);
  if (horizons.length === 0 || !whole) {
    throw new RangeError(
      `filteredHistoricalSimulation needs whole horizons and paths: ${horizons} days, ${paths}`,
    );
  }
  if (!Number.isInteger(seed)) throw new RangeError(`seed is not a whole number: ${seed}`);
  if (!(shock >= 0 && persistence >= 0 && shock + persistence < 1)) {
    throw new RangeError(`shock and persistence must stay below 1: ${shock} + ${persistence}`);
  }
}
