import {ParseSpeeds, PDFDocument} from "@cantoo/pdf-lib";

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

/**
 * The PDF with a JSON file attached. The same input gives the same bytes; tags, outline and dates
 * stay as they are.
 */
export async function attach(
  pdf: Uint8Array,
  {name, description, content}: Attachment,
  date: Date,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  await document.attach(Buffer.from(content), name, {
    mimeType: "application/json",
    description,
    creationDate: date,
    modificationDate: date,
  });
  return document.save({
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
