import {at} from "./at.ts";
import {deviations} from "./deviations.ts";
import {mean} from "./mean.ts";
import {pearson} from "./pearson.ts";
import {regressionSlope} from "./regressionSlope.ts";
import {requirePairs} from "./requirePairs.ts";

/** The asset's returns as alpha + beta × the benchmark's + a rest of its own. */
export interface MarketModel {
  beta: number;
  /** Mean return per day that the benchmark does not explain. */
  alpha: number;
  pearson: number;
  /** Per day, not annualised; divisor n - 1, as is the next. */
  benchmarkVolatility: number;
  /** Standard deviation of the residuals, per day. */
  ownVolatility: number;
  n: number;
}

/**
 * The market model (Sharpe, 1963) by least squares: x the benchmark's daily returns,
 * y the asset's. Both volatilities use the divisor n - 1, the residuals' too, so that
 * pearson = beta s_b / sqrt(beta² s_b² + s_e²) holds to the last digits and
 * `correlationChange` can split it.
 *
 * @throws RangeError when lengths differ, there are fewer than three pairs, a value is
 * NaN or infinite, or x or y is constant
 * @example marketModel([-1, 0, 1], [-2, 0, 2]).beta // 2
 */
export function marketModel(x: ArrayLike<number>, y: ArrayLike<number>): MarketModel {
  const n = requirePairs("marketModel", x, y, 3);
  const beta = regressionSlope(x, y);
  const dx = deviations(x);
  const dy = deviations(y);
  const residuals = dy.map((value, i) => value - beta * at(dx, i));
  return {
    beta,
    alpha: mean(y) - beta * mean(x),
    pearson: pearson(x, y),
    benchmarkVolatility: spread(dx),
    ownVolatility: spread(residuals),
    n,
  };
}

function spread(values: Float64Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / (values.length - 1));
}
