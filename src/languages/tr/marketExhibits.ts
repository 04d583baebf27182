import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {PriceExhibit} from "../../narrative/closes.ts";
import type {MarketExhibit} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {Odd, SpansExhibit} from "../../narrative/spans.ts";
import {chartWords} from "./charts.ts";
import {suffixed} from "./suffix.ts";
import {capital, days, list, named, sourceLine} from "./words.ts";

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
      drawn: chartWords,
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

function seen({seen: what}: PriceExhibit, {asset, pen}: Telling): Text {
  const symbol = pen.name(asset.symbol);
  switch (what.at) {
    case "highest":
      return say`${symbol} bu günlerin en yükseğinde`;
    case "lowest":
      return say`${symbol} bu günlerin en düşüğünde`;
    case "down-from":
      return say`${capital(suffixed(pen.shortDay(what.day), "relative"))} zirvenin altında`;
    case "up-from":
      return say`${capital(suffixed(pen.shortDay(what.day), "relative"))} dibin üstünde`;
  }
}

function spansTable({seen: shown, rows, sources, beside}: SpansExhibit, telling: Telling): Block {
  const {asset, benchmark, asOf, pen} = telling;
  const symbol = pen.name(asset.symbol);
  const other = named(benchmark.name, "genitive", pen);
  const throughout = {
    ahead: say`Her dönemde ${other} önünde`,
    behind: say`Her dönemde ${other} gerisinde`,
    up: say`Her dönemde yükselişte`,
    down: say`Her dönemde düşüşte`,
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
    title: "all" in shown ? throughout[shown.all] : oddSpans(shown.odd, telling),
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

/** "Yalnızca 365 günde Bitcoin’in önünde" */
function oddSpans({side, spans}: Odd, {benchmark, pen}: Telling): Text {
  const other = named(benchmark.name, "genitive", pen);
  const sides = {
    ahead: say`${other} önünde`,
    behind: say`${other} gerisinde`,
    up: say`yükselişte`,
    down: say`düşüşte`,
  };
  const each = spans.map(span =>
    span === "month"
      ? say`ay başından beri`
      : span === "year"
        ? say`yıl başından beri`
        : days(span, pen, "locative"),
  );
  return say`Yalnızca ${list(each)} ${sides[side]}`;
}
