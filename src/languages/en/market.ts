import type {Block, Section} from "../../model/article.ts";
import {endOfDay} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {Dated, PastChange} from "../../model/finding.ts";
import {join, type Printed, say, type Text} from "../../model/text.ts";
import {closeSources, priceBody, recentCloses} from "../../narrative/charts.ts";
import type {Facts} from "../../narrative/facts.ts";
import {isSlight, isTold, isUsual, turns} from "../../narrative/moves.ts";
import {apart} from "../../narrative/pen.ts";
import type {Story} from "../../narrative/story.ts";
import {chartWords} from "./charts.ts";
import {days, list, moved, rose, sourceLine} from "./words.ts";

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

function heading({state, records, risk, asset, pen}: Facts, {lead}: Story): Text {
  const {change24h, recent} = state;
  if (lead === "week" || lead === "month") {
    const run = records!.spans.find(({window}) => window === (lead === "week" ? 7 : 30))!;
    return rose(run.change) ? say`How far it has come` : say`How far it has fallen`;
  }
  if (lead === "coin-day" && change24h && !isUsual(risk))
    return rose(change24h) ? say`A large day up` : say`A large day down`;
  if (lead === "high") return say`Higher than before`;
  if (lead === "low") return say`Lower than before`;
  if (change24h && Math.abs(change24h.value) >= 0.01 && !isSlight(records, risk)) {
    if (recent && isTold(recent) && turns(recent, change24h))
      return rose(change24h)
        ? say`Up on the day, down since ${pen.shortDay(recent.from)}`
        : say`Down on the day, up since ${pen.shortDay(recent.from)}`;
    return rose(change24h) ? say`A day of gains` : say`A day of losses`;
  }
  return say`Where ${pen.name(asset.symbol)} stands`;
}

/** The move of the last days, where it is worth a sentence. */
function move({state, asset, benchmark, pen}: Facts): Text {
  const {recent, price} = state;
  if (!recent || !isTold(recent)) return [];
  const up = rose(recent.asset);
  const beside = recent.benchmark
    ? say`; ${pen.name(benchmark.name)} ${moved(recent.benchmark.change, pen)} in the same days`
    : [];
  const span = days(recent.days, pen);
  const [start, now] = apart([recent.start, price], pen.price);
  return Math.abs(recent.asset.value) >= large
    ? say`${span.length ? "In " : ""}${span} ${pen.name(asset.symbol)} went from ${start}, the close of ${pen.day(recent.from)}, to ${now}: ${up ? "a gain" : "a loss"} of ${pen.size(recent.asset)}${beside}.`
    : say`Since the close of ${pen.day(recent.from)}, at ${start}, ${pen.name(asset.symbol)} is ${up ? "up" : "down"} ${pen.size(recent.asset)} to ${now}${beside}.`;
}

/** So many standard deviations tell less than how often it moves as much. */
const middling = 0.75;

/** The newest day by the coin's own measure: that of the days before it. */
function day({state, risk, records, asset, pen}: Facts): Text {
  const {change24h, recent} = state;
  if (!change24h) return [];
  const symbol = pen.name(asset.symbol);
  if (change24h.value === 0) return say`In the last day ${symbol} did not move against the dollar.`;
  const verb = rose(change24h) ? "gained" : "lost";
  const size = pen.size(change24h, 2);
  if (!risk?.day) return say`In the last day ${symbol} ${verb} ${size} against the dollar.`;
  const {usual, days: counted, deviations} = risk.day;
  const it = recent && isTold(recent) ? "it" : symbol;
  const before = say`${pen.volatility(usual, 1)} in the ${pen.count(counted)} days before`;
  if (isSlight(records, risk))
    return say`The last day hardly counts: ${pen.change(change24h, 2)}, for a coin whose daily standard deviation was ${before}.`;
  if (records?.still && deviations.value < middling)
    return say`In the last day ${it} ${verb} ${size}; on ${pen.count(records.still.larger)} of the ${pen.count(records.still.days)} days before it moved as much.`;
  if (isUsual(risk))
    return say`In the last day ${it} ${verb} ${size}, nothing out of the ordinary at a daily standard deviation of ${before}.`;
  return say`In the last day ${it} ${verb} ${size}, ${pen.deviations(deviations)} times its daily standard deviation of ${before}.`;
}

/** Longer spans side by side, and how the benchmark fared. */
function past({state, benchmark, ruler, pen}: Facts): Text {
  const spans = state.past;
  if (spans.length === 0 || ruler?.code === "usd") return [];
  const lengths = list(spans.map(({days: count}) => say`${pen.count(count)}`));
  const pairs = spans.flatMap(span => (hasBenchmark(span) ? [pairOf(span, pen)] : []));
  const together = pairs.length === spans.length;
  const changes = together ? pairs.map(([own]) => own) : spans.map(({asset}) => pen.change(asset));
  const each = list(changes.map(one => [one]));
  const own = spans.every(({asset}) => asset.value > 0)
    ? say`It is up over ${lengths} days, ${each}`
    : spans.every(({asset}) => asset.value < 0)
      ? say`It is down over ${lengths} days, ${each}`
      : say`Over ${lengths} days it has changed by ${each}`;
  if (!together) return say`${own}.`;
  const others = list(pairs.map(([, other]) => [other]));
  return compared(spans.filter(hasBenchmark), own, say`${pen.name(benchmark.name)}`, others);
}

type Compared = PastChange & {readonly benchmark: NonNullable<PastChange["benchmark"]>};
const hasBenchmark = (one: PastChange): one is Compared => one.benchmark !== undefined;

/** In the digits that show which of the two did better. */
const pairOf = ({asset, benchmark}: Compared, pen: Facts["pen"]) =>
  apart([asset, benchmark.change], (one, more) => pen.change(one, 1 + more));

/** Whether it did better or worse than the benchmark over all of them, or now and then. */
function compared(spans: readonly Compared[], own: Text, other: Text, others: Text): Text {
  const gaps = spans.map(({asset, benchmark}) => asset.value - benchmark.change.value);
  if (spans.length > 1 && gaps.every(gap => gap > 0))
    return say`${own}; each time it has done better than ${other} (${others}).`;
  if (spans.length > 1 && gaps.every(gap => gap < 0))
    return say`${own}; each time it has done worse than ${other} (${others}).`;
  return say`${own}; for ${other} it is ${others}.`;
}

/** The year's range, and the days that closes are on record for. */
function place({state, pen, asset}: Facts): Text {
  const {yearLow, yearHigh, price} = state;
  if (!yearLow || !yearHigh || state.closes.length === 0) return [];
  const rank = state.rank ? say`, number ${pen.count(state.rank)} by market cap,` : [];
  return say`At ${pen.price(price)} ${pen.name(asset.symbol)}${rank} stands ${placeInYear(state, yearLow, yearHigh, pen)}.`;
}

/** How far from either end of the year's closes; what is near, the figures say. */
function placeInYear(
  {price: {value}, aboveYearLow, belowYearHigh}: Facts["state"],
  low: Dated<Figure<"USD">>,
  high: Dated<Figure<"USD">>,
  pen: Facts["pen"],
): Text {
  const [lowPrice, highPrice] = apart([low.figure, high.figure], pen.price);
  const lowest = say`${lowPrice} on ${pen.day(low.day)}`;
  const highest = say`${highPrice} on ${pen.day(high.day)}`;
  if (value === high.figure.value) return say`at the highest close of the past year`;
  if (value === low.figure.value) return say`at the lowest close of the past year`;
  if (!belowYearHigh)
    return say`above every close of the past year, the highest of which was ${highest}`;
  if (!aboveYearLow)
    return say`below every close of the past year, the lowest of which was ${lowest}`;
  // The nearer end first.
  return aboveYearLow.value < belowYearHigh.value
    ? say`${pen.size(aboveYearLow)} above the year’s lowest close, ${lowest}, and ${pen.drawdown(belowYearHigh)} below its highest, ${highest}`
    : say`${pen.drawdown(belowYearHigh)} below the year’s highest close, ${highest}, and ${pen.size(aboveYearLow)} above its lowest, ${lowest}`;
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
  const {secondOpinion: other, change24h, price, volume24h} = state;
  if (!other || other.differs.length === 0) return [];
  const versus = ([one, second]: readonly [Printed, Printed]) => say`(${one} against ${second})`;
  const change = (one: Figure<"return">, more: number) => pen.change(one, 2 + more);
  const words = {
    price: say`by ${pen.gap(other.gap)} on the price ${versus(apart([price, other.price], pen.price))}`,
    change24h:
      change24h && other.change24h
        ? say`on the day’s change ${versus(apart([change24h, other.change24h], change))}`
        : [],
    volume24h:
      volume24h && other.volume24h
        ? say`on the day’s volume ${versus([pen.money(volume24h), pen.money(other.volume24h)])}`
        : [],
  };
  return say`Recorded answers of the same hour differ ${list(other.differs.map(one => words[one]))}. This note follows the first; beside other coins, the answer that tells of them as well.`;
}

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
        drawn: chartWords,
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
