import {say} from "../../model/text.ts";
import type {FieldHeading, FieldSentence} from "../../narrative/field.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {MarketRecord} from "../../narrative/rare.ts";
import {capital, gainedOrLost, lastOf} from "./words.ts";

export const fieldHeadings: Words<FieldHeading> = {
  "market-rare": () => say`The market’s day`,
  "market-usual": () => say`Beside the other coins`,
};

export const fieldSentences: Words<FieldSentence> = {
  breadth({agreement, way, coins, up, down, median, day}, {pen}) {
    const when = day ? say`On ${pen.day(day)}` : say`In the trailing day`;
    const middle = !median
      ? []
      : median.value === 0
        ? say`; the median stood still`
        : say`; the median ${gainedOrLost(median)} ${pen.size(median)}`;
    const [more, rest] = way === "up" ? [up, down] : [down, up];
    const [went, others] = way === "up" ? ["rose", "fell"] : ["fell", "rose"];
    switch (agreement) {
      case "all":
        return say`${when} every one of ${pen.count(coins)} other coins ${went}${middle}.`;
      case "most":
        return say`${when}, ${pen.count(more)} of ${pen.count(coins)} other coins ${went} and ${pen.counted(rest)} ${others}${middle}.`;
      case "both-ways":
        return say`${when} the others went both ways, ${pen.count(up)} of ${pen.count(coins)} up and ${pen.count(down)} down${middle}.`;
    }
  },
  "middle-half": ({way, from, to}, {pen, fixed}) =>
    say`The middle ${pen.worded(fixed.half, "half")} of the other coins ${way === "up" ? "gained" : "lost"} between ${pen.size(from)} and ${pen.size(to)}.`,
  farthest({way, place, name, change}, {pen}) {
    const verb = way === "up" ? "gained" : "lost";
    return place === "next"
      ? say`The next-${way === "up" ? "best" : "worst"}, ${pen.name(name)}, ${verb} ${pen.size(change)}.`
      : say`${pen.name(name)} ${verb} most, ${pen.size(change)}.`;
  },
  "benchmark-day": ({change}, {benchmark, pen}) =>
    say`${pen.name(benchmark.name)} ${gainedOrLost(change)} ${pen.size(change)}.`,
  "rarity-untold": () =>
    say`How rare such a day is cannot be told: no earlier days of these coins are on record.`,
  place({change, below, above, standing}, {asset, pen}) {
    const moved =
      change.value === 0
        ? say`${pen.name(asset.symbol)} did not move`
        : say`${pen.name(asset.symbol)} ${gainedOrLost(change)} ${pen.size(change)}`;
    switch (standing) {
      case "last":
        return say`${moved}, and none of the others did worse.`;
      case "first":
        return say`${moved}, and none of the others did better.`;
      case "high":
        return say`${moved}, better than ${pen.count(below)} of the others.`;
      case "low":
        return say`${moved}, worse than ${pen.count(above)} of the others.`;
      case "middle":
        return say`${moved}: ${pen.count(below)} of the others did worse and ${pen.count(above)} better.`;
    }
  },
  "market-record": marketRecord,
};

/** The market's day is that of its median. */
function marketRecord({way, precedent}: MarketRecord, {pen}: Telling) {
  const worse = way === "down" ? "worse" : "better";
  switch (precedent.rank) {
    case "since":
      return say`The market had had no ${worse} day since ${pen.day(precedent.last)}.`;
    case "none":
      return say`None of the ${pen.count(precedent.earlier)} days since ${pen.day(precedent.from)} was ${worse} for the market.`;
    case "few": {
      const {beyond, earlier, from, last} = precedent;
      return say`${capital([pen.counted(beyond)])} of the ${pen.count(earlier)} days since ${pen.day(from)} ${beyond.value === 1 ? "was" : "were"} ${worse} for the market${lastOf(beyond, last, pen)}.`;
    }
  }
}
