import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {type Frame, fontFamily, fontSize} from "./frame.ts";
import {color} from "./palette.ts";
import {clean, escapeXml} from "./words.ts";

const {document} = parseHTML("<body></body>");

/** What a chart's file returns: its words and the marks of its panels, one below the other. */
export interface Picture {
  /** Short name for the title element. */
  readonly title: string;
  readonly panels: readonly Plot.PlotOptions[];
}

export interface Named {
  readonly name: string;
  readonly description: string;
}

/**
 * A picture as a standalone SVG, on its own ground. It has no style sheet, and its ids start with the chart's name,
 * so that several can stand in one page.
 */
export function toSvg(
  {name, description}: Named,
  {title, panels}: Picture,
  {width}: Frame,
): string {
  const height = panels.reduce((sum, panel) => sum + panel.height!, 0);
  const id = `${name.replace(/[^\w-]+/g, "-")}-desc`;
  const root = {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width: String(width),
    height: String(height),
    role: "img",
    "aria-labelledby": id,
    fill: color.ink,
    "text-anchor": "middle",
    "font-family": fontFamily,
    "font-size": String(fontSize.tick),
    "font-variant": "tabular-nums",
  };
  const attributes = Object.entries(root).map(([key, value]) => `${key}="${escapeXml(value)}"`);
  return [
    `<svg ${attributes.join(" ")}>`,
    `<title>${escapeXml(clean(title))}</title>`,
    `<desc id="${id}">${escapeXml(clean(description))}</desc>`,
    // Its letters are dark, and what it is put on may be, too.
    `<rect width="${width}" height="${height}" fill="${color.ground}"/>`,
    ...stack(panels, width),
    "</svg>\n",
  ].join("");
}

function stack(panels: readonly Plot.PlotOptions[], width: number): string[] {
  let top = 0;
  return panels.map(options => {
    const body = draw(options, width);
    const placed = top === 0 ? body : `<g transform="translate(0,${top})">${body}</g>`;
    top += options.height!;
    return placed;
  });
}

function draw(options: Plot.PlotOptions, width: number): string {
  const svg = Plot.plot({axis: null, ...options, document, width, className: "chart"});
  return svg.innerHTML.replace(/<style>[^<]*<\/style>/, "");
}
