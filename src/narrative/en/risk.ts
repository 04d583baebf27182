import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";

/** How much it moves, how far it fell, and how it behaves when the benchmark falls. */
export function risk(facts: Facts): Section | undefined {
  const {risk: found} = facts;
  if (!found) return undefined;
  return {
    heading: say`How much it moves`,
    blocks: [{kind: "paragraph", text: join([volatility(facts), falls(facts), inFalls(facts)])}],
  };
}

function volatility({risk: found, asset, benchmark, pen}: Facts): Text {
  const [short, long] = found!.volatility;
  const other = found!.benchmarkVolatility
    ? say`; ${pen.name(benchmark.name)}’s was ${pen.volatility(found!.benchmarkVolatility)}`
    : [];
  const beside = long
    ? say`, and ${pen.volatility(long.figure)} over the last ${pen.count(long.days)}${other}`
    : other;
  return say`${pen.name(asset.symbol)}’s volatility over the last ${pen.count(short!.days)} days was ${pen.volatility(short!.figure)} a year${beside}.`;
}

function falls({risk: found, pen}: Facts): Text {
  const {drawdown, fromPeak} = found!;
  const now = fromPeak
    ? say` The price is ${pen.drawdown(fromPeak, 0)} below the highest of these closes.`
    : say` The price is above every one of these closes.`;
  return say`Its deepest fall in closes on record, which begin on ${pen.day(drawdown.since)}, was ${pen.drawdown(drawdown.figure)}: from ${pen.price(drawdown.peak.figure)} on ${pen.day(drawdown.peak.day)} to ${pen.price(drawdown.trough.figure)} on ${pen.day(drawdown.trough.day)}.${now}`;
}

function inFalls({risk: found, asset, benchmark, pen, fixed}: Facts): Text {
  const {downsideBeta, tail} = found!;
  if (!downsideBeta || !tail) return [];
  const other = pen.name(benchmark.name);
  return say`On days when ${other} did worse than its mean, ${pen.name(asset.symbol)} answered each ${pen.size(fixed.percent, 0)} with ${pen.answer(downsideBeta)}. Of ${other}’s worst ${pen.count(tail.days)} days in the past year, ${pen.count(tail.shared)} were among ${pen.name(asset.symbol)}’s worst tenth too; unrelated series would share ${pen.share(tail.independent)} of them, these share ${pen.share(tail.share)}.`;
}
