import {existsSync} from "node:fs";
import {readFile, rm, writeFile} from "node:fs/promises";
import {describe, expect, test} from "vitest";
import type {Chart} from "../../../src/model/chart.ts";
import {drawChart, drawCharts, drawRaw} from "../../../src/render/charts/draw.ts";
import {type Frame, narrow, wide} from "../../../src/render/charts/frame.ts";
import {cases, edges} from "./cases.ts";
import {casesSample, dependenceSample, priceSample, quotesSample} from "./samples.ts";

const golden = new URL("../../golden/charts/", import.meta.url);

/** A picture that differs is left beside the golden one, to be looked at and, if right, renamed. */
async function matchesGolden(chart: Chart, frame: Frame): Promise<void> {
  const name = frame === wide ? chart.name : `${chart.name}-narrow`;
  const file = new URL(`${name}.svg`, golden);
  const changed = new URL(`${name}-changed.svg`, golden);
  const drawn = drawChart(chart, frame);
  const expected = existsSync(file) ? await readFile(file, "utf8") : undefined;
  if (drawn === expected) return await rm(changed, {force: true});
  await writeFile(changed, drawn);
  expect.fail(`${name}.svg is another picture: see ${changed.pathname}`);
}

describe("drawChart", () => {
  test.each(cases)("draws $name as before", async chart => matchesGolden(chart, wide));
  test.each(cases)("draws $name for a phone as before", async chart =>
    matchesGolden(chart, narrow),
  );

  test.each([...cases, ...edges])("$name is sound XML without numbers that are none", chart => {
    for (const svg of [drawChart(chart), drawChart(chart, narrow), drawRaw(chart)]) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null|⚠/);
      expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#)/);
      expect(svg).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      expect(elements(svg)).toEqual([...allowed].filter(tag => elements(svg).includes(tag)));
      expect(svg.isWellFormed()).toBe(true);
    }
  });

  test.each([...cases, ...edges])("$name is read aloud as its description", chart => {
    const svg = drawChart(chart);
    const id = /<svg[^>]* role="img" aria-labelledby="([^"]+)"/.exec(svg)?.[1];
    const said = new RegExp(`<desc id="${id}">([^<]+)</desc>`).exec(svg)?.[1];
    expect(said).toBeTruthy();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 680 \d+"/);
    expect(svg).toMatch(/<title>[^<]+<\/title>/);
  });

  test("hostile words are printed, never run", () => {
    const price = `<script>alert("1")</script> & 'x' \u202e\u200b\u0000`;
    const chart = priceSample({
      labels: {price, volume: "]]>"},
      description: price,
      watermark: price,
    });
    const svg = drawChart(chart);
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;alert(");
    expect(svg).toMatch(/&amp; '?(?:&apos;)?x/);
  });

  test("four charts in one page share no id and bring no style", () => {
    const charts = [priceSample(), dependenceSample(), quotesSample(), casesSample()];
    const page = charts.map(chart => drawChart(chart)).join("");
    const ids = Array.from(page.matchAll(/\sid="([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/<style|class=|style=|url\(|href/);
  });

  test("dates and bytes are the same in any time zone", () => {
    const before = process.env.TZ;
    const drawn = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map(zone => {
      process.env.TZ = zone;
      return cases.map(chart => drawChart(chart));
    });
    process.env.TZ = before;
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn[2]).toEqual(drawn[0]);
  });

  test("refuses a chart with no days, or with a number that is none", () => {
    expect(() => drawChart(priceSample({days: []}))).toThrow(/nothing to draw: price-and-volume/);
    const days = [{date: "2026-01-01", close: Number.NaN}];
    expect(() => drawChart(priceSample({days}))).toThrow(/not a number: close/);
  });

  test("every excluded leg is named", () => {
    const svg = drawChart(quotesSample());
    expect(svg).toContain(">RUB +6.3%<");
    expect(svg).toContain(">EOS +0.6%<");
  });

  test("numbers and dates follow the locale", () => {
    expect(drawChart(quotesSample({locale: "tr"}))).toContain(">RUB +%6,3<");
    expect(drawChart(priceSample({locale: "tr", start: 70_000}))).toMatch(/>\$\d+ bin</);
    expect(drawChart(priceSample({start: 70_000}))).toMatch(/>\$\d+k</);
  });
});

test("drawCharts draws in the order given", async () => {
  const charts = [quotesSample(), priceSample()];
  expect(await drawCharts(charts)).toEqual(
    charts.map(chart => ({wide: drawChart(chart), narrow: drawChart(chart, narrow)})),
  );
  expect(await drawCharts([])).toEqual([]);
});

const allowed = ["svg", "title", "desc", "g", "path", "text", "tspan", "line", "rect", "circle"];

function elements(svg: string): string[] {
  const found = new Set(Array.from(svg.matchAll(/<([a-zA-Z]+)/g), ([, tag]) => tag!));
  return [
    ...allowed.filter(tag => found.has(tag)),
    ...[...found].filter(t => !allowed.includes(t)),
  ];
}
