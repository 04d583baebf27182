import {tmpdir} from "node:os";
import {sweep} from "../disk/temporaryFolder.ts";
import type {Chart} from "../model/chart.ts";
import type {Printer} from "./browser.ts";
import {openChartPool} from "./charts/chartPool.ts";
import type {Drawn} from "./charts/draw.ts";
import {sweepUnpacking} from "./packaged.ts";
import type {PdfProperties} from "./pdfProperties.ts";

/** What a note is rendered with. */
export interface Renderer {
  /** Draws charts as SVG, in their order. */
  readonly draw: (charts: readonly Chart[]) => Promise<Drawn[]>;
  /** Prints a page as a PDF with that date, those properties and those files inside. */
  readonly print: (html: string, properties: PdfProperties) => Promise<Uint8Array>;
  /** An SVG as PNG. */
  readonly rasterize: (svg: string) => Promise<Uint8Array>;
}

interface RendererOptions {
  readonly pdf: boolean;
  readonly pages?: number;
  readonly step?: (text: string) => void;
}

/**
 * Lends `use` a renderer. Its chart worker and its browser start at once, while the note is still
 * being gathered and thought out, and end with `use`, however that ends; what killed runs left in the
 * temporary folder is swept meanwhile. No browser is started unless `pdf`; it prints `pages` at once.
 * What takes seconds before the first note is told to `step`.
 */
export async function withRenderer<T>(
  {pdf, pages = 1, step}: RendererOptions,
  use: (renderer: Renderer) => Promise<T>,
): Promise<T> {
  const swept = Promise.all([sweep(tmpdir()), sweepUnpacking()]);
  const opened = Promise.withResolvers<Printer>();
  const finished = Promise.withResolvers<void>();
  opened.promise.catch(() => {}); // told to whoever prints; a note that fails before is told first
  const session = pdf ? open(opened, finished.promise, {pages, step}) : undefined;
  await using charts = openChartPool();
  const print: Renderer["print"] = async (html, properties) => {
    const printer = await opened.promise;
    const {renderPdf} = await import("./pdf.ts");
    return renderPdf(html, properties, printer);
  };
  const rasterize: Renderer["rasterize"] = async svg =>
    (await import("./rasterize.ts")).rasterize(svg);
  try {
    return await use({draw: charts.draw, print, rasterize});
  } finally {
    finished.resolve();
    await Promise.all([session, swept]);
  }
}

async function open(
  opened: PromiseWithResolvers<Printer>,
  finished: Promise<void>,
  options: {readonly pages: number; readonly step: RendererOptions["step"]},
): Promise<void> {
  try {
    const {withBrowser} = await import("./browser.ts");
    await withBrowser(async printer => {
      opened.resolve(printer);
      await finished;
    }, options);
  } catch (error) {
    opened.reject(error);
  }
}
