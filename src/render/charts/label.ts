import type {RenderFunction} from "@observablehq/plot";
import {fontSize} from "./frame.ts";
import {color} from "./palette.ts";
import {clean, fit, textWidth} from "./words.ts";

export interface LabelOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly fill?: string;
  readonly size?: number;
  readonly weight?: number;
  readonly opacity?: number;
}

/** Text with its middle line at a place in the panel, in px. */
export function label(
  text: string,
  x: number,
  y: number,
  options: LabelOptions = {},
): RenderFunction {
  const {anchor = "start", fill = color.ink, size = fontSize.label, weight, opacity} = options;
  return element("text", clean(text), {
    x,
    y,
    dy: "0.35em",
    fill,
    "font-size": size,
    "text-anchor": anchor,
    ...(weight !== undefined && {"font-weight": weight}),
    ...(opacity !== undefined && {"fill-opacity": opacity}),
  });
}

/**
 * Text over lines and areas, which keep a little away from it. They end at a box: an edge round the
 * letters would be those words once more for whoever copies them from the PDF.
 */
export function clearLabel(
  text: string,
  x: number,
  y: number,
  options: LabelOptions = {},
): RenderFunction[] {
  const {anchor = "start", size = fontSize.label, weight = 400} = options;
  const width = textWidth(clean(text), size) * (weight > 400 ? bold : 1);
  const left = x - width * shareBefore[anchor];
  const around = [left - clear, y - size / 2 - clear, width + 2 * clear, size + 2 * clear] as const;
  return [box(around, color.ground), label(text, x, y, options)];
}

/** How much of a text stands before its place. */
const shareBefore = {start: 0, middle: 0.5, end: 1};
const clear = 1.5;

/** A straight rule between two places in the panel, in px. */
export function rule(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  {stroke = color.ink, width = 1, dash}: {stroke?: string; width?: number; dash?: string} = {},
): RenderFunction {
  const dashes = dash === undefined ? {} : {"stroke-dasharray": dash};
  return element("line", "", {x1, y1, x2, y2, stroke, "stroke-width": width, ...dashes});
}

/** A filled box in the panel, in px. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  fill: string,
): RenderFunction {
  return element("rect", "", {x, y, width, height, fill});
}

/** The title of an axis, at the top left of its panel. */
export function axisTitle(text: string, width: number, y = 8): RenderFunction {
  const shown = fit(clean(text), fontSize.title, width / bold);
  return label(shown, 0, y, {size: fontSize.title, weight: 600});
}

/** How much wider letters are in bold. */
const bold = 1.04;

/**
 * Places for labels that want to stand at the given heights: in the same order, at least `gap`
 * apart, moved as little as possible, and between top and bottom as long as there is room.
 */
export function spread(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): number[] {
  // Without the gaps above it, each label's place must only not be less than the one before.
  const clusters: {sum: number; count: number}[] = [];
  const mean = ({sum, count}: {sum: number; count: number}) => sum / count;
  for (const [i, place] of wanted.entries()) {
    let cluster = {sum: place - i * gap, count: 1};
    while (clusters.length > 0 && mean(clusters.at(-1)!) > mean(cluster)) {
      const last = clusters.pop()!;
      cluster = {sum: last.sum + cluster.sum, count: last.count + cluster.count};
    }
    clusters.push(cluster);
  }
  const highest = Math.max(top, bottom - (wanted.length - 1) * gap);
  return clusters
    .flatMap(cluster => new Array<number>(cluster.count).fill(mean(cluster)))
    .map((place, i) => Math.min(Math.max(place, top), highest) + i * gap);
}

function element(
  tag: string,
  text: string,
  attributes: Readonly<Record<string, string | number>>,
): RenderFunction {
  return (_index, _scales, _values, _dimensions, {document}) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    if (text) node.textContent = text;
    return node;
  };
}
