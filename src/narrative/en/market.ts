import type {Block, Section} from "../../model/article.ts";
import {endOfDay} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {Dated, PastChange} from "../../model/finding.ts";
import {join, say, type Text} from "../../model/text.ts";
import {closeSources, priceBody, recentCloses} from "../charts.ts";
import type {Facts} from "../facts.ts";
import type {Story} from "../story.ts";
import {days, list, rose, sourceLine} from "./words.ts";

/** A move of this size within the last days is told before the day. */
const large = 0.15;

/** Where the price stands, how it came there, and of what size the coin is. */
export function market(facts: Facts, story: Story): Section | undefined {
  const path = join([move(facts), day(facts), past(facts)]);
  const standing = join([place(facts), size(facts)]);
  const paragraphs = [
    // Without a history the two are a sentence each.
    ...(facts.state.past.length > 0 ? [path, standing] : [join([path, standing])]),
    secondOpinion(facts),
  ].filter(text => text.length > 0);
  const chart = priceChart(facts);
  if (paragraphs.length === 0 && chart.length === 0) return undefined;
  return {
    heading: heading(facts, story),
    blocks: [...paragraphs.map(text => ({kind: "paragraph" as const, text})), ...chart],
  };
}

function heading({state, records, asset, pen}: Facts, {lead}: Story): Text {
  const {change24h} = state;
  if (lead === "week" || lead === "month") {
    const run = records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;
    return rose(run.change) ? say`How far it has come` : say`How far it has fallen`;
  }
  if (lead === "coin-day") return rose(change24h!) ? say`A large day up` : say`A large day down`;
  if (lead === "high") return say`Higher than before`;
  if (lead === "low") return say`Lower than before`;
  if (change24h && Math.abs(change24h.value) >= 0.01)
    return rose(change24h) ? say`A day of gains` : say`A day of losses`;
  return say`Where ${pen.name(asset.symbol)} stands`;
}

/** The move of the last days, where it is worth a sentence. */
function move({state, asset, benchmark, pen}: Facts): Text {
  const {recent, price} = state;
  if (!recent || Math.abs(recent.asset.value) < 0.05) return [];
  const up = rose(recent.asset);
  const beside = recent.benchmark
    ? say`; ${pen.name(benchmark.name)} ${rose(recent.benchmark.change) ? "rose" : "fell"} ${pen.size(recent.benchmark.change)} in the same days`
    : [];
  const span = days(recent.days, pen);
  return Math.abs(recent.asset.value) >= large
    ? say`${span.length ? "In " : ""}${span} ${pen.name(asset.symbol)} went from ${pen.price(recent.start)}, the close of ${pen.day(recent.from)}, to ${pen.price(price)}: ${up ? "a gain" : "a loss"} of ${pen.size(recent.asset)}${beside}.`
    : say`Since the close of ${pen.day(recent.from)}, at ${pen.price(recent.start)}, ${pen.name(asset.symbol)} is ${up ? "up" : "down"} ${pen.size(recent.asset)} to ${pen.price(price)}${beside}.`;
}

/** The newest day by the coin's own measure. */
function day({state, risk, asset, pen}: Facts): Text {
  const {change24h} = state;
  if (!change24h) return [];
  const verb = rose(change24h) ? "gained" : "lost";
  const size = pen.size(change24h, 2);
  if (!risk?.day)
    return say`In the last day ${pen.name(asset.symbol)} ${verb} ${size} against the dollar.`;
  const usual = pen.volatility(risk.daily, 1);
  const deviations = Math.abs(risk.day.deviations.value);
  if (deviations < 0.5)
    return say`The last day hardly counts: ${pen.change(change24h, 2)}, for a coin whose daily standard deviation is ${usual}.`;
  if (deviations < 1.5)
    return say`In the last day it ${verb} ${size}, nothing out of the ordinary at a daily standard deviation of ${usual}.`;
  if (deviations < 2.5)
    return say`In the last day it ${verb} ${size}, ${pen.deviations(risk.day.deviations)} times its daily standard deviation of ${usual}.`;
  return say`In the last day it ${verb} ${size}. Its daily standard deviation over the last ${pen.count(risk.volatility[0]!.days)} days is ${usual}, so this is a day of ${pen.deviations(risk.day.deviations)} deviations.`;
}

/** Longer spans side by side, and how the benchmark fared. */
function past({state, benchmark, ruler, pen}: Facts): Text {
  const spans = state.past;
  if (spans.length === 0 || ruler?.code === "usd") return [];
  const lengths = list(spans.map(({days: count}) => say`${pen.count(count)}`));
  const sizes = list(spans.map(({asset}) => say`${pen.size(asset)}`));
  const changes = list(spans.map(({asset}) => say`${pen.change(asset)}`));
  const ups = spans.filter(({asset}) => rose(asset)).length;
  const own =
    ups === spans.length
      ? say`It is up over ${lengths} days, by ${sizes}`
      : ups === 0
        ? say`It is down over ${lengths} days, by ${sizes}`
        : say`Over ${lengths} days the picture is mixed, ${changes}`;
  const beside = spans.filter(hasBenchmark);
  if (beside.length < spans.length) return say`${own}.`;
  const others = list(beside.map(({benchmark: one}) => say`${pen.change(one.change)}`));
  return compared(beside, own, say`${pen.name(benchmark.name)}`, others);
}

type Compared = PastChange & {readonly benchmark: NonNullable<PastChange["benchmark"]>};
const hasBenchmark = (one: PastChange): one is Compared => one.benchmark !== undefined;

/** Whether it did better or worse than the benchmark over all of them, or now and then. */
function compared(spans: readonly Compared[], own: Text, other: Text, others: Text): Text {
  const better = spans.filter(({asset, benchmark}) => asset.value > benchmark.change.value).length;
  if (spans.length > 1 && better === spans.length)
    return say`${own}; each time it has done better than ${other} (${others}).`;
  if (spans.length > 1 && better === 0)
    return say`${own}; each time it has done worse than ${other} (${others}).`;
  return say`${own}; for ${other} it is ${others}.`;
}

/** The year's range, and the days that closes are on record for. */
function place({state, pen, asset}: Facts): Text {
  const {yearLow, yearHigh, price} = state;
  if (!yearLow || !yearHigh || state.closes.length === 0) return [];
  const rank = state.rank ? say`, number ${pen.count(state.rank)} by market cap,` : [];
  return say`At ${pen.price(price)} ${pen.name(asset.symbol)}${rank} stands ${placeInYear(price, yearLow, yearHigh, pen)}.`;
}

function placeInYear(
  {value}: Figure<"USD">,
  low: Dated<Figure<"USD">>,
  high: Dated<Figure<"USD">>,
  pen: Facts["pen"],
): Text {
  const lowest = say`${pen.price(low.figure)} on ${pen.day(low.day)}`;
  const highest = say`${pen.price(high.figure)} on ${pen.day(high.day)}`;
  if (value === high.figure.value) return say`at the highest close of the past year`;
  if (value === low.figure.value) return say`at the lowest close of the past year`;
  if (value > high.figure.value)
    return say`above every close of the past year, the highest of which was ${highest}`;
  if (value < low.figure.value)
    return say`below every close of the past year, the lowest of which was ${lowest}`;
  const height =
    Math.log(value / low.figure.value) / Math.log(high.figure.value / low.figure.value);
  if (height < 0.15)
    return say`close to the year’s lowest close, ${lowest}, and far from its highest, ${highest}`;
  if (height > 0.85)
    return say`close to the year’s highest close, ${highest}, and far from its lowest, ${lowest}`;
  return say`between the year’s lowest close, ${lowest}, and its highest, ${highest}`;
}

/** How large it is, and how much of it there can still be. */
function size({state, pen}: Facts): Text {
  const {rank, marketCap, circulatingSupply, maxSupply, issued, fullyDilutedValuation} = state;
  const placed = state.yearLow && state.yearHigh && state.closes.length > 0;
  const cap =
    rank && marketCap && !placed
      ? say`By market cap, ${pen.money(marketCap)}, it ranks number ${pen.count(rank)}.`
      : [];
  if (!circulatingSupply) return cap;
  if (!maxSupply || !issued)
    return join([
      cap,
      say`${pen.tokens(circulatingSupply)} coins circulate; no upper limit is on record.`,
    ]);
  const diluted = fullyDilutedValuation
    ? say`; at all of them it would be worth ${pen.money(fullyDilutedValuation)}`
    : [];
  const supply =
    issued.value > 0.995
      ? say`Nearly all of the ${pen.tokens(maxSupply)} coins that can be are in circulation.`
      : say`Of at most ${pen.tokens(maxSupply)} coins ${pen.tokens(circulatingSupply)} circulate, ${pen.share(issued)}${diluted}.`;
  return join([cap, supply]);
}

/** How two answers of the same hour differ, and which one this note follows. */
function secondOpinion({state, pen}: Facts): Text {
  const {secondOpinion: other, change24h, price} = state;
  if (!other || agree(other.gap)) return [];
  const changes =
    change24h && other.change24h
      ? say` and on the day’s change (${pen.change(change24h, 2)} against ${pen.change(other.change24h, 2)})`
      : [];
  return say`Recorded answers of the same hour differ by ${pen.gap(other.gap)} on the price (${pen.price(price)} against ${pen.price(other.price)})${changes}. The first is used throughout.`;
}

/** A tenth of a per cent is what two answers of one second may differ by. */
const agree = (gap: {readonly value: number}) => Math.abs(gap.value) < 0.001;

function priceChart(facts: Facts): Block[] {
  const {state, asset, pen} = facts;
  const days = recentCloses(facts);
  if (days.length < 2) return [];
  const withVolume = days.some(day => day.volume !== undefined);
  const [first, last] = [days[0]!, days.at(-1)!];
  const alt = say`Daily closes of ${pen.name(asset.name)} from ${pen.day(first.date)} to ${pen.day(last.date)}: ${last.close >= first.close ? "higher" : "lower"} at the end than at the start.`;
  return [
    {
      kind: "exhibit",
      title: withVolume
        ? say`${pen.name(asset.symbol)}, daily close and volume`
        : say`${pen.name(asset.symbol)}, daily close`,
      body: priceBody(facts, {
        alt,
        watermark: "Simulated",
        labels: {
          price: `${asset.symbol}, US dollars`,
          volume: "Volume, trailing 24 hours, US dollars",
          logarithmic: "log scale",
        },
      }),
      source: sourceLine(
        closeSources(facts, withVolume),
        say`Closes to ${pen.day(last.date)}${endOfDay(last.date) < state.price.asOf ? ", and with them all that rests on daily returns" : ""}${withVolume ? "" : "; no daily volume is on record for these days"}.`,
      ),
    },
  ];
}
