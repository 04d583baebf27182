import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {type Words, word} from "../../narrative/point.ts";
import type {Rest, RestHeading, RestRow} from "../../narrative/rest.ts";
import {marketDay} from "./nouns.ts";
import {rangeRows} from "./range.ts";
import {suffixed} from "./suffix.ts";
import {group, named} from "./words.ts";

export const restHeadings: Words<RestHeading> = {rest: () => say`Kalan göstergeler`};

export const restExhibits: Words<Rest, Block> = {
  "rest-table": ({rows}, telling) => ({
    kind: "table",
    table: {
      columns: [
        {heading: say`Gösterge`, align: "left"},
        {heading: say`Şimdi`, align: "right"},
        {heading: say`Yanında`, align: "left"},
      ],
      rows: rows.map(row => [...word(restRows, row, telling)]),
    },
  }),
};

const restRows: Words<RestRow, readonly [Text, Text, Text]> = {
  ...rangeRows,
  tie: ({days, now, before, p}, {benchmark, pen, rests}) => [
    say`${named(benchmark.name, "instrumental", pen)} sıra korelasyonu, ${pen.count(days)} ${marketDay({rests})}`,
    say`${pen.correlation(now)}`,
    say`önce ${pen.correlation(before)}; değişiklik bulunmadı (${pen.isP(p)})`,
  ],
  turnover: ({now, beside}, {pen}) => [
    say`Günlük hacmin piyasa değerine oranı`,
    say`${pen.ratio(now)}`,
    beside === undefined
      ? say`karşılaştırılacak veri yok`
      : beside.by === "past"
        ? say`kendi ${pen.count(beside.days)} gününün medyanı ${pen.ratio(beside.median)}`
        : say`${pen.count(beside.coins)} büyük coinin medyanı ${pen.ratio(beside.median)}`,
  ],
  volatility: ({days, now, longer}, {pen, rests}) => [
    say`Oynaklık (yıllık, ${pen.count(days)} ${marketDay({rests})})`,
    say`${pen.volatility(now)}`,
    longer
      ? say`${pen.count(longer.days)} günde ${pen.volatility(longer.figure)}`
      : say`karşılaştırılacak veri yok`,
  ],
  fall: ({now, deepest}, {pen}) => [
    say`Kayıtlardaki en yüksek kapanışının altında`,
    say`${pen.drawdown(now, now.value < 0.1 ? 1 : 0)}`,
    say`en derin düşüşü ${pen.drawdown(deepest)}`,
  ],
  field: ({median, coins, up}, {pen}) => [
    say`Öteki coinlerin o günkü medyanı`,
    say`${pen.change(median)}`,
    say`${pen.count(coins)} coinin ${suffixed(pen.count(up), "possessive")} yükseldi`,
  ],
  peers: ({sector, month, others}, {pen, fixed}) => [
    say`Son ${pen.count(fixed.month)} günde`,
    say`${pen.change(month)}`,
    say`${group(sector, pen)} arasında ötekilerin medyanı ${pen.change(others)}`,
  ],
  "in-benchmark": ({change, dollars}, {benchmark, pen}) => [
    say`${named(benchmark.name, "instrumental", pen)} ölçülünce, bir günde`,
    say`${pen.change(change, 2)}`,
    say`dolarla ${pen.change(dollars, 2)}`,
  ],
};
