import type {PdfProperties} from "./pdfProperties.ts";
import type {Printer} from "./printer.ts";

/**
 * The page as a PDF: tagged, outlined, fonts embedded, its files attached. The same page and
 * properties give the same bytes, whatever the clock and the time zone say and whatever was printed
 * before or beside.
 *
 * @throws RenderingFailed when the browser does not print it
 */
export async function renderPdf(
  html: string,
  properties: PdfProperties,
  printer: Printer,
): Promise<Uint8Array> {
  const printing = printer.print(html);
  printing.catch(() => {}); // awaited below, once what comes next is loaded meanwhile
  const {withProperties} = await import("./pdfProperties.ts");
  return withProperties(await printing, html, properties);
}
