import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {PriceExhibit} from "../../narrative/closes.ts";
import type {MarketExhibit} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {SpansExhibit, Standing} from "../../narrative/spans.ts";
import {days, sourceLine} from "./words.ts";

export const marketExhibits: Words<MarketExhibit, Block> = {
  "price-chart": priceChart,
  "spans-table": spansTable,
};

function priceChart(point: PriceExhibit, telling: Telling): Block {
  const {from, to, trend, volume, newest, sources, draw} = point;
  const {asset, pen} = telling;
  return {
    kind: "exhibit",
    title: seen(point, telling),
    body: draw({
      alt: say`Daily closes of ${pen.name(asset.name)} from ${pen.day(from)} to ${pen.day(to)}: ${trend} at the end than at the start.`,
      watermark: "Simulated",
      labels: {
        price: `${asset.symbol}, US dollars`,
        volume: "Volume, trailing 24 hours, US dollars",
        logarithmic: "log scale",
      },
    }),
    source: sourceLine(
      sources,
      say`${volume === "drawn" ? "Daily closes and volume" : "Daily closes"} to ${pen.day(to)}${newest === "later" ? ", and with them all that rests on daily returns" : ""}${volume === "drawn" ? "" : "; no daily volume is on record for these days"}.`,
    ),
  };
}

function seen({seen: what, from}: PriceExhibit, {asset, pen}: Telling): Text {
  const symbol = pen.name(asset.symbol);
  switch (what) {
    case "largest-step":
      return say`${symbol}: the last step is the largest of those shown`;
    case "highest":
      return say`${symbol} ends at the highest close shown`;
    case "lowest":
      return say`${symbol} ends at the lowest close shown`;
    case "higher":
      return say`${symbol} stands above its close of ${pen.shortDay(from)}`;
    case "lower":
      return say`${symbol} stands below its close of ${pen.shortDay(from)}`;
  }
}

function spansTable(
  {standing, rows, sources, beside}: SpansExhibit,
  {asset, benchmark, asOf, pen}: Telling,
): Block {
  const symbol = pen.name(asset.symbol);
  const other = pen.name(benchmark.name);
  const titles: Readonly<Record<Standing, Text>> = {
    ahead: say`${symbol} is ahead of ${other} over every span`,
    behind: say`${symbol} is behind ${other} over every span`,
    both: say`${symbol} is ahead of ${other} over some spans and behind over others`,
    up: say`${symbol} is up over every span`,
    down: say`${symbol} is down over every span`,
    mixed: say`${symbol} is up over some spans and down over others`,
  };
  const columns = [
    {heading: say`Span`, align: "left" as const},
    {heading: say`Since the close of`, align: "left" as const},
    {heading: [symbol], align: "right" as const},
    ...(beside === "benchmark" ? [{heading: [other], align: "right" as const}] : []),
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
              ? say`Month to date`
              : span === "year"
                ? say`Year to date`
                : days(span, pen),
            [pen.day(from)],
            [own],
            ...(beside === "benchmark" ? [their ? [their] : say`–`] : []),
          ];
        }),
      },
    },
    source: sourceLine(sources, say`As of ${pen.instant(asOf)}.`),
  };
}
