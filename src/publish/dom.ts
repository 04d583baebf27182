import {parseHTML} from "linkedom";
import {TargetRefused} from "../model/errors.ts";

// What we use of a page's document; the program is compiled without a browser's types.

export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly parentElement: PageElement | null;
  innerHTML: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  contains(other: PageNode): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export interface PageDocument {
  readonly title: string;
  readonly documentElement: PageElement;
  readonly body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
export const isText = (node: PageNode): boolean => node.nodeType === 3;

/**
 * A page, or a fragment of one, as a document: nothing of it is run or loaded.
 *
 * @throws TargetRefused where it nests as no page does, which would take minutes to read
 */
export function parsePage(html: string): PageDocument {
  if (depthOf(html) > deepest)
    throw new TargetRefused(
      `a page nests elements more than ${deepest} deep, and is not read: see what has changed it`,
    );
  const whole = /<body[\s>]/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

const deepest = 2_000;

/** Elements that have no end, or need none. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|tr|td|th|option|path)$/i;

/** Of tags that are open at once; at least that of the elements in it. */
function depthOf(html: string): number {
  let [depth, most] = [0, 0];
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
    if (endless.test(name)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}
