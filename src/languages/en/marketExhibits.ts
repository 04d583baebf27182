import type {Block} from "../../model/article.ts";
import {say, type Text} from "../../model/text.ts";
import type {PriceExhibit} from "../../narrative/closes.ts";
import type {MarketExhibit} from "../../narrative/market.ts";
import {apart} from "../../narrative/pen.ts";
import type {Telling, Words} from "../../narrative/point.ts";
import type {Odd, SpansExhibit} from "../../narrative/spans.ts";
import {chartWords} from "./charts.ts";
import {days, list, sourceLine} from "./words.ts";

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
      drawn: chartWords,
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

function seen({seen: what}: PriceExhibit, {asset, pen}: Telling): Text {
  const symbol = pen.name(asset.symbol);
  switch (what.at) {
    case "highest":
      return say`${symbol} at its highest of these days`;
    case "lowest":
      return say`${symbol} at its lowest of these days`;
    case "down-from":
      return say`Down from the high of ${pen.shortDay(what.day)}`;
    case "up-from":
      return say`Up from the low of ${pen.shortDay(what.day)}`;
  }
}

function spansTable({seen: shown, rows, sources, beside}: SpansExhibit, telling: Telling): Block {
  const {asset, benchmark, asOf, pen} = telling;
  const symbol = pen.name(asset.symbol);
  const other = pen.name(benchmark.name);
  const throughout = {
    ahead: say`Ahead of ${other} over every span`,
    behind: say`Behind ${other} over every span`,
    up: say`Up over every span`,
    down: say`Down over every span`,
  };
  const columns = [
    {heading: say`Span`, align: "left" as const},
    {heading: say`Since the close of`, align: "left" as const},
    {heading: [symbol], align: "right" as const},
    ...(beside === "benchmark" ? [{heading: [other], align: "right" as const}] : []),
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

/** "Ahead of Bitcoin only over 365 days", "Down only since the year began" */
function oddSpans({side, spans}: Odd, {benchmark, pen}: Telling): Text {
  const other = pen.name(benchmark.name);
  const sides = {
    ahead: say`Ahead of ${other}`,
    behind: say`Behind ${other}`,
    up: say`Up`,
    down: say`Down`,
  };
  const each = spans.map(span =>
    span === "month"
      ? say`since the month began`
      : span === "year"
        ? say`since the year began`
        : say`over ${pen.count(span)} days`,
  );
  return say`${sides[side]} only ${list(each)}`;
}
