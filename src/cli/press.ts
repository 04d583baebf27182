import type {Printer} from "../render/browser.ts";
import {openStudio} from "../render/charts/studio.ts";
import type {Effects} from "../report.ts";

/**
 * Lends `use` ways to draw and to print. Both start at once, while the note is still being gathered
 * and thought out, and end with `use`, however that ends. No browser is started unless `pdf`.
 */
export async function withPress<T>(
  {pdf}: {readonly pdf: boolean},
  use: (press: Pick<Effects, "draw" | "print">) => Promise<T>,
): Promise<T> {
  const opened = Promise.withResolvers<Printer>();
  const finished = Promise.withResolvers<void>();
  opened.promise.catch(() => {}); // told to whoever prints; a note that fails before is told first
  const session = pdf ? open(opened, finished.promise) : undefined;
  await using studio = openStudio();
  const print: Effects["print"] = async (html, date, evidence) => {
    const printer = await opened.promise;
    const {renderPdf} = await import("../render/pdf.ts");
    const printing = renderPdf(html, date, printer);
    printing.catch(() => {}); // awaited below, once what comes next is loaded meanwhile
    const {attach} = await import("../render/attach.ts");
    return attach(await printing, evidence, date);
  };
  try {
    return await use({draw: charts => studio.draw(charts), print});
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
