import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {type Words, word} from "../../narrative/point.ts";
import type {Rest, RestHeading, RestRow} from "../../narrative/rest.ts";
import {marketDays} from "./nouns.ts";
import {group} from "./peers.ts";
import {rangeRows} from "./range.ts";

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
  tie: ({days, now, before, p}, {benchmark, pen, rests}) => [
    say`Rank correlation with ${pen.name(benchmark.name)}, ${pen.count(days)} ${marketDays({rests})}`,
    say`${pen.correlation(now)}`,
    say`${pen.correlation(before)} before; no change found (${pen.isP(p)})`,
  ],
  turnover: ({now, beside}, {pen}) => [
    say`Volume of a day, of market cap`,
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
