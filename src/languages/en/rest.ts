import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {type Words, word} from "../../narrative/point.ts";
import type {Rest, RestHeading, RestRow} from "../../narrative/rest.ts";
import {marketDays} from "./nouns.ts";
import {group} from "./peers.ts";
import {rangeRows} from "./range.ts";
import {days} from "./words.ts";

export const restHeadings: Words<RestHeading> = {rest: () => say`Other figures`};

export const restExhibits: Words<Rest, Block> = {
  "rest-table": ({rows}, telling) => ({
    kind: "table",
    table: {
      columns: [
        {heading: say`Measure`, align: "left"},
        {heading: say`Now`, align: "right"},
        {heading: say`Beside`, align: "left"},
      ],
      rows: rows.map(row => [...word(restRows, row, telling)]),
    },
  }),
};

const restRows: Words<RestRow, readonly [Text, Text, Text]> = {
  ...rangeRows,
  "day-common": ({change, days: counted, larger}, {pen}) => [
    say`Over the last day`,
    say`${pen.change(change, 2)}`,
    say`as much on ${pen.count(larger)} of the ${pen.count(counted)} days before`,
  ],
  "day-usual": ({change, usual, days: counted}, {pen}) => [
    say`Over the last day`,
    say`${pen.change(change, 2)}`,
    say`${pen.volatility(usual, 1)}, the standard deviation of the ${pen.count(counted)} days before`,
  ],
  "aftermath-row": ({way, level, days: span, cases, higher, median}, {pen}) => [
    say`${pen.worded(span, "A week")} after ${way === "up" ? "gains" : "losses"} of ${pen.size(level, 0)} or more`,
    say`${pen.change(median)}`,
    say`median of ${pen.count(cases)} earlier days; higher after ${pen.count(higher)}`,
  ],
  "below-year-high": ({gap, extreme, day}, {pen}) => [
    say`Below the year’s highest close`,
    say`${pen.drawdown(gap)}`,
    say`${pen.price(extreme)} on ${pen.day(day)}`,
  ],
  "above-year-low": ({gap, extreme, day}, {pen}) => [
    say`Above the year’s lowest close`,
    say`${pen.size(gap)}`,
    say`${pen.price(extreme)} on ${pen.day(day)}`,
  ],
  fade: ({spikes, times, days: after, ratio}, {pen}) => [
    say`Volume ${days(after, pen)} after a spike`,
    say`${pen.share(ratio)}`,
    say`of the spike, median of ${pen.counted(spikes)} of at least ${pen.counted(times)} times the usual`,
  ],
  tie: ({days: span, now, before, p, reach}, {benchmark, pen, rests}) => [
    say`Rank correlation with ${pen.name(benchmark.name)}, ${pen.count(span)} ${marketDays({rests})}`,
    say`${pen.correlation(now)}`,
    say`${pen.correlation(before)} before; no change found (${pen.isP(p)})${reach ? say`; only a fall to ${pen.correlation(reach)} or so would have shown` : []}`,
  ],
  turnover: ({now, beside}, {pen}) => [
    say`Turnover (a day’s volume over market cap)`,
    say`${pen.ratio(now)}`,
    beside === undefined
      ? say`nothing to compare`
      : beside.by === "past"
        ? say`${pen.ratio(beside.median)}, its median of ${pen.count(beside.days)} days`
        : say`${pen.ratio(beside.median)}, the median of ${pen.count(beside.coins)} large coins`,
  ],
  volatility: ({days, now, longer}, {pen, rests}) => [
    say`Volatility (annualised, ${pen.count(days)} ${marketDays({rests})})`,
    say`${pen.volatility(now)}`,
    longer
      ? say`${pen.volatility(longer.figure)} over ${pen.count(longer.days)} days`
      : say`nothing to compare`,
  ],
  fall: ({now, deepest}, {pen}) => [
    say`Below its highest close on record`,
    say`${pen.drawdown(now, now.value < 0.1 ? 1 : 0)}`,
    say`${pen.drawdown(deepest)}, its deepest fall`,
  ],
  field: ({median, coins, up}, {pen}) => [
    say`Median of the other coins, that day`,
    say`${pen.change(median)}`,
    say`${pen.count(up)} of ${pen.count(coins)} rose`,
  ],
  peers: ({sector, month, others}, {pen, fixed}) => [
    say`Over ${pen.count(fixed.month)} days`,
    say`${pen.change(month)}`,
    say`${pen.change(others)}, the median of the other ${group(sector, pen)}`,
  ],
  "in-benchmark": ({change, dollars}, {benchmark, pen}) => [
    say`Priced in ${pen.name(benchmark.name)}, a day`,
    say`${pen.change(change, 2)}`,
    say`${pen.change(dollars, 2)} in dollars`,
  ],
};
