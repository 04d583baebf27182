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
  const printing = printer.print(forTags(html));
  printing.catch(() => {}); // awaited below, once what comes next is loaded meanwhile
  const {withProperties} = await import("./pdfProperties.ts");
  return withProperties(await printing, html, properties);
}

/** The browser tags a figure as a picture without words; it is a group of a caption and what it is of. */
const forTags = (html: string) => html.replace(/<figure(?=[ >])/g, '<figure role="group"');
