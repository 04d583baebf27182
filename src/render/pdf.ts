import type {Printer} from "./printer.ts";

/**
 * The page as a PDF: tagged, outlined, fonts embedded. The same page and date give the same bytes,
 * whatever the clock and the time zone say and whatever was printed before.
 *
 * @throws RenderingFailed when the browser does not print it
 */
export async function renderPdf(html: string, date: Date, printer: Printer): Promise<Uint8Array> {
  const pdf = (await printer.print(html)).toString("latin1");
  return Buffer.from(withOwnIds(withDate(pdf, date)), "latin1");
}

/** The browser writes the time of printing. As many characters go in as come out: offsets hold. */
function withDate(pdf: string, date: Date): string {
  const stamp = date.toISOString().replace(/\D/g, "").slice(0, 14);
  let found = 0;
  const dated = pdf.replace(/\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g, (_, name) => {
    found += 1;
    return `/${name} (D:${stamp}+00'00')`;
  });
  if (found !== 2) throw new Error(`expected two dates in the PDF, found ${found}`);
  return dated;
}

/**
 * Table cells are named after counters that run on for as long as the browser lives; numbered anew
 * in the same order, so that the sorted list of names stays sorted.
 */
function withOwnIds(pdf: string): string {
  const names = [...new Set(pdf.match(/\(node\d{8}\)/g))].sort();
  const numbers = new Map(names.map((name, index) => [name, String(index + 1).padStart(8, "0")]));
  return pdf.replace(/\(node\d{8}\)/g, name => `(node${numbers.get(name)})`);
}
