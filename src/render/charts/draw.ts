import type {Chart} from "../../model/chart.ts";
import {type Picture, toSvg} from "./canvas.ts";
import {casesChart} from "./cases.ts";
import {dependenceChart} from "./dependence.ts";
import {lean} from "./lean.ts";
import {priceChart} from "./price.ts";
import {quotesChart} from "./quotes.ts";

/**
 * A chart as standalone SVG text, ready for a file or to be inlined in a page beside others.
 * The same chart gives the same bytes wherever and whenever it is drawn.
 *
 * @throws RangeError when a chart has nothing to draw, or a number that is none
 */
export function drawChart(chart: Chart): string {
  return lean(drawRaw(chart));
}

/** Charts in their order. */
export async function drawCharts(charts: readonly Chart[]): Promise<string[]> {
  return charts.map(drawChart);
}

/** The same picture as Plot writes it, before it is made lean: for the bench. */
export function drawRaw(chart: Chart): string {
  return toSvg(chart, picture(chart));
}

function picture(chart: Chart): Picture {
  switch (chart.kind) {
    case "price":
      return priceChart(chart);
    case "dependence":
      return dependenceChart(chart);
    case "quotes":
      return quotesChart(chart);
    case "cases":
      return casesChart(chart);
  }
}
