import {ParseSpeeds, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString} from "@cantoo/pdf-lib";
import {type Attachment, attach} from "./attachments.ts";
import {headingsOf, nameBookmarks} from "./bookmarks.ts";
import {renumberCells} from "./cellNames.ts";
import {type About, xmpPacket} from "./xmp.ts";

/** What a PDF says of itself, and what it carries. */
export interface PdfProperties {
  readonly date: Date;
  readonly about: About;
  readonly attachments: readonly Attachment[];
}

/**
 * The PDF that the browser printed of the page, with its files attached and its metadata written,
 * twice and alike: as the document's information and as an XMP packet. Of what the browser wrote
 * nothing stays that depends on when it printed, or on what it printed before.
 */
export async function withProperties(
  pdf: Uint8Array,
  html: string,
  {date, about, attachments}: PdfProperties,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  attach(document, attachments, date);
  document.setTitle(about.title);
  document.setSubject(about.description);
  document.setAuthor(about.author);
  document.setKeywords([about.keywords.join(", ")]);
  document.setCreator(about.generator);
  document.setCreationDate(date);
  document.setModificationDate(date);
  renumberCells(document);
  nameBookmarks(document, headingsOf(html));
  describeLinks(document);
  const packet = xmpPacket(about, date, document.getProducer() ?? "");
  // Not compressed: a program that knows no PDF finds it too.
  const stream = document.context.stream(Buffer.from(packet), {Type: "Metadata", Subtype: "XML"});
  document.catalog.set(PDFName.of("Metadata"), document.context.register(stream));
  return document.save({
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}

/** Every link says where it leads, to readers who hear the page. */
function describeLinks(document: PDFDocument): void {
  for (const page of document.getPages())
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const link = document.context.lookup(reference, PDFDict);
      const address = link.lookupMaybe(PDFName.of("A"), PDFDict)?.lookup(PDFName.of("URI"));
      if (address instanceof PDFString)
        link.set(PDFName.of("Contents"), PDFHexString.fromText(address.decodeText()));
    }
}
