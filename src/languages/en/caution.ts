import type {Section} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {apart} from "../../narrative/pen.ts";

/** What to bear in mind before relying on any of it: the one thing that weighs most here. */
export function caution(facts: Facts): Section | undefined {
  return {
    heading: say`Before relying on this`,
    blocks: [{kind: "paragraph", text: weightiest(facts)}],
  };
}

function weightiest(facts: Facts): Text {
  const {risk, cases: found, dependence, state, asset, benchmark, pen, fixed} = facts;
  const symbol = pen.name(asset.symbol);
  if (dependence && dependence.leading.verdict !== "no-change-found") return chance(facts);
  if (risk && !found)
    return say`The record of ${symbol} is short: its closes begin on ${pen.day(risk.drawdown.since)}, and so few days show no pattern.`;
  if (!risk || !found)
    return say`The figures of ${pen.day(state.price.asOf.slice(0, 10))} say what happened by then; they hold no pattern, and a single day is no trend.`;
  const {quantiles, date} = found.sets.at(-1)!;
  const {p10, p90} = quantiles;
  const [low, high] = apart([p10, p90], pen.roughPrice);
  const range = say`${low} to ${high}`;
  if (p90.value / p10.value > 8)
    return say`A range for ${pen.day(date)} that runs from ${range} is close to saying nothing, and it is meant to be read so.`;
  if ((risk.fromPeak?.value ?? 0) >= 0.8)
    return say`That ${symbol} is ${pen.drawdown(risk.fromPeak!, 0)} below its high says nothing of where it goes: a coin that far down can fall by as much again.`;
  if (dependence && dependence.leading.visible.value < 0.2)
    return say`The test of its tie to ${pen.name(benchmark.name)} is a blunt one for this coin: it would have seen only a fall to ${pen.correlation(dependence.leading.visible)} or so.`;
  return say`${symbol} moves by ${pen.volatility(risk.daily, 1)} a day (standard deviation); ${pen.worded(fixed.eightTenths, "eight in ten")} of the simulated outcomes for ${pen.day(date)} lie from ${range}.`;
}

function chance({dependence, benchmark, pen}: Facts): Text {
  const level = pen.level(dependence!.level);
  return say`A test at ${level} finds a change where there is none in ${level} of cases. That the tie to ${pen.name(benchmark.name)} is not one of them, only more days will tell.`;
}
