import {describe, expect, test} from "vitest";
import {drawRaw} from "../../../src/render/charts/draw.ts";
import {lean} from "../../../src/render/charts/lean.ts";
import {cases, edges} from "./cases.ts";

const all = [...cases, ...edges];

describe("lean", () => {
  test.each(all)("done twice changes nothing more in $name", chart => {
    const once = lean(drawRaw(chart));
    expect(lean(once)).toBe(once);
  });

  test.each(all)("keeps every word of $name, in order", chart => {
    const raw = drawRaw(chart);
    expect(words(lean(raw))).toEqual(words(raw));
  });

  test("four charts weigh less than half", () => {
    const raw = cases.map(chart => drawRaw(chart));
    const size = (svgs: readonly string[]) => svgs.join("").length;
    expect(size(raw.map(lean))).toBeLessThan(size(raw) / 2);
  });

  test("dissolves groups and translations, to a tenth of a px", () => {
    const group = '<g transform="translate(1,2)" fill="red" aria-label="bars" class="x">';
    const rects =
      '<rect x="0.04" y="0" width="2" height="3"/><rect x="4" y="0" width="2" height="3"/>';
    expect(lean(svg(`${group}${rects}</g>`))).toBe(
      svg('<path d="M1 2h2v3h-2zM5 2h2v3h-2z" fill="red"/>'),
    );
  });

  test("opaque lines of one colour share a path even where they cross", () => {
    const lines = '<line x1="0" y1="0" x2="9" y2="9"/><line x1="0" y1="9" x2="9" y2="0"/>';
    expect(lean(svg(`<g stroke="red" fill="none">${lines}</g>`))).toBe(
      svg('<path d="M0 0l9 9M0 9l9-9" fill="none" stroke="red"/>'),
    );
  });

  test("shapes that see through, or have an edge, only share a path where they do not meet", () => {
    const circles = (x: number) => `<circle cx="2" cy="2" r="2"/><circle cx="${x}" cy="2" r="2"/>`;
    const seeThrough = (x: number) => svg(`<g fill="red" fill-opacity="0.5">${circles(x)}</g>`);
    const edged = (x: number) => svg(`<g fill="red" stroke="blue">${circles(x)}</g>`);
    for (const draw of [seeThrough, edged]) {
      expect(paths(lean(draw(4)))).toBe(2);
      expect(paths(lean(draw(40)))).toBe(1);
    }
  });

  test("another paint between two shapes keeps them apart: order of drawing stays", () => {
    const rect = (fill: string) => `<rect x="0" y="0" width="2" height="2" fill="${fill}"/>`;
    const drawn = lean(svg(rect("red") + rect("blue") + rect("red")));
    expect(drawn.match(/fill="\w+"/g)).toEqual(['fill="red"', 'fill="blue"', 'fill="red"']);
  });

  test("leaves alone what it does not know", () => {
    const strange = '<g transform="rotate(4)"><rect x="0" y="0" width="2" height="2"/></g>';
    const image = '<defs><clipPath id="c"><path d="M0 0"/></clipPath></defs>';
    expect(lean(svg(strange + image))).toBe(svg(strange + image));
  });

  test("reads relative and curved paths", () => {
    const path = '<path d="m1,1 2,2h3V9c1,1 2,2 3,3a2,2 0 0 1 4,4z" fill="none" stroke="red"/>';
    expect(lean(svg(path))).toBe(
      svg('<path d="M1 1l2 2h3v6c1 1 2 2 3 3a2 2 0 0 1 4 4z" fill="none" stroke="red"/>'),
    );
  });
});

function svg(inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inner}</svg>\n`;
}

function words(text: string): string[] {
  return Array.from(text.matchAll(/>([^<]+)</g), ([, word]) => word!);
}

function paths(text: string): number {
  return text.match(/<path/g)?.length ?? 0;
}
