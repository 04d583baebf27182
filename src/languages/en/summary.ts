import {say, type Text} from "../../model/text.ts";
import {apart} from "../../narrative/pen.ts";
import type {Words} from "../../narrative/point.ts";
import type {Lacking, SummarySentence} from "../../narrative/summaryPoints.ts";
import {tieTest} from "./deck.ts";
import {group} from "./peers.ts";
import {recordSentences} from "./rare.ts";
import {tieTitle} from "./title.ts";
import {capital, list, moved, upOrDown} from "./words.ts";

/** What to take away, beside what title and deck have told. */
export const summarySentences: Words<SummarySentence> = {
  ...recordSentences,
  "tie-test": tieTest,
  "tie-changed": ({nature}, telling) => say`${tieTitle(nature, telling)}.`,
  "tie-unchanged"({standing, rho, days: span}, {benchmark, pen}) {
    const other = pen.name(benchmark.name);
    const numbers = say` (rank correlation ${pen.correlation(rho)} over ${pen.count(span)} days)`;
    switch (standing) {
      case "close":
        return say`It keeps close to ${other}${numbers}.`;
      case "middling":
        return say`It moves with ${other} as before${numbers}.`;
      case "loose":
        return say`From day to day it still has little to do with ${other}${numbers}.`;
      case "none":
        return say`It has no steady tie to ${other}${numbers}.`;
      case "against":
        return say`It still moves against ${other}${numbers}.`;
    }
  },
  "widest-gap": ({side, gap, day, since}, {pen}) =>
    since
      ? say`The widest distance on record, since ${pen.day(since)}, was ${pen.gap(gap)} ${side}, on ${pen.day(day)}.`
      : say`The widest distance of the year before was ${pen.gap(gap)} ${side}, on ${pen.day(day)}.`,
  "run-since": ({change, from, benchmark: other, madeBy}, {benchmark, pen}) => {
    const beside = other ? say`; ${pen.name(benchmark.name)} ${upOrDown(other, pen)}` : [];
    const made = madeBy
      ? say` ${pen.day(madeBy.day)} alone brought ${pen.change(madeBy.figure)}.`
      : [];
    return say`${capital(upOrDown(change, pen))} since the close of ${pen.shortDay(from)}${beside}.${made}`;
  },
  "beside-benchmark": ({standing, spans}, {benchmark, pen}) =>
    say`It ${standing === "ahead" ? "is ahead of" : "has trailed"} ${pen.name(benchmark.name)} over ${list(spans.map(span => say`${pen.count(span)}`))} days alike.`,
  "answer-kept": ({answer}, {benchmark, fixed, pen}) =>
    say`For each ${pen.size(fixed.percent, 0)} of ${pen.name(benchmark.name)} it moves ${pen.answer(answer)}, as it did before: what has faded is everything else.`,
  "end-apart": ({days: span, change, benchmark: other}, {benchmark, pen}) =>
    say`Moving together is not ending together: over ${pen.count(span)} days it is ${upOrDown(change, pen)}, ${pen.name(benchmark.name)} ${upOrDown(other, pen)}.`,
  "low-of-day": ({price, precedent}, {pen}) =>
    precedent.rank === "none"
      ? say`Within the day it traded at ${pen.price(price)}, its lowest on record.`
      : say`Within the day it traded at ${pen.price(price)}, its lowest since ${pen.day(precedent.last)}.`,
  "turnover-beside-past": ({turnover, days: span, median}, {pen}) =>
    say`${capital([pen.ratio(turnover)])} of its market cap changed hands; the median of ${pen.count(span)} days is ${pen.ratio(median)}.`,
  turnover: ({volume, turnover, universe}, {pen}) =>
    say`Volume of ${pen.money(volume)} in the trailing day is ${pen.ratio(turnover, 2)} of market cap${universe ? say`, against a median of ${pen.ratio(universe.median)} among ${pen.count(universe.size)} coins` : []}.`,
  swings: ({figure}, {pen}) =>
    say`A day’s standard deviation over the last month is ${pen.volatility(figure, 1)}.`,
  "sector-place": ({span, place, size, sector, change, median}, {pen}) =>
    say`Number ${pen.count(place)} of ${pen.count(size)} ${group(sector, pen)} over a ${span}, at ${pen.change(change)}${median ? say`; the median of the others is ${pen.change(median)}` : []}.`,
  "unit-decides": ({dollars, coins}, {asset, pen}) =>
    say`In dollars ${pen.name(asset.symbol)} ${moved(dollars, pen, 2)}; against the coins it is quoted in it ${moved(coins, pen, 2)} (median).`,
  "earlier-range": ({note, date, state, low, high, price}, {fixed, pen}) =>
    say`Our note of ${pen.shortDay(note)} put ${pen.worded(fixed.half, "half")} of the outcomes for ${pen.shortDay(date)} between ${pen.roughPrice(low)} and ${pen.roughPrice(high)}; ${state === "decided" ? "the close was" : "the price is now"} ${pen.price(price)}.`,
  outlook: ({date, low: p25, high: p75}, {fixed, pen}) => {
    const [low, high] = apart([p25, p75], pen.roughPrice);
    return say`${capital([pen.worded(fixed.half, "half")])} of the simulated outcomes for ${pen.day(date)} lie in a narrow range, ${low} to ${high}.`;
  },
  lacking: ({what}, {benchmark, pen}) => {
    const words: Readonly<Record<Lacking, Text>> = {
      tie: say`how it moves with ${pen.name(benchmark.name)}`,
      swings: say`how much it moves`,
      outlook: say`where it could go`,
    };
    return say`Not to be told from these data: ${list(what.map(one => words[one]))}.`;
  },
};
