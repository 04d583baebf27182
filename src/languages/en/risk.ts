import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {DeepestFall, RiskHeading, RiskSentence} from "../../narrative/risk.ts";
import {marketDays} from "./nouns.ts";

export const riskHeadings: Words<RiskHeading> = {
  "swings-rare"({end, last}, {pen}) {
    const extreme = end === "high" ? "wildest" : "calmest";
    return last
      ? say`The ${extreme} month since ${pen.day(last)}`
      : say`The ${extreme} month on record`;
  },
  "falls-harder": (_, {benchmark, pen}) => say`Harder falls than ${pen.name(benchmark.name)}’s`,
  "far-below": () => say`Far below its high`,
  swings: () => say`How much it moves`,
};

export const riskSentences: Words<RiskSentence> = {
  swings({now, longer, benchmark}, telling) {
    const {asset, benchmark: other, pen} = telling;
    const own = pen.name(asset.symbol);
    const month = say`${pen.volatility(now.figure)} a year over the last ${pen.count(now.days)} ${marketDays(telling)}`;
    if (!longer) return say`${own}’s volatility was ${month}.`;
    const quarter = say`${pen.volatility(longer.figure)} over ${pen.count(longer.days)}`;
    const beside = benchmark
      ? say`, where ${pen.name(other.name)} had ${pen.volatility(benchmark)}`
      : [];
    switch (longer.way) {
      case "up":
        return say`${own} swings more than it did: volatility ${month}, ${quarter}${beside}.`;
      case "down":
        return say`${own} swings less than it did: volatility ${month}, ${quarter}${beside}.`;
      case "steady":
        return say`${own} swings about as it did: volatility ${month}, ${quarter}${beside}.`;
    }
  },
  "deepest-fall": deepestFall,
  "worse-days"({days, answer, how}, {benchmark, fixed, pen}) {
    const other = pen.name(benchmark.name);
    const each = say`${pen.answer(answer)} for each ${pen.size(fixed.percent, 0)}`;
    const when = say`On ${other}’s worse days of the last ${pen.count(days)}`;
    switch (how) {
      case "against":
        return say`${when} it went the other way, ${each}.`;
      case "not":
        return say`${when} it did not fall along, ${each}.`;
      case "less":
        return say`${when} it fell less, ${each}.`;
      case "as-much":
        return say`${when} it fell about as much, ${each}.`;
      case "harder":
        return say`${when} it fell harder, ${each}.`;
    }
  },
  "worst-days"({how, shared, days, independent}, {benchmark, fixed, pen}) {
    const other = pen.name(benchmark.name);
    const own = say`its own worst ${pen.worded(fixed.tenth, "tenth")}`;
    switch (how) {
      case "most":
        return say`Most of ${other}’s worst days, ${pen.count(shared)} of ${pen.count(days)}, were among ${own} as well.`;
      case "some":
        return say`Of ${other}’s ${pen.count(days)} worst days, ${pen.count(shared)} were among ${own}; of unrelated series it would be ${pen.share(independent)}.`;
      case "no-more-than-chance":
        return say`Of ${other}’s ${pen.count(days)} worst days, ${pen.count(shared)} were among ${own}, no more than unrelated series would share.`;
    }
  },
};

/** The deepest fall on record, by when it was and how much of it is left. */
function deepestFall({size, peak, trough, since, stands}: DeepestFall, {pen}: Telling): Text {
  const [high, low] = apart([peak.figure, trough.figure], pen.price);
  const span = say`from ${high} on ${pen.day(peak.day)} to ${low} on ${pen.day(trough.day)}`;
  const depth = pen.drawdown(size);
  const record = say`closes since ${pen.day(since)}`;
  switch (stands.at) {
    case "high":
      return say`No close on record, since ${pen.day(since)}, is above today’s price; the deepest fall on the way was ${depth}, ${span}.`;
    case "bottom":
      return say`It stands at the bottom of its deepest fall on record: ${depth}, ${span}.`;
    case "near-bottom":
      return say`It stands ${pen.size(stands.above)} above the bottom of its deepest fall on record: ${depth}, ${span}.`;
    case "between": {
      const {below} = stands;
      return say`Its deepest fall on record, ${depth}, ran ${span}; today it is ${pen.drawdown(below, below.value < 0.1 ? 1 : 0)} below the highest of its ${record}.`;
    }
  }
}
