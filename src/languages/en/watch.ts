import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isStormy} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import {cited, factsOn} from "../../narrative/profile.ts";

/** What would change this note's mind, each with the figure or the day to hold it against. */
export function watch(facts: Facts): Section | undefined {
  const items = [
    dependence(facts),
    turnover(facts),
    volatility(facts),
    closes(facts),
    ...factsOn(["watch"], facts).map(fact => cited([fact], facts)),
  ].filter(text => text.length > 0);
  if (items.length === 0) return undefined;
  return {heading: say`What to watch`, blocks: [{kind: "list", items}]};
}

function dependence({dependence: found, benchmark, asset, pen}: Facts): Text {
  if (!found) return [];
  const {leading} = found;
  const other = pen.name(benchmark.name);
  if (leading.verdict !== "no-change-found")
    return say`Whether the rank correlation with ${other} holds near ${pen.correlation(leading.rho)} as the window moves on, or goes back towards ${pen.correlation(leading.baselineRho)}.`;
  return leading.benchmarkVolatility.value > leading.baselineBenchmarkVolatility.value * 1.2
    ? say`Whether ${pen.name(asset.symbol)}’s beta stays near ${pen.beta(leading.beta)} when ${other}’s volatility returns to the ${pen.volatility(leading.baselineBenchmarkVolatility, 1)} a day of the baseline.`
    : say`A rank correlation with ${other} below ${pen.correlation(leading.visible)} over ${pen.count(leading.days)} days: a fall of that size would show in most cases.`;
}

function turnover({state, liquidity, pen}: Facts): Text {
  const median = liquidity?.history?.median ?? liquidity?.universe?.median;
  if (!state.turnover || !median) return [];
  const whose = liquidity?.history ? "its own usual" : "the large coins’ median of";
  const ratio = state.turnover.value / median.value;
  if (ratio > 1.5)
    return say`How long turnover stays above ${whose} ${pen.ratio(median)}, from ${pen.ratio(state.turnover)} now.`;
  if (ratio < 0.67)
    return say`Whether turnover comes back from ${pen.ratio(state.turnover)} to ${whose} ${pen.ratio(median)}.`;
  return say`A day on which turnover leaves the neighbourhood of ${whose} ${pen.ratio(median)}; it is ${pen.ratio(state.turnover)} now.`;
}

function volatility({risk, pen}: Facts): Text {
  const [short, long] = risk?.volatility ?? [];
  if (!short || !long) return [];
  const ratio = short.figure.value / long.figure.value;
  if (ratio > 1.15)
    return say`Whether volatility, ${pen.volatility(short.figure)} a year over the shorter span, falls back to the ${pen.volatility(long.figure)} of the longer.`;
  if (ratio < 0.87 && !isStormy(risk))
    return say`Whether the calm lasts: volatility is ${pen.volatility(short.figure)} a year over the shorter span, ${pen.volatility(long.figure)} over the longer.`;
  return [];
}

function closes({cases: found, pen}: Facts): Text {
  const set = found?.sets[0];
  if (!set) return [];
  const signs = set.cases.flatMap(({name, trigger}) => (trigger ? [{name, trigger}] : []));
  const bear = signs.find(one => one.name === "bear");
  const bull = signs.find(one => one.name === "bull");
  const {p25, p75} = set.quantiles;
  const day = pen.day(set.date);
  const [from, to] = apart([p25, p75], pen.roughPrice);
  if (!bear || !bull)
    return say`Closes against ${from} and ${to}, the borders of the base case for ${day}.`;
  const [under, over] = apart([bear.trigger, bull.trigger], pen.roughPrice);
  const down = Math.log(found.start.value / p25.value);
  const up = Math.log(p75.value / found.start.value);
  if (down < up * 0.75)
    return say`A close under ${under}, halfway to the bear case of ${day}; the bull case is farther off, with its first sign above ${over}.`;
  return up < down * 0.75
    ? say`A close above ${over}, halfway to the bull case of ${day}; the bear case is farther off, with its first sign under ${under}.`
    : say`Closes under ${under} or above ${over}, halfway to the borders of the base case for ${day}.`;
}
