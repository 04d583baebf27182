import type * as Plot from "@observablehq/plot";
import type {QuotesChart} from "../../model/chart.ts";
import type {Picture} from "./canvas.ts";
import {axisTitle, label, rule} from "./label.ts";
import {change} from "./numbers.ts";
import {legLabels} from "./quoteLabels.ts";
import {type ChangeScale, changeScale, classes, layOut, type Row, top} from "./quoteRows.ts";
import {checkDays} from "./series.ts";
import {color, fontSize, width} from "./style.ts";
import {dotMarks, statuses} from "./symbols.ts";
import {decimals} from "./ticks.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

const axisHeight = 24;

/** The asset's change by quote: a swarm of dots for each class, on one scale. */
export function quotesChart(chart: QuotesChart): Picture {
  checkDays(chart.name, chart.legs);
  checkDays(chart.name, chart.medians.length > 0 ? chart.medians : chart.legs);
  const names = classes.map(name => fit(clean(chart.labels.classes[name]), fontSize.title, 130));
  const left = Math.ceil(Math.max(...medianTexts(chart), ...names.map(boldWidth)) + 18);
  const right = width - 14;
  const scale = changeScale(chart, [left + 24, right - 56]);
  const rows = layOut(chart, scale.at);
  const bottom = rows.at(-1)!.middle + rows.at(-1)!.half;
  return {
    title: chart.labels.change,
    panels: [
      {
        height: bottom + axisHeight,
        marginTop: top,
        marginBottom: axisHeight,
        marginLeft: left,
        marginRight: width - right,
        x: {type: "identity"},
        y: {type: "identity"},
        marks: [
          ...grid(chart, scale, [left, right], bottom),
          axisTitle(chart.labels.change),
          ...legend(chart),
          ...rows.flatMap((row, i) => rowMarks(chart, row, i === 0, scale, right)),
          ...dotMarks(rows.flatMap(row => row.dots)),
          ...rows.flatMap(row => legLabels(chart, row, scale, left)),
          ...watermark(chart.watermark, [left, top, right, bottom]),
        ],
      },
    ],
  };
}

const boldWidth = (text: string) => textWidth(text, fontSize.title) * 1.04;

function medianText({labels, locale}: QuotesChart, value: number): string {
  return `${fit(clean(labels.median), fontSize.tick, 100)} ${change(locale)(value)}`;
}

function medianTexts(chart: QuotesChart): number[] {
  return chart.medians.map(median => textWidth(medianText(chart, median.change), fontSize.tick));
}

function grid(
  {locale}: QuotesChart,
  {ticks, at}: ChangeScale,
  [left, right]: readonly [number, number],
  bottom: number,
): Plot.Markish[] {
  const digits = Math.max(0, decimals(ticks) - 2);
  const write = change(locale, digits);
  return [
    ...ticks.map(tick =>
      rule([at(tick), top, at(tick), bottom], {
        stroke: tick === 0 ? color.zero : color.grid,
        width: tick === 0 ? 1 : 0.75,
      }),
    ),
    rule([left, bottom, right, bottom], {stroke: color.zero}),
    ...ticks.map(tick =>
      label(write(tick), at(tick), bottom + 12, {
        anchor: "middle",
        size: fontSize.tick,
        fill: color.muted,
      }),
    ),
  ];
}

/** The shapes that occur, with how many legs have each. */
function legend({legs, labels}: QuotesChart): Plot.Markish[] {
  let x = 0;
  return statuses.flatMap(status => {
    const count = legs.filter(leg => leg.status === status).length;
    if (count === 0) return [];
    const text = `${fit(clean(labels.statuses[status]), fontSize.tick, 170)} (${count})`;
    const place = x;
    x += textWidth(text, fontSize.tick) + 34;
    return [
      ...dotMarks([{x: place + 5, y: 28, status}]),
      label(text, place + 14, 28, {size: fontSize.tick, fill: color.muted}),
    ];
  });
}

function rowMarks(
  chart: QuotesChart,
  row: Row,
  first: boolean,
  {at}: ChangeScale,
  right: number,
): Plot.Markish[] {
  const {middle, half} = row;
  const median = chart.medians.find(({class: name}) => name === row.class);
  const name = fit(clean(chart.labels.classes[row.class]), fontSize.title, 130);
  const edge = middle - half;
  const divider = first ? [] : [rule([0, edge, right, edge], {stroke: color.grid, width: 0.75})];
  if (!median) return [...divider, label(name, 0, middle, {weight: 600, size: fontSize.title})];
  const x = at(median.change);
  return [
    ...divider,
    label(name, 0, middle - 7, {weight: 600, size: fontSize.title}),
    label(medianText(chart, median.change), 0, middle + 8, {
      size: fontSize.tick,
      fill: color.muted,
    }),
    rule([x, edge + 4, x, middle + half - 4], {stroke: color.ink, width: 2}),
  ];
}
