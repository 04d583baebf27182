import * as Plot from "@observablehq/plot";
import type {PriceChart} from "../../model/chart.ts";
import {type DateAxis, dateAxis, dateMarks, gridMarks, priceAxis, valueAxis} from "./axes.ts";
import type {Picture} from "./canvas.ts";
import {addDays, dayAndMonth, toDate} from "./dates.ts";
import {axisTitle, label} from "./label.ts";
import {amountTicks, exactPrice} from "./numbers.ts";
import {checkDays, pick, withGaps} from "./series.ts";
import {color, fontSize, width} from "./style.ts";
import {enclosingTicks} from "./ticks.ts";
import {watermark} from "./watermark.ts";
import {textWidth} from "./words.ts";

type Day = PriceChart["days"][number];

const top = 34;
const volumeHeight = 96;
const datesHeight = 36;

/** Closes above, volume below on the same days. */
export function priceChart(chart: PriceChart): Picture {
  const {days, labels, locale, name} = chart;
  checkDays(name, days);
  const volumes = days.flatMap(({volume}) => (volume === undefined ? [] : [volume]));
  const bottom = volumes.length > 0 ? 208 : 244;
  const y = priceAxis(
    locale,
    days.map(day => day.close),
    [bottom - 14, top],
  );
  const ends = endTexts(chart);
  const room = Math.max(...ends.map(text => textWidth(text, fontSize.label) * 1.04));
  const v = volumeAxis(chart, volumes);
  const left = Math.ceil(Math.max(y.room, v?.room ?? 0) + 10);
  const right = Math.floor(width - room - 12);
  const x = dateAxis(locale, span(days), [left, right], Math.max(0.5, (12 - days.length) / 2));
  const margins = {marginLeft: left, marginRight: width - right};
  const title =
    y.logarithmic && labels.logarithmic ? `${labels.price}, ${labels.logarithmic}` : labels.price;
  const upper: Plot.PlotOptions = {
    ...margins,
    height: v ? bottom : bottom + datesHeight - 4,
    marginTop: top,
    marginBottom: v ? 0 : datesHeight - 4,
    x: x.options,
    y: y.options,
    marks: [
      ...gridMarks(y, left),
      ...(v ? [] : dateMarks(x, bottom)),
      axisTitle(title),
      Plot.lineY(withGaps(days), {
        x: "date",
        y: ({day}) => day?.close,
        stroke: color.line,
        strokeWidth: 1.75,
      }),
      ...extremes(chart, x, y.at, [left, right]),
      ...lastClose(chart, x, y.at),
      ...watermark(chart.watermark, [left, top, right, bottom]),
    ],
  };
  if (!v) return {title: labels.price, panels: [upper]};
  const lower: Plot.PlotOptions = {
    ...margins,
    height: volumeHeight + datesHeight,
    marginTop: 28,
    marginBottom: datesHeight,
    x: x.options,
    y: v.options,
    marks: [
      ...gridMarks(v, left),
      ...dateMarks(x, volumeHeight),
      axisTitle(labels.volume, 10),
      Plot.rect(bars(days), {x1: "x1", x2: "x2", y1: 0, y2: "volume", fill: color.bars}),
    ],
  };
  return {title: `${labels.price}. ${labels.volume}`, panels: [upper, lower]};
}

function volumeAxis({locale}: PriceChart, volumes: readonly number[]) {
  if (volumes.length === 0) return undefined;
  const highest = Math.max(...volumes) || 1;
  const ticks = enclosingTicks(0, highest, 2).filter(tick => tick <= highest);
  return valueAxis(ticks, [volumeHeight, 28], amountTicks(locale), [0, highest]);
}

function span(days: readonly Day[]): [Date, Date] {
  return [toDate(days[0]!.date), toDate(days.at(-1)!.date)];
}

function bars(days: readonly Day[]): {x1: Date; x2: Date; volume: number}[] {
  return days.flatMap(({date, volume}) => {
    if (volume === undefined) return [];
    const day = toDate(date);
    return [{x1: addDays(day, -0.36), x2: addDays(day, 0.36), volume}];
  });
}

function endTexts({days, locale}: PriceChart): [price: string, day: string] {
  const last = days.at(-1)!;
  return [exactPrice(locale, last.close), dayAndMonth(locale, toDate(last.date))];
}

function lastClose(chart: PriceChart, x: DateAxis, at: (value: number) => number): Plot.Markish[] {
  const last = chart.days.at(-1)!;
  const [price, day] = endTexts(chart);
  const place = [x.at(toDate(last.date)) + 8, at(last.close)] as const;
  return [
    Plot.dot([last], {x: () => toDate(last.date), y: "close", r: 3.25, fill: color.line}),
    label(price, place[0], place[1] - 1, {weight: 600, fill: color.line}),
    label(day, place[0], place[1] + 12, {fill: color.muted, size: fontSize.tick}),
  ];
}

/** High and low of the window, unless they are the last day's, which is told anyway. */
function extremes(
  {days, locale}: PriceChart,
  x: DateAxis,
  at: (value: number) => number,
  [left, right]: readonly [number, number],
): Plot.Markish[] {
  const last = days.at(-1)!;
  const high = pick(days, (a, b) => a.close > b.close);
  const low = pick(days, (a, b) => a.close < b.close);
  if (high.close === low.close) return [];
  return [high, low].flatMap(day => {
    if (day.close === last.close) return [];
    const text = `${exactPrice(locale, day.close)}, ${dayAndMonth(locale, toDate(day.date))}`;
    const half = textWidth(text, fontSize.tick) / 2;
    const place = Math.min(Math.max(x.at(toDate(day.date)), left + half), right - half);
    const away = day === high ? -11 : 12;
    return [
      Plot.dot([day], {
        x: () => toDate(day.date),
        y: "close",
        r: 3,
        fill: color.white,
        stroke: color.line,
        strokeWidth: 1.5,
      }),
      label(text, place, at(day.close) + away, {anchor: "middle", size: fontSize.tick}),
    ];
  });
}
