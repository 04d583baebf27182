import * as Plot from "@observablehq/plot";
import type {PriceChart} from "../../model/chart.ts";
import {type DateAxis, dateAxis, dateMarks, gridMarks, priceAxis, valueAxis} from "./axes.ts";
import type {Picture} from "./canvas.ts";
import {addDays, dayAndMonth, toDate} from "./dates.ts";
import {type Frame, fontSize} from "./frame.ts";
import {axisTitle, clearLabel, label, spread} from "./label.ts";
import type {Localised} from "./localised.ts";
import {dayMark, spanMark} from "./mark.ts";
import {amountTicks, change, exactPrice} from "./numbers.ts";
import {color} from "./palette.ts";
import {checkDays, pick, withGaps} from "./series.ts";
import {enclosingTicks} from "./ticks.ts";
import {watermark} from "./watermark.ts";
import {clean, fit, textWidth} from "./words.ts";

type Day = PriceChart["days"][number];

const volumeHeight = 96;
const datesHeight = 36;

/** Closes above, the benchmark's beside them from the same start; volume below on the same days. */
export function priceChart(chart: Localised<PriceChart>, {width}: Frame): Picture {
  const {days, labels, customs, mark, name} = chart;
  checkDays(name, days);
  const volumes = days.flatMap(({volume}) => (volume === undefined ? [] : [volume]));
  const other = sameStart(chart);
  const top = 34 + (other.length > 0 ? 14 : 0) + (mark ? 18 : 0);
  const bottom = top + (volumes.length > 0 ? 174 : 210);
  const y = priceAxis(
    customs,
    [...days.map(day => day.close), ...other.map(day => day.value)],
    [bottom - 14, top],
  );
  const ends = endBlocks(chart, other, y.at, [top, bottom]);
  const room = Math.max(...ends.map(end => end.room));
  const v = volumeAxis(chart, volumes);
  const left = Math.ceil(Math.max(y.room, v?.room ?? 0) + 10);
  const right = Math.floor(width - room - 10);
  const x = dateAxis(customs, span(days), [left, right], Math.max(0.5, (12 - days.length) / 2));
  const margins = {marginLeft: left, marginRight: width - right};
  const bounds = [left, top, right, bottom] as const;
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
      axisTitle(title, width),
      ...(other.length > 0
        ? [label(fit(clean(labels.benchmark?.note ?? ""), fontSize.tick, width), 0, 23, quietWords)]
        : []),
      ...leadMarks(chart, x, bounds),
      ...otherMarks(other),
      Plot.lineY(withGaps(days), {
        x: "date",
        y: ({day}) => day?.close,
        stroke: color.coin,
        strokeWidth: 1.75,
      }),
      ...extremes(chart, x, y.at, [left, right]),
      Plot.dot([days.at(-1)!], {x: day => toDate(day.date), y: "close", r: 3.25, fill: color.coin}),
      ...endMarks(ends, right),
      ...watermark(chart.watermark, bounds),
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
      axisTitle(labels.volume, width, 10),
      Plot.rect(bars(days), {x1: "x1", x2: "x2", y1: 0, y2: "volume", fill: color.quiet}),
    ],
  };
  return {title: `${labels.price}. ${labels.volume}`, panels: [upper, lower]};
}

const quietWords = {fill: color.muted, size: fontSize.tick} as const;

function volumeAxis({customs}: Localised<PriceChart>, volumes: readonly number[]) {
  if (volumes.length === 0) return undefined;
  const highest = Math.max(...volumes) || 1;
  const ticks = enclosingTicks(0, highest, 2).filter(tick => tick <= highest);
  return valueAxis(ticks, [volumeHeight, 28], amountTicks(customs), [0, highest]);
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

interface Indexed {
  readonly date: string;
  /** In the coin's own unit. */
  readonly value: number;
}

/** The benchmark as if it had begun where the coin did. */
function sameStart({days, labels}: PriceChart): Indexed[] {
  const both = days.flatMap(({date, close, benchmark}) =>
    benchmark === undefined ? [] : [{date, close, benchmark}],
  );
  const [first] = both;
  if (!labels.benchmark || !first || both.length < 2) return [];
  return both.map(({date, benchmark}) => ({
    date,
    value: (first.close * benchmark) / first.benchmark,
  }));
}

/** Beside the end of each line: what it is, and how far it has come since the first day. */
function endBlocks(
  {days, labels, customs}: Localised<PriceChart>,
  other: readonly Indexed[],
  at: (value: number) => number,
  [top, bottom]: readonly [number, number],
) {
  const [first, last] = [days[0]!, days.at(-1)!];
  const since = (from: number, to: number) => change(customs, 0)(to / from - 1);
  const coin = {
    head: exactPrice(customs, last.close),
    foot:
      days.length > 1 ? since(first.close, last.close) : dayAndMonth(customs, toDate(last.date)),
    wanted: at(last.close),
    fill: color.coin,
    weight: 600,
  };
  const [start, end] = [other[0], other.at(-1)];
  const benchmark = {
    head: fit(clean(labels.benchmark?.name ?? ""), fontSize.label, 84),
    foot: start && end ? since(start.value, end.value) : "",
    wanted: end ? at(end.value) : 0,
    fill: color.muted,
    weight: 400,
  };
  const blocks = (end ? [coin, benchmark] : [coin]).toSorted((a, b) => a.wanted - b.wanted);
  const places = spread(
    blocks.map(block => block.wanted),
    29,
    [top, bottom - 4],
  );
  return blocks.map((block, i) => ({
    ...block,
    place: places[i]!,
    room: Math.max(
      textWidth(block.head, fontSize.label) * 1.04,
      textWidth(block.foot, fontSize.label) * 1.04,
    ),
  }));
}

function endMarks(ends: ReturnType<typeof endBlocks>, right: number): Plot.Markish[] {
  return ends.flatMap(({head, foot, place, fill, weight}) => [
    label(head, right + 7, place - 6, {fill, weight}),
    label(foot, right + 7, place + 7, {fill, weight}),
  ]);
}

function otherMarks(other: readonly Indexed[]): Plot.Markish[] {
  if (other.length === 0) return [];
  return [
    Plot.lineY(withGaps(other), {
      x: "date",
      y: ({day}) => day?.value,
      stroke: color.quiet,
      strokeWidth: 1.25,
    }),
  ];
}

/** What the note leads with: its one day, or from where to where it reaches. */
function leadMarks(
  {mark}: PriceChart,
  x: DateAxis,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Plot.Markish[] {
  if (!mark) return [];
  const above = [left, top - 18, right, bottom] as const;
  const [from, to] = [x.at(toDate(mark.from)), x.at(toDate(mark.to))];
  return mark.from === mark.to
    ? dayMark(mark.text, to, above)
    : spanMark(mark.text, [from, to], above);
}

/** High and low of the window, unless they are the last day's, which is told anyway. */
function extremes(
  {days, customs}: Localised<PriceChart>,
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
    const text = `${exactPrice(customs, day.close)}, ${dayAndMonth(customs, toDate(day.date))}`;
    const half = textWidth(text, fontSize.tick) / 2;
    const place = Math.min(Math.max(x.at(toDate(day.date)), left + half), right - half);
    const away = day === high ? -11 : 12;
    return [
      Plot.dot([day], {
        x: () => toDate(day.date),
        y: "close",
        r: 3,
        fill: color.ground,
        stroke: color.coin,
        strokeWidth: 1.5,
      }),
      ...clearLabel(text, place, at(day.close) + away, {anchor: "middle", size: fontSize.tick}),
    ];
  });
}
