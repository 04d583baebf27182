import type {Markish} from "@observablehq/plot";
import {fontSize} from "./frame.ts";
import {label} from "./label.ts";
import {color} from "./palette.ts";
import {clean, fit, textWidth} from "./words.ts";

export interface Entry {
  readonly text: string;
  /** What stands before it, around a middle line at `y`, as wide as `room`. */
  readonly swatch: (x: number, y: number) => Markish[];
  readonly room: number;
}

const lineHeight = 16;
const gap = 16;

/** Entries in a line, or in as many as they need, the first around `y`. */
export function legend(entries: readonly Entry[], width: number, y: number) {
  let [x, line] = [0, y];
  const marks = entries.flatMap(({text, swatch, room}) => {
    const shown = fit(clean(text), fontSize.tick, width - room - 6);
    const length = room + 6 + textWidth(shown, fontSize.tick);
    if (x > 0 && x + length > width) [x, line] = [0, line + lineHeight];
    const place = x;
    x += length + gap;
    return [
      ...swatch(place, line),
      label(shown, place + room + 6, line, {size: fontSize.tick, fill: color.muted}),
    ];
  });
  return {marks, last: line};
}
