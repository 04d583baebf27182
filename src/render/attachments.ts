import {deflateSync} from "node:zlib";
import {
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string;
  readonly description: string;
  /** What it is to the note: what it says as data, or what it was made from. */
  readonly relationship: "Data" | "Source";
  readonly type: "application/json" | "text/csv";
  readonly content: string;
}

/**
 * Puts the files into the document: listed by name, and associated with it as PDF/A-3 asks. The
 * PDF library would do it too, and pack them in JavaScript, at several times what zlib takes.
 */
export function attach(
  document: PDFDocument,
  attachments: readonly Attachment[],
  date: Date,
): void {
  if (attachments.length === 0) return;
  const {context, catalog} = document;
  const files = attachments
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(file => [PDFHexString.fromText(file.name), embedded(document, file, date)] as const);
  const names = catalog.lookupMaybe(PDFName.of("Names"), PDFDict) ?? context.obj({});
  names.set(PDFName.of("EmbeddedFiles"), context.obj({Names: files.flat()}));
  catalog.set(PDFName.of("Names"), names);
  catalog.set(PDFName.of("AF"), context.obj(files.map(([, file]) => file)));
}

function embedded(
  {context}: PDFDocument,
  {name, description, relationship, type, content}: Attachment,
  date: Date,
): PDFRef {
  const bytes = Buffer.from(content);
  const stream = context.stream(deflateSync(bytes), {
    Type: "EmbeddedFile",
    Subtype: type,
    Filter: "FlateDecode",
    Params: {
      Size: bytes.length,
      CreationDate: PDFString.fromDate(date),
      ModDate: PDFString.fromDate(date),
    },
  });
  return context.register(
    context.obj({
      Type: "Filespec",
      F: PDFString.of(name),
      UF: PDFHexString.fromText(name),
      EF: {F: context.register(stream)},
      Desc: PDFHexString.fromText(description),
      AFRelationship: relationship,
    }),
  );
}
