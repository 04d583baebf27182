import type {Score} from "./forecasts.ts";

/** What a set of forecasts came to; shares and skills are fractions. */
export interface Summary {
  readonly n: number;
  readonly coins: number;
  readonly coverage50: number;
  readonly coverage80: number;
  readonly baseline50: number;
  readonly baseline80: number;
  /** Shares that fell into the bear case, below the median, and into the bull case. */
  readonly bear: number;
  readonly belowMedian: number;
  readonly bull: number;
  /** 1 − the CRPS over that of the baseline, on log returns and on prices. */
  readonly crpsSkill: number;
  readonly priceSkill: number;
  /** Standard errors, see `errorOf`. */
  readonly error50: number;
  readonly error80: number;
  readonly errorSkill: number;
  /** Share of forecasts by tenths of their outcomes. */
  readonly tenths: readonly number[];
}

export function summarise(scores: readonly Score[]): Summary {
  const n = scores.length;
  const total = (of: (one: Score) => number) => scores.reduce((sum, one) => sum + of(one), 0);
  const share = (of: (one: Score) => boolean) => total(one => Number(of(one))) / n;
  const coverage50 = share(one => one.in50);
  const coverage80 = share(one => one.in80);
  const baseline = total(one => one.baselineCrps);
  const crpsSkill = 1 - total(one => one.crps) / baseline;
  const tenths = Array.from({length: 10}, (_, i) =>
    share(({place}) => Math.min(9, Math.floor(10 * place)) === i),
  );
  return {
    n,
    coins: new Set(scores.map(({coin}) => coin.symbol)).size,
    coverage50,
    coverage80,
    baseline50: share(one => one.baselineIn50),
    baseline80: share(one => one.baselineIn80),
    bear: share(({place}) => place < 0.25),
    belowMedian: share(({place}) => place < 0.5),
    bull: share(({place}) => place > 0.75),
    crpsSkill,
    priceSkill: 1 - total(one => one.priceCrps) / total(one => one.baselinePriceCrps),
    error50: errorOf(scores, one => Number(one.in50) - coverage50) / n,
    error80: errorOf(scores, one => Number(one.in80) - coverage80) / n,
    errorSkill: errorOf(scores, one => (1 - crpsSkill) * one.baselineCrps - one.crps) / baseline,
    tenths,
  };
}

/**
 * The standard error of a sum of deviations, clustered by stretches of calendar as long as the
 * horizon: all coins of a day share the market's fate, and so do forecasts whose spans overlap.
 */
function errorOf(scores: readonly Score[], deviation: (one: Score) => number): number {
  const clusters = new Map<number, number>();
  for (const one of scores) {
    const key = Math.floor(one.day / one.horizon);
    clusters.set(key, (clusters.get(key) ?? 0) + deviation(one));
  }
  const count = clusters.size;
  if (count < 2) return Number.NaN;
  let squares = 0;
  for (const value of clusters.values()) squares += value * value;
  return Math.sqrt((squares * count) / (count - 1));
}
