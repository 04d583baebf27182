import type {Markish} from "@observablehq/plot";
import {fontSize} from "./frame.ts";
import {label, rule} from "./label.ts";
import {color} from "./palette.ts";
import {clean, fit, textWidth} from "./words.ts";

/** Something that happened at a place: a rule down the plot, its words above. */
export function dayMark(
  text: string,
  x: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Markish[] {
  return [
    rule([x, top - 4, x, bottom], {stroke: color.axis, dash: "2 3"}),
    words(text, x, [left, top, right]),
  ];
}

/** Something that took a while: a bracket above the plot, its words over it. */
export function spanMark(
  text: string,
  [from, to]: readonly [number, number],
  [left, top, right]: readonly [number, number, number, number],
): Markish[] {
  const stroke = {stroke: color.axis} as const;
  return [
    rule([from, top - 3, to, top - 3], stroke),
    rule([from, top - 3, from, top + 2], stroke),
    rule([to, top - 3, to, top + 2], stroke),
    words(text, (from + to) / 2, [left, top, right]),
  ];
}

/** Above the middle of what they tell of, as far as they fit there. */
function words(
  text: string,
  middle: number,
  [left, top, right]: readonly [number, number, number],
): Markish {
  const shown = fit(clean(text), fontSize.tick, right - left);
  const half = textWidth(shown, fontSize.tick) / 2;
  const place = Math.min(Math.max(middle, left + half), right - half);
  return label(shown, place, top - 11, {anchor: "middle", size: fontSize.tick, weight: 600});
}
