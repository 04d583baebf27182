import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {PriceExhibit} from "../../narrative/closes.ts";
import type {MarketExhibit} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SpansExhibit, Standing} from "../../narrative/spans.ts";
import {days, named, sourceLine} from "./words.ts";

export const marketExhibits: Words<MarketExhibit, Block> = {
  "price-chart": priceChart,
  "spans-table": spansTable,
};

function priceChart(point: PriceExhibit, telling: Telling): Block {
  const {from, to, trend, volume, newest, sources, draw} = point;
  const {asset, pen} = telling;
  const rests = newest === "later" ? say`; günlük getirilere dayanan her şey de` : [];
  const lacking = volume === "none" ? " Bu günler için günlük hacim kaydı yok." : "";
  return {
    kind: "exhibit",
    title: seen(point, telling),
    body: draw({
      alt: say`${named(asset.name, "genitive", pen)} ${pen.day(from)} – ${pen.day(to)} günlük kapanışları: sonda baştakinden ${trend === "higher" ? "yüksek" : "düşük"}.`,
      watermark: "Simülasyon",
      labels: {
        price: `${asset.symbol}, ABD doları`,
        volume: "İşlem hacmi, son 24 saat, ABD doları",
        logarithmic: "logaritmik ölçek",
      },
    }),
    source: sourceLine(
      sources,
      say`${volume === "drawn" ? "Günlük kapanışlar ve işlem hacmi" : "Günlük kapanışlar"} ${pen.day(to)} tarihine kadar${rests}.${lacking}`,
    ),
  };
}

function seen({seen: what, from}: PriceExhibit, {asset, pen}: Telling): Text {
  const symbol = pen.name(asset.symbol);
  switch (what) {
    case "largest-step":
      return say`${symbol}: görünen adımların en büyüğü sonuncusu`;
    case "highest":
      return say`${symbol} görünen en yüksek kapanışta`;
    case "lowest":
      return say`${symbol} görünen en düşük kapanışta`;
    case "higher":
      return say`${symbol} ${pen.shortDay(from)} kapanışının üzerinde`;
    case "lower":
      return say`${symbol} ${pen.shortDay(from)} kapanışının altında`;
  }
}

function spansTable(
  {standing, rows, sources, beside}: SpansExhibit,
  {asset, benchmark, asOf, pen}: Telling,
): Block {
  const symbol = pen.name(asset.symbol);
  const other = named(benchmark.name, "genitive", pen);
  const titles: Readonly<Record<Standing, Text>> = {
    ahead: say`${symbol} her dönemde ${other} önünde`,
    behind: say`${symbol} her dönemde ${other} gerisinde`,
    both: say`${symbol} kimi dönemde ${other} önünde, kimi dönemde gerisinde`,
    up: say`${symbol} her dönemde yükselişte`,
    down: say`${symbol} her dönemde düşüşte`,
    mixed: say`${symbol} kimi dönemde yükselişte, kimi dönemde düşüşte`,
  };
  const columns = [
    {heading: say`Dönem`, align: "left" as const},
    {heading: say`Başlangıç kapanışı`, align: "left" as const},
    {heading: [symbol], align: "right" as const},
    ...(beside === "benchmark"
      ? [{heading: [pen.name(benchmark.name)], align: "right" as const}]
      : []),
  ];
  return {
    kind: "exhibit",
    title: titles[standing],
    body: {
      table: {
        columns,
        rows: rows.map(({span, from, change, benchmark: theirs}) => {
          const [own, their] = theirs
            ? apart([change, theirs], (one, more) => pen.change(one, 1 + more))
            : [pen.change(change)];
          return [
            span === "month"
              ? say`Ay başından beri`
              : span === "year"
                ? say`Yıl başından beri`
                : days(span, pen),
            [pen.day(from)],
            [own],
            ...(beside === "benchmark" ? [their ? [their] : say`–`] : []),
          ];
        }),
      },
    },
    source: sourceLine(sources, say`${pen.instant(asOf)} itibarıyla.`),
  };
}
