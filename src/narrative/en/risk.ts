import type {Section} from "../../model/article.ts";
import {join, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import type {Story} from "../story.ts";

/** How much it moves, how far it fell, and how it behaves when the benchmark falls. */
export function risk(facts: Facts, story: Story): Section | undefined {
  if (!facts.risk) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [{kind: "paragraph", text: join([volatility(facts), falls(facts), inFalls(facts)])}],
  };
}

function heading({risk, benchmark, pen}: Facts, {angles}: Story): Text {
  if (angles.includes("livelier")) return say`Livelier than it was`;
  if (angles.includes("calmer")) return say`Calmer than it was`;
  if ((risk!.downsideBeta?.value ?? 0) >= 1.3)
    return say`Harder falls than ${pen.name(benchmark.name)}’s`;
  return angles.includes("fallen") ? say`Far below its high` : say`How much it moves`;
}

function volatility({risk, asset, benchmark, pen}: Facts): Text {
  const [short, long] = risk!.volatility;
  const other = pen.name(benchmark.name);
  const symbol = pen.name(asset.symbol);
  const now = say`${pen.volatility(short!.figure)} a year over the last ${pen.count(short!.days)} days`;
  if (!long) return say`${symbol}’s volatility was ${now}.`;
  const ratio = short!.figure.value / long.figure.value;
  const before = say`${pen.volatility(long.figure)} over ${pen.count(long.days)}`;
  const own =
    ratio > 1.15
      ? say`${symbol} has become livelier: volatility ${now}, ${before}.`
      : ratio < 0.87
        ? say`${symbol} has become calmer: volatility ${now}, ${before}.`
        : say`${symbol}’s volatility is steady, at ${now} and ${before}.`;
  const beside = risk!.benchmarkVolatility;
  return beside ? say`${own} ${other}’s over the longer span was ${pen.volatility(beside)}.` : own;
}

function falls({risk, pen}: Facts): Text {
  const {drawdown, fromPeak} = risk!;
  const {peak, trough} = drawdown;
  const span = say`from ${pen.price(peak.figure)} on ${pen.day(peak.day)} to ${pen.price(trough.figure)} on ${pen.day(trough.day)}`;
  if (!fromPeak)
    return say`Its deepest fall in closes on record, which begin on ${pen.day(drawdown.since)}, was ${pen.drawdown(drawdown.figure)}, ${span}; the price is now above every one of these closes.`;
  const left =
    Math.abs(fromPeak.value - drawdown.figure.value) < 0.05
      ? say`Today, at ${pen.drawdown(fromPeak, 0)} below the highest of them, it is nearly as deep.`
      : say`Today it is ${pen.drawdown(fromPeak, 0)} below the highest of them.`;
  return say`In closes on record, which begin on ${pen.day(drawdown.since)}, its deepest fall was ${pen.drawdown(drawdown.figure)}, ${span}. ${left}`;
}

function inFalls({risk, asset, benchmark, pen, fixed}: Facts): Text {
  const {downsideBeta, tail} = risk!;
  if (!downsideBeta || !tail) return [];
  const other = pen.name(benchmark.name);
  const symbol = pen.name(asset.symbol);
  const worst = say`Of ${other}’s worst ${pen.count(tail.days)} days in the past year, ${pen.count(tail.shared)} were among ${symbol}’s worst tenth too, ${pen.share(tail.share)}; unrelated series would share ${pen.share(tail.independent)}.`;
  const answer =
    downsideBeta.value > 1.2
      ? say`On ${other}’s worse days it falls harder: ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`
      : downsideBeta.value < 0.8
        ? say`On ${other}’s worse days it falls less: ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`
        : say`On ${other}’s worse days it falls about as much, ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`;
  return join([answer, worst]);
}
