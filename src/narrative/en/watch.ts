import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** What would change this note's mind, each with the figure to hold it against. */
export function watch(facts: Facts): Section | undefined {
  const items = [dependence(facts), turnover(facts), closes(facts)].filter(text => text.length > 0);
  if (items.length === 0) return undefined;
  return {heading: say`What to watch`, blocks: [{kind: "list", items}]};
}

function dependence({dependence: found, benchmark, asset, pen}: Facts): Text {
  if (!found) return [];
  const {leading} = found;
  const other = pen.name(benchmark.name);
  if (leading.verdict === "no-change-found")
    return leading.benchmarkVolatility.value > leading.baselineBenchmarkVolatility.value * 1.2
      ? say`Whether ${pen.name(asset.symbol)}’s beta stays near ${pen.beta(leading.beta)} when ${other}’s volatility returns to the ${pen.volatility(leading.baselineBenchmarkVolatility, 1)} a day of the baseline.`
      : say`A rank correlation with ${other} below ${pen.correlation(leading.visible)} over ${pen.count(leading.days)} days: a fall that size would be found at least four times in five.`;
  return say`Whether the rank correlation with ${other} holds near ${pen.correlation(leading.rho)} as the window moves on, or goes back towards ${pen.correlation(leading.baselineRho)}.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  const median = liquidity?.universe?.median;
  if (!state.turnover || !median) return [];
  return state.turnover.value > median.value
    ? say`Whether turnover stays above the ${pen.ratio(median)} that is the median of the large coins, from ${pen.ratio(state.turnover)} now.`
    : say`Whether turnover, at ${pen.ratio(state.turnover)}, rises to the median of the large coins, ${pen.ratio(median)}.`;
}

function closes({cases: found, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const {p25, p75} = set.quantiles;
  return say`Closes against ${pen.roughPrice(p25)} and ${pen.roughPrice(p75)}, the borders of the cases for ${pen.day(set.date)}.`;
}
