/** An element of an XML document. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Xml[];
  text: string;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Reads XML strictly: what is not well formed is refused, with where. */
export function wellFormed(source: string): Xml {
  const open: Xml[] = [];
  let root: Xml | undefined;
  const token =
    /<\?xml [^?]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    if (!found) throw new Error(`not XML at ${at}: ${source.slice(at, at + 60)}`);
    const [, closed, name, attributes = "", empty, text] = found;
    const above = open.at(-1);
    if (text !== undefined) {
      if (above) above.text += unescaped(text);
      else if (text.trim() !== "") throw new Error(`text outside of the document: ${text}`);
    } else if (name !== undefined) {
      const element: Xml = {name, attributes: read(attributes), children: [], text: ""};
      if (above) above.children.push(element);
      else if (root) throw new Error("two documents");
      else root = element;
      if (!empty) open.push(element);
    } else if (closed !== undefined && open.pop()?.name !== closed)
      throw new Error(`</${closed}> at ${at} closes another`);
  }
  if (open.length > 0 || !root) throw new Error("it ends too early");
  return root;
}

function read(attributes: string): Record<string, string> {
  const all = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  if (new Set(all.map(([, name]) => name)).size !== all.length)
    throw new Error("an attribute twice");
  return Object.fromEntries(all.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error("a forbidden character");
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));|&/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    const known = entities[name ?? ""];
    if (known === undefined) throw new Error(`no entity of XML: ${whole}`);
    return known;
  });
}
