import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {marked} from "marked";
import {drawRaw} from "../src/render/charts/draw.ts";
import {lean} from "../src/render/charts/lean.ts";
import {type Page, renderHtml} from "../src/render/html.ts";
import {charts, samplePage, sampleProperties} from "../test/render/fixtures/sample.ts";

/** What every PDF of the bench says of itself. */
export const properties = sampleProperties();

/** Charts as Plot writes them: what each contender starts from. */
export const rawCharts: ReadonlyMap<string, string> = new Map(
  charts.map(([path, chart]) => [path, drawRaw(chart)]),
);

/** Our way from raw charts and Markdown to the page; the leaning counts as ours. */
export function ourHtml(rows: number, more: Partial<Page> = {}): Promise<string> {
  const leaned = new Map([...rawCharts].map(([path, svg]) => [path, lean(svg)]));
  return renderHtml(samplePage({charts: leaned, ...more}, rows));
}

/** The same page, with the charts as they were. */
export function rawHtml(rows: number): Promise<string> {
  return renderHtml(samplePage({charts: rawCharts}, rows));
}

/** What a first script would do: Markdown to HTML, charts in place, no styles and no fonts. */
export function plainHtml(rows: number): string {
  const {markdown, title} = samplePage({charts: rawCharts}, rows);
  const body = marked.parse(markdown.replace(/^---[\s\S]*?\n---\n/, ""), {async: false});
  const drawn = body.replace(/<img src="([^"]+)"[^>]*>/g, (_, path) => rawCharts.get(path) ?? "");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${drawn}</html>`;
}

/** The note as a folder, for tools that read files. */
export function asFolder(rows: number): {path: string; folder: string; remove(): void} {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const path = join(folder, "note.md");
  // Without front matter: md-to-pdf would take it for its own settings.
  writeFileSync(path, samplePage({}, rows).markdown.replace(/^---[\s\S]*?\n---\n/, ""));
  for (const [name, svg] of rawCharts) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), svg);
  }
  return {path, folder, remove: () => rmSync(folder, {recursive: true})};
}
