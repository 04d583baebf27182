import {tmpdir} from "node:os";
import {sweep} from "../disk/temporaryFolder.ts";
import type {Printer} from "../render/browser.ts";
import {openChartPool} from "../render/charts/chartPool.ts";
import {sweepUnpacking} from "../render/packaged.ts";
import type {Effects} from "../report.ts";

/** What a note is rendered with. */
export type Renderer = Pick<Effects, "draw" | "print" | "rasterize">;

/**
 * Lends `use` a renderer. Its chart worker and its browser start at once, while the note is still
 * being gathered and thought out, and end with `use`, however that ends; what killed runs left in the
 * temporary folder is swept meanwhile. No browser is started unless `pdf`; it prints `pages` at once.
 */
export async function withRenderer<T>(
  {pdf, pages = 1}: {readonly pdf: boolean; readonly pages?: number},
  use: (renderer: Renderer) => Promise<T>,
): Promise<T> {
  const swept = Promise.all([sweep(tmpdir()), sweepUnpacking()]);
  const opened = Promise.withResolvers<Printer>();
  const finished = Promise.withResolvers<void>();
  opened.promise.catch(() => {}); // told to whoever prints; a note that fails before is told first
  const session = pdf ? open(opened, finished.promise, pages) : undefined;
  await using charts = openChartPool();
  const print: Effects["print"] = async (html, properties) => {
    const printer = await opened.promise;
    const {renderPdf} = await import("../render/pdf.ts");
    return renderPdf(html, properties, printer);
  };
  const rasterize: Effects["rasterize"] = async svg =>
    (await import("../render/rasterize.ts")).rasterize(svg);
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
  pages: number,
): Promise<void> {
  try {
    const {withBrowser} = await import("../render/browser.ts");
    await withBrowser(
      async printer => {
        opened.resolve(printer);
        await finished;
      },
      {pages},
    );
  } catch (error) {
    opened.reject(error);
  }
}
