import * as Plot from "@observablehq/plot";
import type {Customs} from "../../format/customs.ts";
import {addDays, type DateTick, dateTicks} from "./dates.ts";
import {fontSize} from "./frame.ts";
import {label, rule} from "./label.ts";
import {priceTicks} from "./numbers.ts";
import {color} from "./palette.ts";
import {enclosingTicks, logTicks} from "./ticks.ts";
import {textWidth} from "./words.ts";

/** From one edge to the other, in px; a value axis starts at the bottom. */
export type Range = readonly [number, number];

export interface ValueAxis {
  readonly options: Plot.ScaleOptions;
  readonly ticks: readonly {readonly value: number; readonly text: string}[];
  /** What the widest tick label takes at the left, in px. */
  readonly room: number;
  readonly logarithmic: boolean;
  /** The place of a value, in px. */
  at(value: number): number;
}

export interface DateAxis {
  readonly options: Plot.ScaleOptions;
  readonly ticks: readonly DateTick[];
  readonly range: Range;
  at(date: Date): number;
}

/** A linear axis, over the values that the ticks enclose unless said otherwise. */
export function valueAxis(
  ticks: readonly number[],
  range: Range,
  write: (value: number) => string,
  domain: readonly [number, number] = [ticks[0]!, ticks.at(-1)!],
): ValueAxis {
  return axis({type: "linear", domain: [...domain], range: [...range]}, ticks, write);
}

/** Prices; logarithmic where the highest is more than ten times the lowest. */
export function priceAxis(customs: Customs, values: readonly number[], range: Range): ValueAxis {
  const [low, high] = padded(Math.min(...values), Math.max(...values));
  if (low <= 0 || high / low <= 10) {
    const {ticks, domain} = trimmed(low, high, (range[0] - range[1]) / 38);
    return valueAxis(ticks, range, priceTicks(customs, ticks), domain);
  }
  const ticks = logTicks(low, high);
  const room = (high / low) ** 0.03;
  const options = {type: "log", domain: [low / room, high * room], range: [...range]} as const;
  return axis(options, ticks, priceTicks(customs, ticks));
}

/** Enclosing ticks, but without one that would leave much of the plot empty. */
function trimmed(low: number, high: number, count: number) {
  const ticks = enclosingTicks(low, high, count);
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  const spare = 0.4 * (ticks[1]! - first);
  const room = 0.1 * (high - low);
  const domain = [
    low - first > spare ? Math.max(first, low - room) : first,
    last - high > spare ? Math.min(last, high + room) : last,
  ] as const;
  return {ticks: ticks.filter(tick => tick >= domain[0] && tick <= domain[1]), domain};
}

/** Constant values get room on both sides. */
function padded(low: number, high: number): [number, number] {
  if (high - low > Math.abs(high) * 1e-9) return [low, high];
  const room = high === 0 ? 1 : Math.abs(high) * 0.05;
  return [low - room, high + room];
}

function axis(
  options: Plot.ScaleOptions,
  ticks: readonly number[],
  write: (value: number) => string,
): ValueAxis {
  const labels = ticks.map(value => ({value, text: write(value)}));
  const {apply} = Plot.scale({y: options});
  return {
    options,
    ticks: labels,
    room: Math.max(...labels.map(({text}) => textWidth(text, fontSize.tick))),
    logarithmic: options.type === "log",
    at: value => apply(value),
  };
}

/** Days, with half a day of room at both ends for what is drawn around a day's middle. */
export function dateAxis(
  customs: Customs,
  [from, to]: readonly [Date, Date],
  range: Range,
  half = 0.5,
): DateAxis {
  const domain = [addDays(from, -half), addDays(to, half)];
  const options: Plot.ScaleOptions = {type: "utc", domain, range: [...range]};
  const {apply} = Plot.scale({x: options});
  return {
    options,
    range,
    ticks: dateTicks(customs, from, to, Math.max(2, Math.floor((range[1] - range[0]) / 66))),
    at: date => apply(date),
  };
}

/** Thin grid and labels at the left; drawn first. */
export function gridMarks({ticks, at}: ValueAxis, left: number): Plot.Markish[] {
  const values = ticks.map(tick => tick.value);
  const text = {anchor: "end", size: fontSize.tick, fill: color.muted} as const;
  return [
    Plot.gridY(values, {stroke: color.grid, strokeOpacity: 1, strokeWidth: 0.75}),
    ...ticks.map(tick => label(tick.text, left - 8, at(tick.value), text)),
  ];
}

/** The line below the plot, with short ticks and labels. */
export function dateMarks({ticks, range}: DateAxis, bottom: number): Plot.Markish[] {
  const text = new Map(ticks.map(tick => [tick.date.getTime(), tick.text]));
  return [
    rule([range[0], bottom, range[1], bottom], {stroke: color.axis}),
    Plot.axisX(
      ticks.map(tick => tick.date),
      {
        tickFormat: (date: Date) => text.get(date.getTime())!,
        tickSize: 4,
        stroke: color.axis,
        fill: color.muted,
        label: null,
      },
    ),
  ];
}
