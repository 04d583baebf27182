import type {Section} from "../../model/article.ts";
import type {RiskFinding} from "../../model/finding.ts";
import {join, type Name, type Printed, say, type Text} from "../../model/text.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isStormy} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";

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
        ? isStormy(risk)
          ? say`${symbol}’s volatility is lower than it was: ${now}, ${before}.`
          : say`${symbol} has become calmer: volatility ${now}, ${before}.`
        : say`${symbol}’s volatility is steady, at ${now} and ${before}.`;
  const beside = risk!.benchmarkVolatility;
  return beside ? say`${own} ${other}’s over the longer span was ${pen.volatility(beside)}.` : own;
}

/** From the bottom of its deepest fall the price is not told to be near beyond this. */
const nearBottom = 0.1;

/** The deepest fall on record, by when it was and how much of it is left. */
function falls({risk, pen}: Facts): Text {
  const {drawdown, fromPeak, aboveTrough} = risk!;
  const {peak, trough, since} = drawdown;
  const [high, low] = apart([peak.figure, trough.figure], pen.price);
  const span = say`from ${high} on ${pen.day(peak.day)} to ${low} on ${pen.day(trough.day)}`;
  const size = pen.drawdown(drawdown.figure);
  const record = say`closes since ${pen.day(since)}`;
  if (!fromPeak)
    return say`Of ${record}, the deepest fall was ${size}, ${span}; no close among them is above today’s price.`;
  const now = say`${pen.drawdown(fromPeak, fromPeak.value < 0.1 ? 1 : 0)} below the highest of its ${record}`;
  if (aboveTrough && aboveTrough.value <= nearBottom) {
    const place =
      aboveTrough.value === 0
        ? say`It stands at the bottom of its deepest fall on record`
        : say`It stands ${pen.size(aboveTrough)} above the bottom of its deepest fall on record`;
    return say`${place}: ${size}, ${span}. That is ${now}.`;
  }
  return say`Its deepest fall on record, ${size}, ran ${span}; today it is ${now}.`;
}

/** Within this the answer to the benchmark's bad days is none. */
const noAnswer = 0.05;

function inFalls({risk, benchmark, pen, fixed}: Facts): Text {
  const {jointDays, downsideBeta, tail} = risk!;
  if (!jointDays || !downsideBeta || !tail) return [];
  const other = pen.name(benchmark.name);
  const span = say`Over the last ${pen.count(jointDays)} days`;
  const answer = say`${pen.answer(downsideBeta)} for each ${pen.size(fixed.percent, 0)}`;
  const {value} = downsideBeta;
  const way =
    value < -noAnswer
      ? say`it went the other way on ${other}’s worse days: ${answer}`
      : value <= noAnswer
        ? say`it did not fall with ${other} on its worse days: ${answer}`
        : value > 1.15
          ? say`it fell harder on ${other}’s worse days: ${answer}`
          : value < 0.85
            ? say`it fell less on ${other}’s worse days: ${answer}`
            : say`it fell about as much on ${other}’s worse days: ${answer}`;
  return join([
    say`${span} ${way}.`,
    worstDays(tail, other, pen.worded(fixed.tenth, "tenth"), pen),
  ]);
}

/** How many of the benchmark's worst days were the coin's as well, beside what chance would give. */
function worstDays(
  {days, shared, share, independent}: NonNullable<RiskFinding["tail"]>,
  other: Name,
  tenth: Printed,
  pen: Facts["pen"],
): Text {
  const chance = pen.share(independent);
  if (share.value > 0.5)
    return say`Most of ${other}’s worst days among these, ${pen.count(shared)} of ${pen.count(days)}, were among its own worst ${tenth}, of which unrelated series would share ${chance}.`;
  return share.value > independent.value
    ? say`Of ${other}’s ${pen.count(days)} worst days among these, ${pen.count(shared)} were among its own worst ${tenth}, ${pen.share(share)}; of unrelated series it would be ${chance}.`
    : say`Of ${other}’s ${pen.count(days)} worst days among these, ${pen.count(shared)} were among its own worst ${tenth}, no more than unrelated series would share, ${chance}.`;
}
