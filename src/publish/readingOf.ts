import {
  isElement,
  isText,
  type PageDocument,
  type PageElement,
  type PageNode,
  parsePage,
} from "./dom.ts";
import type {Reading} from "./reading.ts";

/** Stands on the one element that holds a note as we send it; its value is the note's id. */
export const noteMark = "data-assay-note";
/** Stands on what we say with a note, such as where its files lie: a reader of the note passes over it. */
export const frameMark = "data-assay-frame";
/** The frame that says that a market is simulated. */
export const bannerFrame = "banner";
/** Stands on a note that was sent as HTML: the release's digest. */
export const releaseMark = "data-assay-release";

export interface ReadingOptions {
  /** The page's address, for links and pictures that are given from there. */
  readonly base?: string;
  /** Whether the address of a picture answers with one; any does without it. */
  readonly loads?: (address: string) => boolean;
  /** A paragraph that the page may show above the note instead of in it, such as its deck. */
  readonly lead?: string;
}

/**
 * What somebody reads of a page: the note, from the element that is marked as it, else from the
 * page's article, main part or body. The title is the page's own; marks and scripts are passed over.
 */
export function readingOf(html: string, options: ReadingOptions = {}): Reading {
  const document = parsePage(html);
  const note = noteIn(document);
  const reader = new Reader(options);
  reader.read(note);
  const lead = leadAbove(document, note, options.lead, reader.text);
  const publishedAt = publishedIn(document);
  const banner = note.querySelector(`[${frameMark}="${bannerFrame}"]`)?.textContent;
  return {
    title: titleIn(document, note),
    text: [...lead, ...reader.text],
    tables: reader.tables,
    pictures: reader.pictures,
    links: reader.links,
    ...(publishedAt !== undefined && {publishedAt}),
    ...(note.hasAttribute(releaseMark) && {banner: even(banner ?? "")}),
  };
}

/** The addresses of a note's pictures, for whoever wants to know whether they load. */
export function pictureAddresses(html: string, base?: string): string[] {
  const found = new Set<string>();
  const loads = (address: string) => found.add(address) !== undefined;
  readingOf(html, {...(base !== undefined && {base}), loads});
  return [...found];
}

const noteIn = (document: PageDocument): PageElement =>
  [`[${noteMark}]`, "article", "main"].reduce<PageElement | null>(
    (found, selector) => found ?? document.querySelector(selector),
    null,
  ) ?? document.body;

const passedOver = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "H1", "HEAD"]);
const blocks = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H2 H3
   H4 H5 H6 HEADER HR HTML LI MAIN NAV OL P PRE SECTION SUMMARY UL`.split(/\s+/),
);

/** No page of words nests deeper; what does is read without its marks. */
const deepest = 400;

class Reader {
  readonly text: string[] = [];
  readonly tables: string[][][] = [];
  readonly pictures: {alt: string; loads: boolean}[] = [];
  readonly links: {text: string; href: string}[] = [];
  readonly #options: ReadingOptions;
  #line = "";
  #depth = 0;

  constructor(options: ReadingOptions) {
    this.#options = options;
  }

  read(element: PageElement): void {
    this.#children(element);
    this.#end();
  }

  #node(node: PageNode): void {
    if (isText(node)) this.#line += node.textContent ?? "";
    if (isElement(node)) this.#element(node);
  }

  #element(element: PageElement): void {
    const name = element.tagName.toUpperCase();
    if (passedOver.has(name) || element.hasAttribute("hidden")) return;
    if (element.hasAttribute(frameMark) || isFile(element)) return;
    if (name === "TABLE") this.#table(element);
    else if (name === "IMG") this.#image(element);
    else if (isDrawing(element)) this.#picture(element.getAttribute("aria-label") ?? "", true);
    else if (name === "BR") this.#line += " ";
    else if (name === "A") this.#link(element);
    else if (blocks.has(name)) this.#block(element);
    else this.#children(element);
  }

  #children(element: PageElement): void {
    if (this.#depth === deepest) {
      this.#line += element.textContent ?? "";
      return;
    }
    this.#depth += 1;
    for (const child of element.childNodes) this.#node(child);
    this.#depth -= 1;
  }

  #block(element: PageElement): void {
    this.#end();
    this.#children(element);
    this.#end();
  }

  #end(): void {
    const line = even(this.#line);
    if (line !== "") this.text.push(line);
    this.#line = "";
  }

  #table(element: PageElement): void {
    this.#end();
    const caption = element.querySelector("caption");
    if (caption) this.#block(caption);
    const rows = [...element.querySelectorAll("tr")].map(row =>
      [...row.querySelectorAll("th, td")].map(cell => this.#cell(cell)),
    );
    this.tables.push(rows.filter(row => row.some(cell => cell !== "")));
  }

  /** Its words, whatever blocks they stand in; its links and pictures are the note's. */
  #cell(element: PageElement): string {
    const before = this.text.length;
    this.#block(element);
    return this.text.splice(before).join(" ");
  }

  #link(element: PageElement): void {
    const href = element.getAttribute("href");
    this.#children(element);
    if (href !== null) this.links.push({text: wordsOf(element), href: this.#absolute(href)});
  }

  /** Some blogs write an emoji as a picture: it is a letter still. */
  #image(element: PageElement): void {
    const alt = element.getAttribute("alt") ?? "";
    if (/\bemoji\b/.test(element.getAttribute("class") ?? "")) this.#line += alt;
    else {
      const addresses = [element.getAttribute("src") ?? "", ...drawingsBeside(element)];
      this.#picture(alt, addresses.map(one => this.#loads(one)).every(Boolean));
    }
  }

  #loads(address: string): boolean {
    const absolute = this.#absolute(address);
    return absolute !== "" && (this.#options.loads?.(absolute) ?? true);
  }

  #picture(alt: string, loads: boolean): void {
    this.pictures.push({alt: even(alt), loads});
  }

  #absolute(address: string): string {
    const {base} = this.#options;
    return base !== undefined && URL.canParse(address, base)
      ? new URL(address, base).href
      : address;
  }
}

/** Offered to be saved, beside the note: such as the data of a chart. */
const isFile = (element: PageElement) =>
  element.tagName.toUpperCase() === "A" && element.hasAttribute("download");

/** A drawing that is part of the page, or the one picture that several of them are: one for a phone, one for others. */
const isDrawing = (element: PageElement) =>
  element.tagName.toUpperCase() === "SVG" ||
  (element.getAttribute("role") === "img" && element.querySelector("svg") !== null);

/** What a page shows in place of an image, as on a phone. */
function drawingsBeside({parentElement}: PageElement): string[] {
  if (parentElement?.tagName.toUpperCase() !== "PICTURE") return [];
  const sources = [...parentElement.querySelectorAll("source")];
  return sources.map(source => source.getAttribute("srcset") ?? "");
}

/** The page's title as it is shown: the last one above the note, else what the page says of itself. */
function titleIn(document: PageDocument, note: PageElement): string {
  const inside = note.querySelector("h1");
  const above = aboveNote(document, note, "h1").at(-1);
  const shown = wordsOf(inside ?? above ?? document.querySelector("h1"));
  return shown || contentOf(document, "og:title") || even(document.title);
}

function leadAbove(
  document: PageDocument,
  note: PageElement,
  lead: string | undefined,
  text: readonly string[],
): string[] {
  if (lead === undefined || text.includes(even(lead))) return [];
  const shown = aboveNote(document, note, "p, div").some(one => wordsOf(one) === even(lead));
  return shown ? [even(lead)] : [];
}

/** What begins and ends before the note does. */
function aboveNote(document: PageDocument, note: PageElement, selector: string): PageElement[] {
  const all = [...document.querySelectorAll("*")];
  const before = new Set(all.slice(0, all.indexOf(note)));
  return [...document.querySelectorAll(selector)].filter(
    one => before.has(one) && !one.contains(note),
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Where the page gives the hour as well. */
function publishedIn(document: PageDocument): string | undefined {
  const times = [...document.querySelectorAll("time[datetime]")].map(
    time => time.getAttribute("datetime") ?? "",
  );
  const found = [contentOf(document, "article:published_time"), ...times].find(
    one => instant.test(one) && !Number.isNaN(Date.parse(one)),
  );
  return found === undefined ? undefined : new Date(found).toISOString();
}

function contentOf(document: PageDocument, property: string): string {
  const meta = document.querySelector(`meta[property="${property}"]`);
  return even(meta?.getAttribute("content") ?? "");
}

const wordsOf = (element: PageElement | null): string => even(element?.textContent ?? "");

/** White space made even. */
const even = (text: string): string => text.replace(/[\s\u00ad]+/gu, " ").trim();
