import * as Plot from "@observablehq/plot";
import type {DependenceChart} from "../../model/chart.ts";
import {dateAxis, dateMarks, gridMarks, type Range, type ValueAxis, valueAxis} from "./axes.ts";
import type {Picture} from "./canvas.ts";
import {toDate} from "./dates.ts";
import {type Frame, fontSize} from "./frame.ts";
import {axisTitle, label, rule, spread} from "./label.ts";
import type {Localised} from "./localised.ts";
import {dayMark} from "./mark.ts";
import {plain} from "./numbers.ts";
import {color} from "./palette.ts";
import {checkDays, withGaps} from "./series.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

const plotHeight = 206;
const datesHeight = 36;
const size = fontSize.tick;

/** Rolling dependence with its band, and the baseline's level over the days it covers. */
export function dependenceChart(chart: Localised<DependenceChart>, {width}: Frame): Picture {
  const {days, labels, customs, name, baseline, change} = chart;
  checkDays(name, [...days, baseline]);
  const top = change ? 44 : 30;
  const bottom = top + plotHeight;
  const y = rhoAxis(chart, [bottom, top]);
  const ends = endLabels(chart, y, [top, bottom]);
  const left = Math.ceil(y.room + 10);
  const right = Math.floor(width - 12 - Math.max(...ends.map(end => end.room)));
  const x = dateAxis(customs, span(chart), [left, right], 0);
  const bounds = [left, top, right, bottom] as const;
  const level = [toDate(baseline.from), toDate(baseline.to)];
  // More points than px draw nothing that can be seen.
  const every = Math.ceil(days.length / (right - left));
  const points = withGaps(days).filter(
    ({day}, i, all) => day === undefined || (all.length - 1 - i) % every === 0,
  );
  const band = {x: "date", y1: low, y2: high} as const;
  const edge = {stroke: color.edge, strokeWidth: 0.75} as const;
  return {
    title: labels.rho,
    panels: [
      {
        height: bottom + datesHeight,
        marginTop: top,
        marginBottom: datesHeight,
        marginLeft: left,
        marginRight: width - right,
        x: x.options,
        y: y.options,
        marks: [
          Plot.areaY(points, {...band, fill: color.outer}),
          ...gridMarks(y, left),
          ...dateMarks(x, bottom),
          axisTitle(labels.rho, width),
          ...(days.length === 1
            ? [
                Plot.ruleX(points, {
                  x: "date",
                  y1: low,
                  y2: high,
                  stroke: color.edge,
                  strokeWidth: 4,
                }),
              ]
            : []),
          Plot.lineY(points, {x: "date", y: low, ...edge}),
          Plot.lineY(points, {x: "date", y: high, ...edge}),
          Plot.ruleY([0], {stroke: color.axis, strokeWidth: 1}),
          Plot.lineY(level, {
            x: level,
            y: () => baseline.rho,
            stroke: color.muted,
            strokeWidth: 1.75,
            strokeDasharray: "6 4",
            strokeLinecap: "butt",
          }),
          Plot.lineY(points, {x: "date", y: rho, stroke: color.coin, strokeWidth: 2}),
          Plot.dot([days.at(-1)!], {
            x: day => toDate(day.date),
            y: "rho",
            r: 3.25,
            fill: color.coin,
          }),
          ...baselineLabel(chart, x.at, y, bounds),
          ...(change ? dayMark(change.text, x.at(toDate(change.date)), bounds) : []),
          ...ends.map(end => label(end.text, right + 8, end.place, end.options)),
          ...watermark(chart.watermark, bounds),
        ],
      },
    ],
  };
}

type Point = {date: Date; day?: DependenceChart["days"][number]};

const rho = ({day}: Point) => day?.rho;
const low = ({day}: Point) => day?.low;
const high = ({day}: Point) => day?.high;

/** From zero, or from as far below as the band or the baseline reach, to one. */
function rhoAxis({days, baseline, customs}: Localised<DependenceChart>, range: Range): ValueAxis {
  const lowest = Math.min(baseline.rho, ...days.map(day => Math.min(day.low, day.rho)));
  const step = lowest < -0.4 ? 0.5 : 0.2;
  const first = lowest < 0 ? Math.max(-1 / step, Math.floor(lowest / step + 1e-9)) : 0;
  const count = 1 / step - first + 1;
  const ticks = Array.from({length: count}, (_, i) => Math.round((first + i) * step * 10) / 10);
  return valueAxis(ticks, range, plain(customs, 1));
}

function span({days, baseline}: DependenceChart): [Date, Date] {
  const dates = [days[0]!.date, days.at(-1)!.date, baseline.from, baseline.to].sort();
  return [toDate(dates[0]!), toDate(dates.at(-1)!)];
}

/** Level and words at the right end: of the line in its colour, of the band in its own. */
function endLabels(
  {days, labels, customs}: Localised<DependenceChart>,
  y: ValueAxis,
  range: Range,
) {
  const last = days.at(-1)!;
  const value = plain(customs, 2)(last.rho);
  const band = fit(labels.band, fontSize.tick, 130);
  const wanted = last.high > last.rho && y.at(last.rho) - y.at(last.high) > 14;
  const places = wanted
    ? spread([y.at(last.high), y.at(last.rho)], 14, range)
    : spread([y.at(last.rho), y.at(last.low)], 14, range);
  const level = {
    text: value,
    place: wanted ? places[1]! : places[0]!,
    room: textWidth(value, fontSize.title) * 1.04,
    options: {weight: 600, fill: color.coin, size: fontSize.title},
  };
  const reach = {
    text: band,
    place: wanted ? places[0]! : places[1]!,
    room: textWidth(band, fontSize.tick),
    options: {fill: color.muted, size: fontSize.tick},
  };
  return [level, reach];
}

/** Along the dashed line where nothing else is drawn, or else outside the band, led to its line. */
function baselineLabel(
  {baseline, days, labels, customs}: Localised<DependenceChart>,
  x: (date: Date) => number,
  y: ValueAxis,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Plot.Markish[] {
  const text = fit(
    `${clean(labels.baseline)} ${plain(customs, 2)(baseline.rho)}`,
    size,
    right - left,
  );
  const half = (textWidth(text, size) * 1.04) / 2;
  const [from, to] = [x(toDate(baseline.from)), x(toDate(baseline.to))];
  const level = y.at(baseline.rho);
  const points = days.map(day => ({
    x: x(toDate(day.date)),
    heights: [y.at(day.high), y.at(day.rho), y.at(day.low)],
  }));
  const middles = Array.from({length: 13}, (_, i) => {
    const middle = from + half + (i / 12) * Math.max(0, to - from - 2 * half);
    return Math.min(Math.max(middle, left + half), right - half);
  });
  const places = middles.map(middle => {
    const near = points.filter(point => Math.abs(point.x - middle) < half + 4);
    return {x: middle, taken: [y.at(0), ...near.flatMap(point => point.heights)]};
  });
  const best = places
    .flatMap(place => [...beside(place, level), ...outside(place, level, [top, bottom])])
    .reduce((a, b) => (cost(b, level) < cost(a, level) - 0.5 ? b : a));
  const options = {anchor: "middle", fill: color.muted, size, weight: 600} as const;
  const words = label(text, best.x, best.y, options);
  if (Math.abs(best.y - level) < 14) return [words];
  const edge = best.y + (best.y < level ? 7 : -7);
  return [rule([best.x, edge, best.x, level], {stroke: color.muted, width: 0.75}), words];
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** To the nearest line, in px. */
  readonly clear: number;
}

interface Column {
  readonly x: number;
  readonly taken: readonly number[];
}

function beside({x, taken}: Column, level: number): Place[] {
  return [level - 9, level + 10].map(y => place(x, y, taken));
}

function outside({x, taken}: Column, level: number, [top, bottom]: Range): Place[] {
  const [above, below] = [Math.min(level, ...taken) - 12, Math.max(level, ...taken) + 12];
  return [above, below].filter(y => y > top + 4 && y < bottom - 4).map(y => place(x, y, taken));
}

function place(x: number, y: number, taken: readonly number[]): Place {
  return {x, y, clear: Math.min(...taken.map(height => Math.abs(height - y)))};
}

/** Covering a line is worst; then the way to the dashed line counts. */
function cost({y, clear}: Place, level: number): number {
  return 40 * Math.max(0, 9 - clear) + Math.abs(y - level);
}
