import {escapeXml} from "./xml.ts";

/** What a document says of itself. */
export interface About {
  readonly title: string;
  readonly description: string;
  /** The house. */
  readonly author: string;
  readonly lang: string;
  readonly keywords: readonly string[];
  /** The note's address where it has one, or its id. */
  readonly identifier: string;
  /** The program that wrote the note. */
  readonly generator: string;
}

/**
 * An XMP packet (ISO 16684-1) of properties of Dublin Core, XMP and PDF. It is padded as the
 * standard advises, so that a title can be mended in place.
 */
export function xmpPacket(about: About, date: Date, producer: string): string {
  const instant = `${date.toISOString().slice(0, 19)}Z`;
  const properties = [
    element("dc:format", "application/pdf"),
    element("dc:title", byLanguage(about.title)),
    element("dc:description", byLanguage(about.description)),
    element("dc:creator", list("Seq", [about.author])),
    element("dc:publisher", list("Bag", [about.author])),
    element("dc:language", list("Bag", [about.lang])),
    element("dc:subject", list("Bag", about.keywords)),
    element("dc:date", list("Seq", [instant])),
    element("dc:identifier", escapeXml(about.identifier)),
    element("xmp:CreateDate", instant),
    element("xmp:ModifyDate", instant),
    element("xmp:MetadataDate", instant),
    element("xmp:CreatorTool", escapeXml(about.generator)),
    element("pdf:Producer", escapeXml(producer)),
    element("pdf:Keywords", escapeXml(about.keywords.join(", "))),
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties.join("\n")}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
${`${" ".repeat(99)}\n`.repeat(20)}<?xpacket end="w"?>`;
}

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;

/** XMP's default language, not the note's own: a reader of any language gets these words. */
const byLanguage = (text: string) =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;

const list = (kind: "Bag" | "Seq", items: readonly string[]) =>
  element(`rdf:${kind}`, items.map(item => element("rdf:li", escapeXml(item))).join(""));
