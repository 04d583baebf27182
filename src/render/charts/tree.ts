export type Attributes = Readonly<Record<string, string>>;

/** An element as written: attribute values and texts stay escaped. */
export interface Element {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly Node[];
}

export type Node = Element | string;

const token = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const attribute = /([\w:-]+)="([^"]*)"/g;

/** Reads the SVG that we write ourselves: elements, double-quoted attributes and texts. */
export function parseSvg(svg: string): Element {
  const top: Open = {tag: "", attributes: {}, children: []};
  const stack = [top];
  for (const [, end, tag, attributes, closed, text] of svg.trim().matchAll(token)) {
    if (text !== undefined) stack.at(-1)!.children.push(text);
    else if (end) stack.pop();
    else {
      const element = {tag: tag!, attributes: parseAttributes(attributes!), children: []};
      stack.at(-1)!.children.push(element);
      if (!closed) stack.push(element);
    }
  }
  return top.children[0] as Element;
}

/** Writes what `parseSvg` read. */
export function writeSvg(node: Node): string {
  if (typeof node === "string") return node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`);
  const start = `<${node.tag}${attributes.join("")}`;
  if (node.children.length === 0) return `${start}/>`;
  return `${start}>${node.children.map(writeSvg).join("")}</${node.tag}>`;
}

interface Open extends Element {
  readonly children: Node[];
}

function parseAttributes(text: string): Attributes {
  const pairs = Array.from(text.matchAll(attribute), ([, name, value]) => [name, value]);
  return Object.fromEntries(pairs);
}
