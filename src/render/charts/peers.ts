import * as Plot from "@observablehq/plot";
import type {PeersChart} from "../../model/chart.ts";
import type {Picture} from "./canvas.ts";
import {type Frame, fontSize} from "./frame.ts";
import {axisTitle, clearLabel, label, rule} from "./label.ts";
import type {Localised} from "./localised.ts";
import {change} from "./numbers.ts";
import {color} from "./palette.ts";
import {checkDays} from "./series.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

const rowHeight = 20;
const barHeight = 11;
const top = 40;
const gap = 6;

/** A bar for each coin, the best first: the note's own in its colour, the others quiet, all named. */
export function peersChart(chart: Localised<PeersChart>, {name: frame, width}: Frame): Picture {
  checkDays(chart.name, chart.coins);
  const {labels, customs, median} = chart;
  const write = change(customs);
  const rows = chart.coins
    .toSorted((a, b) => b.change - a.change)
    .map(({name, change: value, own = false}, i) => ({
      name: fit(clean(name), fontSize.label, frame === "wide" ? 150 : 132),
      value,
      words: write(value),
      own,
      y: top + (i + 0.5) * rowHeight,
    }));
  const wordsRoom = Math.max(...rows.map(row => textWidth(row.words, fontSize.label))) * 1.04 + gap;
  const left =
    Math.ceil(Math.max(...rows.map(row => textWidth(row.name, fontSize.label))) * 1.04) + 10;
  const x = scale([0, ...rows.map(row => row.value), median ?? 0], [left, width - 1], wordsRoom);
  const bottom = top + rows.length * rowHeight;
  return {
    title: labels.change,
    panels: [
      {
        height: bottom + 8,
        marginTop: top,
        marginBottom: 8,
        marginLeft: left,
        marginRight: 0,
        x: {type: "identity"},
        y: {type: "identity"},
        marks: [
          axisTitle(labels.change, width),
          ...(median === undefined
            ? []
            : medianMarks(chart, median, x(median), [left, width, bottom])),
          ...rows.flatMap(({name, value, words, own, y}) => {
            const style = {weight: own ? 600 : 400, fill: own ? color.coin : color.ink};
            const [from, to] = [Math.min(x(0), x(value)), Math.max(x(0), x(value))];
            return [
              label(name, left - 10, y, {...style, anchor: "end"}),
              Plot.rect([0], {
                x1: from,
                x2: to,
                y1: y - barHeight / 2,
                y2: y + barHeight / 2,
                fill: own ? color.coin : color.quiet,
              }),
              ...(value < 0
                ? clearLabel(words, from - gap, y, {...style, anchor: "end"})
                : clearLabel(words, to + gap, y, style)),
            ];
          }),
          rule([x(0), top, x(0), bottom], {stroke: color.axis}),
          ...watermark(chart.watermark, [left, top, width, bottom]),
        ],
      },
    ],
  };
}

/** Zero and all values, with room for the words at the end of each bar. */
function scale(
  values: readonly number[],
  [left, right]: readonly [number, number],
  room: number,
): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const from = left + (low < 0 ? room : 0);
  const to = right - (high > 0 ? room : 0);
  return value => from + ((value - low) / (high - low || 1)) * (to - from);
}

function medianMarks(
  {labels, customs}: Localised<PeersChart>,
  median: number,
  x: number,
  [left, right, bottom]: readonly [number, number, number],
): Plot.Markish[] {
  const text = `${clean(labels.median)} ${change(customs)(median)}`;
  const half = textWidth(text, fontSize.tick) / 2;
  const place = Math.min(Math.max(x, left + half), right - half);
  return [
    rule([x, top - 4, x, bottom], {stroke: color.ink, dash: "2 3"}),
    label(text, place, top - 12, {anchor: "middle", size: fontSize.tick, fill: color.muted}),
  ];
}
