/**
 * The PDF with the file attached, so that the evidence travels with the page. The same input gives
 * the same bytes; tags and outline stay as they are.
 */
export async function attach(
  pdf: Uint8Array,
  file: {readonly name: string; readonly description: string; readonly content: string},
  date: Date,
): Promise<Uint8Array> {
  const {PDFDocument} = await import("@cantoo/pdf-lib");
  const document = await PDFDocument.load(pdf, {updateMetadata: false});
  await document.attach(Buffer.from(file.content), file.name, {
    mimeType: "application/json",
    description: file.description,
    creationDate: date,
    modificationDate: date,
  });
  return document.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
}
