import type * as Plot from "@observablehq/plot";
import type {QuotesChart} from "../../model/chart.ts";
import type {Picture} from "./canvas.ts";
import {type Frame, fontSize} from "./frame.ts";
import {axisTitle, label, rule} from "./label.ts";
import {legend} from "./legend.ts";
import type {Localised} from "./localised.ts";
import {change} from "./numbers.ts";
import {color} from "./palette.ts";
import {legLabels} from "./quoteLabels.ts";
import {type ChangeScale, changeScale, classes, layOut, type Row} from "./quoteRows.ts";
import {checkDays} from "./series.ts";
import {dotMarks, statuses} from "./symbols.ts";
import {decimals} from "./ticks.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

const axisHeight = 24;

/** The asset's change by quote: a swarm of dots for each class, on one scale. */
export function quotesChart(chart: Localised<QuotesChart>, frame: Frame): Picture {
  const {width} = frame;
  checkDays(chart.name, chart.legs);
  checkDays(chart.name, chart.medians.length > 0 ? chart.medians : chart.legs);
  const names = classes.map(name => fit(clean(chart.labels.classes[name]), fontSize.title, 130));
  // On a phone the name of a class stands above its dots.
  const isNarrow = frame.name === "narrow";
  const left = isNarrow
    ? 0
    : Math.ceil(Math.max(...medianTexts(chart), ...names.map(boldWidth)) + 18);
  const right = isNarrow ? width : width - 14;
  const scale = isNarrow
    ? changeScale(chart, [22, right - 22], 4)
    : changeScale(chart, [left + 24, right - 56], 7);
  const key = statusLegend(chart, width);
  const top = key.last + 18;
  const rows = layOut(chart, scale.at, top, isNarrow ? 20 : 0);
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
          ...grid(chart, scale, [left, top, right, bottom]),
          axisTitle(chart.labels.change, width),
          ...key.marks,
          ...rows.flatMap((row, i) => rowMarks(chart, row, i === 0, scale, frame)),
          ...dotMarks(rows.flatMap(row => row.dots)),
          ...rows.flatMap(row => legLabels(chart, row, scale, [left, width])),
          ...watermark(chart.watermark, [left, top, right, bottom]),
        ],
      },
    ],
  };
}

const boldWidth = (text: string) => textWidth(text, fontSize.title) * 1.04;

function medianText({labels, customs}: Localised<QuotesChart>, value: number): string {
  return `${fit(clean(labels.median), fontSize.tick, 100)} ${change(customs)(value)}`;
}

function medianTexts(chart: Localised<QuotesChart>): number[] {
  return chart.medians.map(median => textWidth(medianText(chart, median.change), fontSize.tick));
}

function grid(
  {customs}: Localised<QuotesChart>,
  {ticks, at}: ChangeScale,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Plot.Markish[] {
  const digits = Math.max(0, decimals(ticks) - 2);
  const write = change(customs, digits);
  return [
    ...ticks.map(tick =>
      rule([at(tick), top, at(tick), bottom], {
        stroke: tick === 0 ? color.axis : color.grid,
        width: tick === 0 ? 1 : 0.75,
      }),
    ),
    rule([left, bottom, right, bottom], {stroke: color.axis}),
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
function statusLegend({legs, labels}: QuotesChart, width: number) {
  const entries = statuses.flatMap(status => {
    const count = legs.filter(leg => leg.status === status).length;
    if (count === 0) return [];
    const text = `${fit(clean(labels.statuses[status]), fontSize.tick, 170)} (${count})`;
    const swatch = (x: number, y: number) => dotMarks([{x: x + 5, y, status}]);
    return [{text, swatch, room: 9}];
  });
  return legend(entries, width, 28);
}

function rowMarks(
  chart: Localised<QuotesChart>,
  row: Row,
  first: boolean,
  {at}: ChangeScale,
  {name: frame, width}: Frame,
): Plot.Markish[] {
  const {middle, half, head} = row;
  const median = chart.medians.find(({class: name}) => name === row.class);
  const name = fit(clean(chart.labels.classes[row.class]), fontSize.title, 130);
  const edge = middle - half;
  const divider = first
    ? []
    : [rule([0, edge - head, width, edge - head], {stroke: color.grid, width: 0.75})];
  const bold = {weight: 600, size: fontSize.title} as const;
  const quiet = {size: fontSize.tick, fill: color.muted} as const;
  const words = median && medianText(chart, median.change);
  const x = median && at(median.change);
  return [
    ...divider,
    ...(frame === "narrow"
      ? [label(name, 0, edge - head / 2 + 2, bold)]
      : [label(name, 0, words ? middle - 7 : middle, bold)]),
    ...(words === undefined
      ? []
      : frame === "narrow"
        ? [label(words, width, edge - head / 2 + 2, {...quiet, anchor: "end"})]
        : [label(words, 0, middle + 8, quiet)]),
    ...(x === undefined
      ? []
      : [rule([x, edge + 4, x, middle + half - 4], {stroke: color.ink, width: 2})]),
  ];
}
