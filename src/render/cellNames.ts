import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";

/**
 * Table cells are named after counters that run on for as long as the browser lives. They are
 * numbered anew, in the same order, so that the sorted tree of their names stays sorted.
 */
export function renumberCells(document: PDFDocument): void {
  const tree = document.catalog
    .lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict)
    ?.lookupMaybe(PDFName.of("IDTree"), PDFDict);
  if (tree === undefined) return;
  const nodes = [tree, ...below(tree)];
  const names = nodes.flatMap(node => texts(node.lookupMaybe(PDFName.of("Names"), PDFArray)));
  const numbered = new Map(
    names.map((name, i) => [name, PDFString.of(`node${String(i + 1).padStart(8, "0")}`)]),
  );
  for (const node of nodes)
    for (const key of ["Names", "Limits"])
      renameIn(node.lookupMaybe(PDFName.of(key), PDFArray), numbered);
  for (const [, object] of document.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(type) === structElem) renameCell(object, numbered);
}

type Names = ReadonlyMap<string, PDFString>;

// Made once: there are thousands of elements.
const [type, structElem, id, attributes, headers] = [
  PDFName.of("Type"),
  PDFName.of("StructElem"),
  PDFName.of("ID"),
  PDFName.of("A"),
  PDFName.of("Headers"),
] as const;

/** A cell has its own name, and those of the cells that head it. */
function renameCell(element: PDFDict, names: Names): void {
  const own = element.get(id);
  const name = own instanceof PDFString ? names.get(own.asString()) : undefined;
  if (name) element.set(id, name);
  const given = element.lookup(attributes);
  for (const one of given instanceof PDFArray ? given.asArray() : [given])
    if (one instanceof PDFDict) renameIn(one.lookupMaybe(headers, PDFArray), names);
}

function renameIn(array: PDFArray | undefined, names: Names): void {
  for (const [i, item] of (array?.asArray() ?? []).entries()) {
    const name = item instanceof PDFString ? names.get(item.asString()) : undefined;
    if (name) array?.set(i, name);
  }
}

/** The nodes below one of a tree of names. */
function below(node: PDFDict): PDFDict[] {
  const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
  return (kids?.asArray() ?? [])
    .map((_, i) => kids?.lookup(i))
    .filter((kid): kid is PDFDict => kid instanceof PDFDict)
    .flatMap(kid => [kid, ...below(kid)]);
}

const texts = (array: PDFArray | undefined): string[] =>
  (array?.asArray() ?? []).flatMap((item: PDFObject) =>
    item instanceof PDFString ? [item.asString()] : [],
  );
