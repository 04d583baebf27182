/** What makes a correlation in the market model; volatilities in the same unit. */
export interface CorrelationCauses {
  beta: number;
  benchmarkVolatility: number;
  ownVolatility: number;
}

/**
 * The change of Pearson's correlation from one state of the market model to another,
 * split over its three causes; the parts add up to the change.
 *
 * r = beta s_b / sqrt(beta² s_b² + s_e²). A cause's part is its Shapley value: the
 * change it makes when it moves from the first state to the second, averaged over the
 * six orders in which the three can move. Parts are in units of correlation. A
 * correlation that fell by `benchmarkVolatility` alone is not decoupling (Forbes and
 * Rigobon, 2002).
 *
 * @throws RangeError when a value is NaN or infinite, a volatility is negative, or in
 * some mixture of the states neither beta s_b nor s_e differs from 0
 * @example correlationChange({beta: 1, benchmarkVolatility: 3, ownVolatility: 4}, {beta: 1, benchmarkVolatility: 4, ownVolatility: 3}).beta // 0
 */
export function correlationChange(
  before: CorrelationCauses,
  after: CorrelationCauses,
): CorrelationCauses {
  const part = (cause: keyof CorrelationCauses): number => {
    const [first, second] = others[cause];
    const effect = (...moved: (keyof CorrelationCauses)[]) =>
      correlation(mixture(before, after, [...moved, cause])) -
      correlation(mixture(before, after, moved));
    return (effect() * 2 + effect(first) + effect(second) + effect(first, second) * 2) / 6;
  };
  return {
    beta: part("beta"),
    benchmarkVolatility: part("benchmarkVolatility"),
    ownVolatility: part("ownVolatility"),
  };
}

const others = {
  beta: ["benchmarkVolatility", "ownVolatility"],
  benchmarkVolatility: ["beta", "ownVolatility"],
  ownVolatility: ["beta", "benchmarkVolatility"],
} as const;

/** The first state with the causes that have moved taken from the second. */
function mixture(
  before: CorrelationCauses,
  after: CorrelationCauses,
  moved: readonly (keyof CorrelationCauses)[],
): CorrelationCauses {
  const mixed = {...before};
  for (const cause of moved) mixed[cause] = after[cause];
  return mixed;
}

function correlation({beta, benchmarkVolatility, ownVolatility}: CorrelationCauses): number {
  const common = beta * benchmarkVolatility;
  const total = Math.sqrt(common * common + ownVolatility * ownVolatility);
  if (!(benchmarkVolatility >= 0 && ownVolatility >= 0 && total > 0 && total < Infinity)) {
    throw new RangeError(
      `correlationChange is undefined: beta ${beta}, benchmarkVolatility ` +
        `${benchmarkVolatility}, ownVolatility ${ownVolatility}`,
    );
  }
  return common / total;
}
