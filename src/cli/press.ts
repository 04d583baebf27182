import type {Printer} from "../render/browser.ts";
import {openStudio} from "../render/charts/studio.ts";
import type {Effects} from "../report.ts";

/**
 * Lends `use` ways to draw, to print and to paint. The first two start at once, while the note is still being gathered
 * and thought out, and end with `use`, however that ends. No browser is started unless `pdf`.
 */
export async function withPress<T>(
  {pdf}: {readonly pdf: boolean},
  use: (press: Pick<Effects, "draw" | "print" | "paint">) => Promise<T>,
): Promise<T> {
  const opened = Promise.withResolvers<Printer>();
  const finished = Promise.withResolvers<void>();
  opened.promise.catch(() => {}); // told to whoever prints; a note that fails before is told first
  const session = pdf ? open(opened, finished.promise) : undefined;
  await using studio = openStudio();
  const print: Effects["print"] = async (html, papers) => {
    const printer = await opened.promise;
    const {renderPdf} = await import("../render/pdf.ts");
    const printing = renderPdf(html, papers.date, printer);
    printing.catch(() => {}); // awaited below, once what comes next is loaded meanwhile
    const {seal} = await import("../render/seal.ts");
    return seal(await printing, html, papers);
  };
  const paint: Effects["paint"] = async svg => (await import("../render/paint.ts")).paint(svg);
  try {
    return await use({draw: charts => studio.draw(charts), print, paint});
  } finally {
    finished.resolve();
    await session;
  }
}

async function open(opened: PromiseWithResolvers<Printer>, finished: Promise<void>): Promise<void> {
  try {
    const {withBrowser} = await import("../render/browser.ts");
    await withBrowser(async printer => {
      opened.resolve(printer);
      await finished;
    });
  } catch (error) {
    opened.reject(error);
  }
}
