import type {Section} from "../../model/article.ts";
import {endOfDay} from "../../model/day.ts";
import type {Figure} from "../../model/figure.ts";
import type {Dated} from "../../model/finding.ts";
import {join, plain, say, type Text} from "../../model/text.ts";
import type {Facts} from "../facts.ts";
import {rose, sourceLine} from "./words.ts";

/** What changed hands, at what price, and what that does and does not tell. */
export function market(facts: Facts): Section | undefined {
  const paragraphs = [
    turnover(facts),
    fade(facts),
    venues(facts),
    history(facts),
    position(facts),
  ].filter(text => text.length > 0);
  const chart = priceChart(facts);
  if (paragraphs.length === 0 && chart.length === 0) return undefined;
  return {
    heading: heading(facts),
    blocks: [...paragraphs.map(text => ({kind: "paragraph" as const, text})), ...chart],
  };
}

function heading({state, liquidity}: Facts): Text {
  const {change24h} = state;
  const move = !change24h
    ? "The market"
    : Math.abs(change24h.value) < 0.01
      ? "A quiet day"
      : rose(change24h)
        ? "A day of gains"
        : "A day of losses";
  const below = liquidity?.universe?.below.value;
  if (below === undefined) return say`${move}`;
  const size = below >= 0.8 ? "high" : below <= 0.2 ? "low" : "ordinary";
  return say`${move}, on ${size} turnover`;
}

function turnover({state, liquidity, benchmark, asset, pen}: Facts): Text {
  if (!state.turnover || !state.volume24h || !liquidity) return [];
  const against = [
    ...(liquidity.benchmark
      ? [say`${pen.ratio(liquidity.benchmark.turnover)} for ${pen.name(benchmark.name)}`]
      : []),
    ...(liquidity.universe
      ? [
          say`a median of ${pen.ratio(liquidity.universe.median)} among the ${pen.count(liquidity.universe.size)} largest coins with known figures`,
        ]
      : []),
  ];
  const compared = against.length ? say`, against ${join(against, " and ")}` : [];
  const below = liquidity.universe
    ? say` ${pen.share(liquidity.universe.below)} of those coins turned over less.`
    : [];
  const own = liquidity.history
    ? say` It was lower on ${pen.share(liquidity.history.percentile)} of the last ${pen.count(liquidity.history.days)} days, whose median is ${pen.ratio(liquidity.history.median)}.`
    : [];
  const shown = state.turnoverOfShown
    ? say` The turnover is the source’s own; the volume and cap it prints, which are rounded, give ${pen.ratio(state.turnoverOfShown, 2)}.`
    : [];
  return say`${pen.money(state.volume24h)} of ${pen.name(asset.symbol)} changed hands in the trailing day, ${pen.ratio(state.turnover, state.turnoverOfShown ? 2 : 1)} of ${state.circulatingSupply ? "its circulating market cap" : "the market cap on record, which does not say what supply it counts"}${compared}.${below}${own}${shown} High turnover comes with rallies and with sell-offs; it does not tell who was buying.`;
}

function fade({liquidity, asset, pen}: Facts): Text {
  const found = liquidity?.fade;
  if (!found) return [];
  return say`After ${pen.counted(found.spikes)} earlier days on which ${pen.name(asset.symbol)}’s volume was at least ${pen.counted(found.times)} times what had been usual, it stood at ${pen.share(found.ratio)} of the spike ${pen.counted(found.days)} days later (median).`;
}

function venues({liquidity, pen, fixed}: Facts): Text {
  const found = liquidity?.venues;
  if (!found) return [];
  const depth =
    found.depthUp && found.depthDown
      ? say` Over all of them, ${pen.money(found.depthDown)} of selling would have moved the price down by ${pen.size(fixed.depth, 0)}, and ${pen.money(found.depthUp)} of buying up by as much.`
      : [];
  return say`The ${pen.count(found.count)} venues that the source lists report very unequal shares: ${pen.name(found.largest)} has ${pen.share(found.largestShare)} of the volume, and the Herfindahl index of the shares is ${pen.index(found.concentration)}.${depth}`;
}

function history({state, pen, asset}: Facts): Text {
  const {yearLow, yearHigh, price} = state;
  if (!yearLow || !yearHigh || state.closes.length === 0) return [];
  const last = state.closes.at(-1)!;
  const when =
    endOfDay(last.date) < state.price.asOf
      ? say` The last daily close on record is that of ${pen.day(last.date)}; everything below that rests on daily returns ends there.`
      : [];
  return say`At ${pen.price(price)} ${pen.name(asset.symbol)} stands ${placeInYear(price, yearLow, yearHigh, pen)}.${when}`;
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
  return say`between the year’s lowest close, ${lowest}, and its highest, ${highest}`;
}

/** How two answers of the same hour differ, and which one this note follows. */
function position({state, pen}: Facts): Text {
  const {secondOpinion, change24h, price} = state;
  if (!secondOpinion || agree(secondOpinion.gap)) return [];
  const changes =
    change24h && secondOpinion.change24h
      ? say` and on the day’s change (${pen.change(change24h, 2)} against ${pen.change(secondOpinion.change24h, 2)})`
      : [];
  return say`Two recorded answers differ by ${pen.gap(secondOpinion.gap)} on the price (${pen.price(price)} against ${pen.price(secondOpinion.price)})${changes}. The first is used throughout.`;
}

/** A tenth of a per cent is what two answers of one second may differ by. */
const agree = (gap: {readonly value: number}) => Math.abs(gap.value) < 0.001;

function priceChart(facts: Facts): Section["blocks"] {
  const {state, asset, pen, locale, simulated} = facts;
  const days = state.closes.slice(-90);
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
      body: {
        alt,
        chart: {
          kind: "price",
          name: withVolume ? "price-and-volume" : "price",
          locale,
          days,
          labels: {
            price: `${asset.symbol}, US dollars`,
            volume: "Volume, trailing 24 hours, US dollars",
            logarithmic: "log scale",
          },
          description: plain(alt),
          ...(simulated && {watermark: "Simulated"}),
        },
      },
      source: sourceLine(
        [
          ...new Set(
            facts.series
              .filter(
                one =>
                  one.id === `close.${asset.id}` || (withVolume && one.id === `volume.${asset.id}`),
              )
              .map(one => one.source),
          ),
        ],
        say`Closes to ${pen.day(last.date)}${withVolume ? "" : "; no daily volume is on record for these days"}.`,
      ),
    },
  ];
}
