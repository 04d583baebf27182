import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import {type Words, word} from "../../narrative/point.ts";
import type {Rest, RestHeading, RestRow} from "../../narrative/rest.ts";
import {marketDay} from "./nouns.ts";
import {rangeRows} from "./range.ts";
import {suffixed, too} from "./suffix.ts";
import {days, group, named} from "./words.ts";

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
  "day-common": ({change, days: counted, larger}, {pen}) => [
    say`Son bir günde`,
    say`${pen.change(change, 2)}`,
    say`önceki ${pen.count(counted)} günün ${too(suffixed(pen.count(larger), "possessiveLocative"))} bu kadar`,
  ],
  "day-usual": ({change, usual, days: counted}, {pen}) => [
    say`Son bir günde`,
    say`${pen.change(change, 2)}`,
    say`önceki ${pen.count(counted)} günün standart sapması ${pen.volatility(usual, 1)}`,
  ],
  "aftermath-row": ({way, level, days: span, cases, higher, median}, {pen}) => [
    say`${pen.size(level, 0)} ya da daha büyük ${way === "up" ? "yükselişlerden" : "düşüşlerden"} ${pen.worded(span, "bir hafta")} sonra`,
    say`${pen.change(median)}`,
    say`${pen.count(cases)} günün medyanı; ${suffixed(pen.count(higher), "possessive")} daha yüksekte`,
  ],
  "below-year-high": ({gap, extreme, day}, {pen}) => [
    say`Yılın en yüksek kapanışının altında`,
    say`${pen.drawdown(gap)}`,
    say`${pen.day(day)}: ${pen.price(extreme)}`,
  ],
  "above-year-low": ({gap, extreme, day}, {pen}) => [
    say`Yılın en düşük kapanışının üstünde`,
    say`${pen.size(gap)}`,
    say`${pen.day(day)}: ${pen.price(extreme)}`,
  ],
  fade: ({spikes, times, days: after, ratio}, {pen}) => [
    say`Hacim, ani artıştan ${days(after, pen)} sonra`,
    say`${pen.share(ratio)}`,
    say`artış gününe oranla; olağanın en az ${pen.counted(times)} katı olan ${pen.counted(spikes)} günün medyanı`,
  ],
  tie: ({days: span, now, before, p, reach}, {benchmark, pen, rests}) => [
    say`${named(benchmark.name, "instrumental", pen)} sıra korelasyonu, ${pen.count(span)} ${marketDay({rests})}`,
    say`${pen.correlation(now)}`,
    say`önce ${pen.correlation(before)}; değişiklik bulunmadı (${pen.isP(p)})${reach ? say`; ancak ${pen.correlation(reach)} dolayına inse görülürdü` : []}`,
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
