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

/** The deepest fall on record, by when it was and how much of it is left. */
function falls({risk, pen}: Facts): Text {
  const {drawdown, fromPeak} = risk!;
  const {peak, trough, since} = drawdown;
  const span = say`from ${pen.price(peak.figure)} on ${pen.day(peak.day)} to ${pen.price(trough.figure)} on ${pen.day(trough.day)}`;
  const size = pen.drawdown(drawdown.figure);
  const record = say`closes since ${pen.day(since)}`;
  if (!fromPeak)
    return say`Of ${record}, the deepest fall was ${size}, ${span}; the price is now above every one of them.`;
  const now = pen.drawdown(fromPeak, 0);
  if (fromPeak.value > 0.93 * drawdown.figure.value)
    return say`It is close to the bottom of its deepest fall on record: ${size}, ${span}, and ${now} below the high today (${record}).`;
  return fromPeak.value > 0.5
    ? say`Its deepest fall on record, ${size}, ran ${span}; today it is still ${now} below the high of its ${record}.`
    : say`In ${record} it has once lost ${size}, ${span}; today it is ${now} below the highest of them.`;
}

function inFalls({risk, benchmark, pen, fixed}: Facts): Text {
  const {downsideBeta, tail} = risk!;
  if (!downsideBeta || !tail) return [];
  const other = pen.name(benchmark.name);
  const both = say`${pen.count(tail.shared)} of ${other}’s ${pen.count(tail.days)} worst in the past year`;
  const tenth = pen.worded(fixed.tenth, "tenth");
  const alone = pen.share(tail.independent);
  const worst =
    tail.share.value > 0.5
      ? say`Its worst days are mostly ${other}’s: ${both} were among its own worst ${tenth}, where unrelated series would share ${alone}.`
      : tail.share.value > 0.25
        ? say`On the worst days it keeps company now and then: ${both} were among its own worst ${tenth}; ${alone} would be chance.`
        : say`Its worst days are mostly its own: only ${both} were among them.`;
  const answer =
    downsideBeta.value > 1.2
      ? say`On ${other}’s worse days it falls harder: ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`
      : downsideBeta.value < 0.8
        ? say`On ${other}’s worse days it falls less: ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`
        : say`On ${other}’s worse days it falls about as much, ${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}.`;
  return join([answer, worst]);
}
