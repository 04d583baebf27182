import * as Plot from "@observablehq/plot";
import type {CasesChart} from "../../model/chart.ts";
import {dateAxis, dateMarks, gridMarks, priceAxis} from "./axes.ts";
import type {Picture} from "./canvas.ts";
import {daysBetween, fullDate, toDate} from "./dates.ts";
import {type Frame, fontSize} from "./frame.ts";
import {axisTitle, box, label, rule, spread} from "./label.ts";
import {legend} from "./legend.ts";
import type {Localised} from "./localised.ts";
import {exactPrice, roughPrice} from "./numbers.ts";
import {color} from "./palette.ts";
import {checkDays, thinned, withGaps} from "./series.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

type FanDay = CasesChart["fan"][number];

const height = 318;
const top = 54;
const bottom = 282;

/** Recent closes, the fan of outcomes from the last of them on, and the cases at its end. */
export function casesChart(chart: Localised<CasesChart>, {width}: Frame): Picture {
  const {history, labels, customs, name} = chart;
  checkDays(name, history);
  checkDays(name, chart.fan);
  const last = history.at(-1)!;
  const fan = [startOfFan(last), ...chart.fan].filter(({date}) => date >= last.date);
  const values = [...history.map(day => day.close), ...fan.flatMap(day => [day.p5, day.p95])];
  const y = priceAxis(customs, values, [bottom, top]);
  const ends = endLabels(chart, y.at);
  const left = Math.ceil(y.room + 10);
  const right = Math.floor(width - 16 - Math.max(...ends.map(end => end.room)));
  const dates = [toDate(history[0]!.date), toDate(fan.at(-1)!.date)] as const;
  const x = dateAxis(customs, dates, [left, right], 0);
  const asOf = x.at(toDate(last.date));
  const days = [fan[0]!, ...thinned(fan.slice(1), 120)].map(day => ({
    ...day,
    date: toDate(day.date),
  }));
  const edge = {x: "date", stroke: color.edge, strokeWidth: 0.75} as const;
  const title =
    y.logarithmic && labels.logarithmic ? `${labels.price}, ${labels.logarithmic}` : labels.price;
  return {
    title,
    panels: [
      {
        height,
        marginTop: top,
        marginBottom: height - bottom,
        marginLeft: left,
        marginRight: width - right,
        x: x.options,
        y: y.options,
        marks: [
          ...gridMarks(y, left),
          Plot.areaY(days, {x: "date", y1: "p5", y2: "p95", fill: color.outer}),
          Plot.areaY(days, {x: "date", y1: "p10", y2: "p90", fill: color.middle}),
          Plot.areaY(days, {x: "date", y1: "p25", y2: "p75", fill: color.inner}),
          Plot.lineY(days, {...edge, y: "p5"}),
          Plot.lineY(days, {...edge, y: "p95"}),
          ...dateMarks(x, bottom),
          rule([asOf, top - 4, asOf, bottom], {stroke: color.axis, dash: "2 3"}),
          Plot.lineY(days, {
            x: "date",
            y: "p50",
            stroke: color.centre,
            strokeWidth: 1.5,
            strokeDasharray: "5 3",
            strokeLinecap: "butt",
          }),
          Plot.lineY(withGaps(history), {
            x: "date",
            y: ({day}) => day?.close,
            stroke: color.coin,
            strokeWidth: 1.75,
          }),
          Plot.dot([last], {x: () => toDate(last.date), y: "close", r: 3.25, fill: color.coin}),
          axisTitle(title, width),
          ...bandLegend(chart, width),
          asOfLabel(chart, asOf, [left, width]),
          ...ends.flatMap(end => [
            label(end.text, right + 10, end.place, end.options),
            ...(end.border === undefined ? [] : [leader(right, end.border, end.place)]),
          ]),
          ...watermark(chart.watermark, [left, top, right, bottom]),
        ],
      },
    ],
  };
}

function startOfFan({date, close}: {date: string; close: number}): FanDay {
  return {
    date,
    p5: close,
    p10: close,
    p25: close,
    p50: close,
    p75: close,
    p90: close,
    p95: close,
  };
}

/** From a border at the fan's end to its label. */
function leader(right: number, border: number, place: number): Plot.Markish {
  return rule([right, border, right + 8, place], {stroke: color.centre});
}

/** Cases in bold with their borders between them, highest first. */
function endLabels({fan, labels, customs}: Localised<CasesChart>, at: (value: number) => number) {
  const end = fan.at(-1)!;
  const [upper, lower] = [at(end.p75), at(end.p25)];
  const word = (text: string, wanted: number) => ({text, wanted, border: undefined});
  const border = (price: number) => ({
    text: roughPrice(customs, price),
    wanted: at(price),
    border: at(price),
  });
  const rows = [
    word(labels.bull, Math.min(upper - 15, (at(end.p95) + upper) / 2)),
    border(end.p75),
    word(labels.base, at(end.p50)),
    border(end.p25),
    word(labels.bear, Math.max(lower + 15, (at(end.p5) + lower) / 2)),
  ];
  const places = spread(
    rows.map(row => row.wanted),
    15,
    [top, bottom],
  );
  return rows.map((row, i) => {
    const bold = row.border === undefined;
    const text = fit(clean(row.text), fontSize.label, 150);
    return {
      text,
      border: row.border,
      place: places[i]!,
      room: textWidth(text, fontSize.label) * (bold ? 1.04 : 1),
      options: bold ? {weight: 600} : {fill: color.muted},
    };
  });
}

/** The bands' shades in a line below the title. */
function bandLegend({labels}: CasesChart, width: number): Plot.Markish[] {
  const bands = [
    [labels.band50, color.inner],
    [labels.band80, color.middle],
    [labels.band90, color.outer],
  ] as const;
  const entries = bands.map(([text, fill]) => ({
    text,
    room: 16,
    swatch: (x: number, y: number) => [
      box([x, y - 5, 16, 10], color.edge),
      box([x + 0.75, y - 4.25, 14.5, 8.5], fill),
    ],
  }));
  return legend(entries, width, 28).marks;
}

/** The last close and its day, beside the line that parts what was from what may be. */
function asOfLabel(
  {history, customs}: Localised<CasesChart>,
  asOf: number,
  [left, right]: readonly [number, number],
): Plot.Markish {
  const last = history.at(-1)!;
  const text = `${fullDate(customs, toDate(last.date))} · ${exactPrice(customs, last.close)}`;
  const room = textWidth(text, fontSize.tick) * 1.04;
  const before = asOf - room - 6;
  const fits = before > left && daysBetween(toDate(history[0]!.date), toDate(last.date)) > 0;
  const place = fits ? before : Math.max(0, Math.min(asOf + 6, right - room));
  return label(text, place, top - 8, {size: fontSize.tick, weight: 600});
}
