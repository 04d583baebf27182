import type {Customs} from "../../format/customs.ts";
import {customsOf} from "../../languages/customs.ts";
import type {Chart} from "../../model/chart.ts";
import {type Picture, toSvg} from "./canvas.ts";
import {casesChart} from "./cases.ts";
import {dependenceChart} from "./dependence.ts";
import {type Frame, narrow, wide} from "./frame.ts";
import {lean} from "./lean.ts";
import type {Localised} from "./localised.ts";
import {peersChart} from "./peers.ts";
import {priceChart} from "./price.ts";
import {quotesChart} from "./quotes.ts";

/**
 * A chart as standalone SVG text, ready for a file or to be inlined in a page beside others.
 * The same chart gives the same bytes wherever and whenever it is drawn.
 *
 * @throws RangeError when a chart has nothing to draw, or a number that is none
 */
export function drawChart(
  chart: Chart,
  frame: Frame = wide,
  customs: Customs = customsOf(chart.locale),
): string {
  return lean(drawRaw(chart, frame, customs));
}

/** A chart as it is drawn for a page, and for a phone. */
export type Drawn = Readonly<Record<Frame["name"], string>>;

/** Charts in their order. */
export async function drawCharts(charts: readonly Chart[]): Promise<Drawn[]> {
  return charts.map(chart => drawn(chart));
}

/** A chart in each frame. */
export function drawn(chart: Chart, customs?: Customs): Drawn {
  return {wide: drawChart(chart, wide, customs), narrow: drawChart(chart, narrow, customs)};
}

/** The same picture as Plot writes it, before it is made lean: for the bench. */
export function drawRaw(
  chart: Chart,
  frame: Frame = wide,
  customs: Customs = customsOf(chart.locale),
): string {
  return toSvg(chart, picture({...chart, customs}, frame), frame);
}

function picture(chart: Localised<Chart>, frame: Frame): Picture {
  switch (chart.kind) {
    case "price":
      return priceChart(chart, frame);
    case "dependence":
      return dependenceChart(chart, frame);
    case "quotes":
      return quotesChart(chart, frame);
    case "cases":
      return casesChart(chart, frame);
    case "peers":
      return peersChart(chart, frame);
  }
}
