import {say} from "../../model/text.ts";
import type {DeckSentence, TieTest} from "../../narrative/deckPoints.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import {currenciesSentences} from "./currencies.ts";
import {fieldSentences} from "./field.ts";
import {marketSentences} from "./market.ts";
import {measureWords, recordSentences} from "./rare.ts";
import {distance, stands} from "./title.ts";
import {capital, gainedOrLost, lastOf, quoteName, rose} from "./words.ts";

/** What the title means, and what it does not. */
export const deckSentences: Words<DeckSentence> = {
  ...recordSentences,
  "market-record": fieldSentences["market-record"],
  "span-beside": marketSentences["span-beside"],
  "priced-in-benchmark": currenciesSentences["priced-in-benchmark"],
  "stands-at": ({price, priceIs}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} ${stands(priceIs)} at ${pen.price(price)}.`,
  "stands-off": ({price, priceIs, code, gap}, {pen}) =>
    say`It ${stands(priceIs)} at ${pen.price(price)}, ${distance(gap, code, pen)}.`,
  "stands-for": ({code}) => say`It stands for ${quoteName(code)}, and is measured beside it.`,
  "traded-day": ({volume, turnover, digits}, {pen}) =>
    say`In a day ${pen.money(volume)} of it changed hands, ${pen.ratio(turnover, digits)} of its market cap.`,
  "closes-on-record": ({earlier, from}, {pen}) =>
    say`Its record of closes, ${pen.count(earlier)} before this one, begins on ${pen.day(from)}.`,
  "gap-record"({side, precedent}, {pen}) {
    switch (precedent.rank) {
      case "none":
        return say`None of ${pen.count(precedent.earlier)} earlier closes on record, since ${pen.day(precedent.from)}, lay as far ${side}.`;
      case "few":
        return say`Of ${pen.count(precedent.earlier)} earlier closes on record, since ${pen.day(precedent.from)}, ${pen.counted(precedent.beyond)} lay as far ${side}${lastOf(precedent.beyond, precedent.last, pen)}.`;
      case "since":
        return say`It had not lain as far ${side} since ${pen.day(precedent.last)}.`;
    }
  },
  "market-median": ({median}, {pen}) =>
    say`The median coin ${gainedOrLost(median)} ${pen.size(median)}.`,
  "among-others"({standing, went, coins, below, above}, {pen}) {
    switch (standing) {
      case "last":
        return say`None of the ${pen.count(coins)} other coins did worse.`;
      case "first":
        return say`None of the ${pen.count(coins)} other coins did better.`;
      case "between":
        if (went === "still")
          return say`Of the ${pen.count(coins)} other coins ${pen.count(below)} did worse and ${pen.count(above)} better.`;
        return say`${capital([pen.counted(went === "lost" ? below : above)])} of the ${pen.count(coins)} other coins ${went} more.`;
    }
  },
  "others-at-age": ({coins, fell, median}, {pen}) =>
    say`Of ${pen.count(coins)} other coins at that age ${pen.count(fell)} had fallen, and the median had ${gainedOrLost(median)} ${pen.size(median)}.`,
  "span-path": ({start, day, price}, {asset, pen}) =>
    say`${pen.name(asset.symbol)} went from ${pen.price(start)} at the close of ${pen.shortDay(day)} to ${pen.price(price)}.`,
  "volume-measure": ({measure}, {pen}) => say`That is ${measureWords(measure, pen)}.`,
  "same-way": ({same, days, sameBefore, daysBefore}, {benchmark, pen}) =>
    say`It went the same way as ${pen.name(benchmark.name)} on ${pen.count(same)} of the last ${pen.count(days)} days; of the ${pen.count(daysBefore)} days before, on ${pen.count(sameBefore)}.`,
  "tie-test": tieTest,
  "day-moved": ({change, price}, {asset, pen}) =>
    change.value === 0
      ? say`${pen.name(asset.symbol)} did not move in the last day.`
      : say`${pen.name(asset.symbol)} ${rose(change) ? "rose" : "fell"} ${pen.size(change, 2)} against the dollar in a day, to ${pen.price(price)}.`,
  "turned-over"({volume, beside}, {pen}) {
    const own = say`That is ${pen.money(volume)}`;
    const limit = "It counts what changed hands, not what could be bought or sold at these prices.";
    switch (beside.by) {
      case "past":
        return say`${own}; the median of its own last ${pen.count(beside.days)} days is ${pen.ratio(beside.median)}. ${limit}`;
      case "coins":
        return say`${own}; the median of ${pen.count(beside.coins)} large coins is ${pen.ratio(beside.median)}. ${limit}`;
      case "nothing":
        return say`${own}. ${limit}`;
    }
  },
  "beside-sector": ({change, median}, {pen}) =>
    median
      ? say`It is ${rose(change) ? "up" : "down"} ${pen.size(change)}, where the median of the others is ${pen.change(median)}.`
      : say`It is ${rose(change) ? "up" : "down"} ${pen.size(change)}.`,
};

/** Whether it could be chance, once, with the test in brackets. */
export function tieTest({rho, before, p, tests, by}: TieTest, {benchmark, pen}: Telling) {
  const adjusted = tests
    ? say`after adjusting for the ${pen.count(tests)} tests of the scan that picked it`
    : say`after adjusting for the windows tested`;
  const most =
    by === "benchmark" ? say`, and most of it is ${pen.name(benchmark.name)}’s own volatility` : [];
  return say`That is more than chance explains (rank correlation ${pen.correlation(rho)}, from ${pen.correlation(before)}; ${pen.isP(p)} ${adjusted})${most}.`;
}
