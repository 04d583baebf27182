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
  "day-rare"({way, precedent}, {pen}) {
    const worst = way === "up" ? "best" : "worst";
    switch (precedent.rank) {
      case "none":
        return say`Its ${worst} day on record`;
      case "few":
        return say`Its ${pen.worded(precedent.beyond, afterSo[precedent.beyond.value - 1]!)}-${worst} day on record`;
      case "since":
        return say`Its ${worst} day since ${pen.day(precedent.last)}`;
    }
  },
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
  "day-common": ({change, days: counted, larger}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}; on ${pen.count(larger)} of the ${pen.count(counted)} days before it moved as much.`,
  "day-usual": ({change, usual, days: counted}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}, nothing out of the ordinary at a daily standard deviation of ${pen.volatility(usual, 1)} in the ${pen.count(counted)} days before.`,
  "day-large": ({change, usual, days: counted, deviations}, {asset, pen}) =>
    say`In the last day ${pen.name(asset.symbol)} ${gained(change, 2, pen)}, ${pen.deviations(deviations)} times its daily standard deviation of ${pen.volatility(usual, 1)} in the ${pen.count(counted)} days before.`,
  ...rangeSentences,
  aftermath,
  "span-beside": ({days: span, change, benchmark: other}, {benchmark, pen}) =>
    say`Over ${pen.count(span)} days it is ${upOrDown(change, pen)}${other ? say`, ${pen.name(benchmark.name)} ${upOrDown(other, pen)}` : []}.`,
  "year-end": ({end}) => say`No close of the past year was ${end === "high" ? "higher" : "lower"}.`,
  "year-beyond": ({end, price, extreme, day}, {pen}) => {
    const [now, then] = apart([price, extreme], pen.price);
    const [side, most] = end === "high" ? ["above", "highest"] : ["below", "lowest"];
    return say`At ${now} it is ${side} every close of the past year, the ${most} of which was ${then} on ${pen.day(day)}.`;
  },
  "second-opinion": (point, telling) => secondOpinion(point, telling),
};

const gained = (change: Figure<"return">, digits: number, pen: Telling["pen"]): Text =>
  say`${change.value > 0 ? "gained" : "lost"} ${pen.size(change, digits)}`;

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

/** "second", "third": what comes after so many. */
const afterSo = ["second", "third", "fourth", "fifth", "sixth"];

function aftermath(
  {way, level, days: span, cases, higher, median, most}: AftermathTold,
  {asset, pen}: Telling,
): Text {
  const verb = way === "up" ? "gained" : "lost";
  const such = say`${pen.count(cases)} earlier days on which ${pen.name(asset.symbol)} ${verb} ${pen.size(level, 0)} or more`;
  return most === "higher"
    ? say`Most of the ${such} were followed by a rise: ${pen.worded(span, "a week")} later it stood higher ${times(higher, pen)}, by ${pen.change(median)} at the median.`
    : say`After the ${such} it was higher ${pen.worded(span, "a week")} later only ${times(higher, pen)}; the median change was ${pen.change(median)}.`;
}

type Difference = SecondOpinion["differs"][number];

const secondOpinion = ({differs}: SecondOpinion, {pen}: Telling): Text =>
  say`Recorded answers of the same hour differ ${list(differs.map(one => difference(one, pen)))}. This note follows the first, and beside other coins the one that tells of them as well.`;

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
