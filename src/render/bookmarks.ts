import {PDFDict, type PDFDocument, PDFHexString, PDFName} from "@cantoo/pdf-lib";

/** The words of the page's headings, in their order. */
export function headingsOf(html: string): string[] {
  return [...html.matchAll(/<h([1-6]) id="[^"]*">(.*?)<\/h\1>/gs)].map(([, , content]) =>
    content!
      .replace(/<[^>]*>/g, "")
      .replace(/&(?:#(\d+)|(\w+));/g, (entity, code, name) =>
        code ? String.fromCodePoint(Number(code)) : (entities[name] ?? entity),
      )
      .replace(/\s+/g, " ")
      .trim(),
  );
}

const entities: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"'};

/**
 * Gives each bookmark the words of its heading. The browser takes them from the laid-out lines: it
 * loses the space where a heading breaks, and says one twice that moved to the next page.
 */
export function nameBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const outlines = document.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict);
  const bookmarks = outlines ? below(outlines) : [];
  if (bookmarks.length !== headings.length)
    throw new Error(`expected ${headings.length} bookmarks, found ${bookmarks.length}`);
  for (const [i, bookmark] of bookmarks.entries())
    bookmark.set(PDFName.of("Title"), PDFHexString.fromText(headings[i]!));
}

/** The bookmarks below one, each before those below it. */
function below(parent: PDFDict): PDFDict[] {
  const found: PDFDict[] = [];
  for (let next = child(parent, "First"); next; next = child(next, "Next"))
    found.push(next, ...below(next));
  return found;
}

const child = (of: PDFDict, name: "First" | "Next") => of.lookupMaybe(PDFName.of(name), PDFDict);
