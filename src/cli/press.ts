import type {Printer} from "../render/browser.ts";
import type {Effects} from "../report.ts";

/**
 * Lends `use` a way to print. The browser starts at once, while the note is still being gathered and
 * thought out, and ends with `use`, however that ends. Without `wanted` none is started.
 */
export async function withPress<T>(
  wanted: boolean,
  use: (print: Effects["print"]) => Promise<T>,
): Promise<T> {
  const opened = Promise.withResolvers<Printer>();
  const finished = Promise.withResolvers<void>();
  opened.promise.catch(() => {}); // told to whoever prints; a note that fails before is told first
  const session = wanted ? open(opened, finished.promise) : undefined;
  try {
    return await use(async (html, date, evidence) => {
      const printer = await opened.promise;
      const {renderPdf} = await import("../render/pdf.ts");
      const printing = renderPdf(html, date, printer);
      printing.catch(() => {}); // awaited below, once what comes next is loaded meanwhile
      const {attach} = await import("../render/attach.ts");
      return attach(await printing, evidence, date);
    });
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
