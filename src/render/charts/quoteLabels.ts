import type {Markish} from "@observablehq/plot";
import type {Customs} from "../../format/customs.ts";
import type {QuotesChart} from "../../model/chart.ts";
import {type Box, type Callout, placeCallouts} from "./callouts.ts";
import {fontSize} from "./frame.ts";
import {clearLabel} from "./label.ts";
import type {Localised} from "./localised.ts";
import {change} from "./numbers.ts";
import {color} from "./palette.ts";
import type {ChangeScale, Leg, Row} from "./quoteRows.ts";
import {type Dot, radius} from "./symbols.ts";
import {clean, fit, textWidth} from "./words.ts";

/** Labels of the excluded legs, then of the lowest and the highest of the others. */
export function legLabels(
  chart: Localised<QuotesChart>,
  row: Row,
  {at, beyond}: ChangeScale,
  [left, right]: readonly [number, number],
): Markish[] {
  const {customs} = chart;
  const chosen = labelled(row.legs);
  const named = chosen.map(i => ({
    text: legText(row.legs[i]!, customs, beyond),
    dot: row.dots[i]!,
    excluded: row.legs[i]!.status === "excluded",
  }));
  const wishes: Callout[] = named.map(({text, dot}) => ({
    x: dot.x,
    y: dot.y,
    width: textWidth(text, fontSize.tick),
  }));
  const bounds: Box = [left + 2, row.middle - row.half + 1, right, row.middle + row.half - 1];
  const taken = [...row.dots.map(dotBox), ...medianBox(chart, row, at)];
  const placed = placeCallouts(wishes, taken, bounds, radius + 4);
  return named.flatMap(({text, excluded}, i) =>
    clearLabel(text, placed[i]!.x, placed[i]!.y, {
      size: fontSize.tick,
      fill: color.ink,
      ...(excluded && {weight: 600}),
    }),
  );
}

function medianBox({medians}: QuotesChart, row: Row, at: ChangeScale["at"]): Box[] {
  return medians
    .filter(median => median.class === row.class)
    .map(({change: value}) => at(value))
    .map(x => [x - 2, row.middle - row.half, x + 2, row.middle + row.half]);
}

function labelled(legs: readonly Leg[]): number[] {
  const all = legs.map((_, i) => i);
  const excluded = all.filter(i => legs[i]!.status === "excluded");
  const counted = all.filter(i => legs[i]!.status === "live");
  const sorted = counted.toSorted((a, b) => legs[a]!.change - legs[b]!.change || a - b);
  const ends = legs.length <= 3 ? sorted : [sorted[0], sorted.at(-1)];
  return [...new Set([...excluded, ...ends.filter(i => i !== undefined)])];
}

function legText({quote, change: value}: Leg, customs: Customs, beyond: (v: number) => boolean) {
  const text = `${fit(clean(quote).toUpperCase(), fontSize.tick, 60)} ${change(customs, Math.abs(value) < 1 ? 1 : 0)(value)}`;
  if (!beyond(value)) return text;
  return value > 0 ? `${text} →` : `← ${text}`;
}

function dotBox({x, y}: Dot): Box {
  const reach = radius + 1.5;
  return [x - reach, y - radius, x + reach, y + radius];
}
