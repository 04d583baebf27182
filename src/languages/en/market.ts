import type {Figure} from "../../model/figure.ts";
import {type Printed, say, type Text} from "../../model/text.ts";
import type {AftermathTold} from "../../narrative/aftermath.ts";
import type {MarketHeading, MarketSentence, Run} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SecondOpinion} from "../../narrative/secondOpinion.ts";
import {rangeSentences} from "./range.ts";
import {days, list, moved, times, upOrDown} from "./words.ts";

export const marketHeadings: Words<MarketHeading> = {
  "run-far": ({way}) => (way === "up" ? say`How far it has come` : say`How far it has fallen`),
  "one-day-of": ({days: span}, {pen}) => say`A single day, not ${pen.counted(span)}`,
  "large-day": ({way}) => (way === "up" ? say`A large day up` : say`A large day down`),
  "new-level": ({end}) => (end === "high" ? say`Higher than before` : say`Lower than before`),
  "against-run": ({way, from}, {pen}) =>
    way === "up"
      ? say`Up on the day, down since ${pen.shortDay(from)}`
      : say`Down on the day, up since ${pen.shortDay(from)}`,
  "spans-agree": ({standing}, {benchmark, pen}) =>
    standing === "ahead"
      ? say`Ahead of ${pen.name(benchmark.name)}`
      : say`Trailing ${pen.name(benchmark.name)}`,
  "plain-day": ({way}) => (way === "up" ? say`A day of gains` : say`A day of losses`),
  "where-it-stands": (_, {asset, pen}) => say`Where ${pen.name(asset.symbol)} stands`,
};

export const marketSentences: Words<MarketSentence> = {
  run,
  "day-flat": (_, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} did not move against the dollar.`,
  "day-alone": ({change}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)} against the dollar.`,
  "day-common": ({weight, change, days: counted, larger}, {asset, pen}) => {
    const often = say`on ${pen.count(larger)} of the ${pen.count(counted)} days before it moved as much`;
    return weight === "slight"
      ? say`The last day hardly counts, at ${pen.change(change, 2)}: ${often}.`
      : say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}; ${often}.`;
  },
  "day-usual": ({change, usual, days: counted}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}, nothing out of the ordinary at a daily standard deviation of ${pen.volatility(usual, 1)} in the ${pen.count(counted)} days before.`,
  "day-large": ({change, usual, days: counted, deviations}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}, ${pen.deviations(deviations)} times its daily standard deviation of ${pen.volatility(usual, 1)} in the ${pen.count(counted)} days before.`,
  ...rangeSentences,
  aftermath,
  "span-beside": ({days: span, change, benchmark: other}, {benchmark, pen}) =>
    say`Over ${pen.count(span)} days it is ${upOrDown(change, pen)}${other ? say`, ${pen.name(benchmark.name)} ${upOrDown(other, pen)}` : []}.`,
  "year-end": ({end, price, rank}, telling) =>
    say`${at(price, rank, telling)} stands at the ${end === "high" ? "highest" : "lowest"} close of the past year.`,
  "year-beyond": ({end, price, rank, extreme, day}, telling) => {
    const [now, then] = apart([price, extreme], telling.pen.price);
    const side = end === "high" ? say`above` : say`below`;
    return say`${at(now, rank, telling)} stands ${side} every close of the past year, the ${end === "high" ? "highest" : "lowest"} of which was ${then} on ${telling.pen.day(day)}.`;
  },
  "above-year-low": ({price, rank, gap, extreme, day}, telling) =>
    say`${at(price, rank, telling)} stands ${telling.pen.size(gap)} above the year’s lowest close, ${telling.pen.price(extreme)} on ${telling.pen.day(day)}.`,
  "below-year-high": ({price, rank, gap, extreme, day}, telling) =>
    say`${at(price, rank, telling)} stands ${telling.pen.drawdown(gap)} below the year’s highest close, ${telling.pen.price(extreme)} on ${telling.pen.day(day)}.`,
  "cap-rank": ({cap, rank}, {pen}) =>
    say`By market cap, ${pen.money(cap)}, it ranks number ${pen.count(rank)}.`,
  "supply-open": ({circulating}, {pen}) =>
    say`${pen.tokens(circulating)} coins circulate; no upper limit is on record.`,
  "supply-full": ({max}, {pen}) =>
    say`Nearly all of the ${pen.tokens(max)} coins that can be are in circulation.`,
  "supply-part": ({circulating, max, issued, diluted}, {pen}) =>
    say`Of at most ${pen.tokens(max)} coins ${pen.tokens(circulating)} circulate, ${pen.share(issued)}${diluted ? say`; at all of them it would be worth ${pen.money(diluted)}` : []}.`,
  "second-opinion": (point, telling) => secondOpinion(point, telling),
};

const gained = (change: Figure<"return">, digits: number, pen: Telling["pen"]): Text =>
  say`${change.value > 0 ? "gained" : "lost"} ${pen.size(change, digits)}`;

function at(
  price: Figure<"USD"> | Printed,
  rank: Figure<"rank"> | undefined,
  {asset, pen}: Telling,
): Text {
  const ranked = rank ? say`, number ${pen.count(rank)} by market cap,` : [];
  return say`At ${"print" in price ? price : pen.price(price)} ${pen.name(asset.symbol)}${ranked}`;
}

function run(
  {way, size, days: span, from, start, price, change, benchmark: other}: Run,
  {asset, benchmark, pen}: Telling,
): Text {
  const beside = other
    ? say`; ${pen.name(benchmark.name)} ${moved(other, pen)} in the same days`
    : [];
  const [then, now] = apart([start, price], pen.price);
  return size === "large"
    ? say`In ${days(span, pen)} ${pen.name(asset.symbol)} went from ${then}, the close of ${pen.day(from)}, to ${now}: ${way === "up" ? "a gain" : "a loss"} of ${pen.size(change)}${beside}.`
    : say`Since the close of ${pen.day(from)}, at ${then}, ${pen.name(asset.symbol)} is ${way} ${pen.size(change)} to ${now}${beside}.`;
}

function aftermath(
  {way, level, days: span, cases, higher, median, likeness, most}: AftermathTold,
  {asset, pen}: Telling,
): Text {
  const [verb, noun] = way === "up" ? ["gained", "gain"] : ["lost", "loss"];
  const unlike =
    likeness === "beyond"
      ? say` None of those days came near this one: their largest ${noun} was ${pen.size(most.figure)}, on ${pen.day(most.day)}.`
      : [];
  return say`After the ${pen.count(cases)} earlier days on which ${pen.name(asset.symbol)} ${verb} ${pen.size(level, 0)} or more it was higher ${pen.worded(span, "a week")} later ${times(higher, pen)}; the median change was ${pen.change(median)}.${unlike}`;
}

type Difference = SecondOpinion["differs"][number];

const secondOpinion = ({differs}: SecondOpinion, {pen}: Telling): Text =>
  say`Recorded answers of the same hour differ ${list(differs.map(one => difference(one, pen)))}. This note follows the first; beside other coins, the answer that tells of them as well.`;

function difference(one: Difference, pen: Telling["pen"]): Text {
  const versus = ([first, second]: readonly [Printed, Printed]) =>
    say`(${first} against ${second})`;
  switch (one.on) {
    case "price":
      return say`by ${pen.gap(one.gap)} on the price ${versus(apart(one.both, pen.price))}`;
    case "change24h":
      return say`on the day’s change ${versus(apart(one.both, (change, more) => pen.change(change, 2 + more)))}`;
    case "volume24h":
      return say`on the day’s volume ${versus([pen.money(one.both[0]), pen.money(one.both[1])])}`;
  }
}
