import {blocksOf} from "../../markdown/blocks.ts";
import {readFrontMatter} from "../../markdown/frontMatter.ts";
import type {FigurePlace} from "../../model/figurePlace.ts";
import {linkedHtml} from "../../render/anchors.ts";
import {type Drawing, toHtml} from "../../render/markup.ts";

/** A note as its page shows it. */
export interface Content {
  /** The whole note, with a link from each figure to its line in the evidence. */
  readonly html: string;
  /** Its sections. */
  readonly headings: readonly {readonly id: string; readonly text: string}[];
  /** The places of figures that have a link, by figure, in the order of the text. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
}

/** The note's text as HTML, figures linked to `lines`, the address of the page of their lines. */
export function contentOf(
  text: string,
  charts: ReadonlyMap<string, string>,
  places: readonly FigurePlace[],
  lines: string,
): Content {
  const {html, linked} = linkedHtml(text, charts, places, lines);
  return {html: reachable(html), headings: headingsOf(html), linked};
}

/** The note without its front matter. */
export const htmlOf = (markdown: string, drawing: Drawing) =>
  toHtml(blocksOf(readFrontMatter(markdown).body), drawing);

/** A chart that is wider than a phone is scrolled, by keyboard as well. */
const reachable = (html: string) =>
  html.replaceAll('<div class="chart">', '<div class="chart" tabindex="0">');

function headingsOf(html: string): Content["headings"] {
  return [...html.matchAll(/<h2 id="([^"]*)">([\s\S]*?)<\/h2>/g)].map(
    ([, id = "", inner = ""]) => ({
      id,
      text: wordsOf(inner),
    }),
  );
}

/** HTML of ours without its tags; still escaped. */
export const wordsOf = (html: string) => html.replace(/<[^>]*>/g, "");

/** The words that a note is found by, each once; the long tables at its end hold names for machines. */
export function searchWords(text: string): string {
  const words = folded(readFrontMatter(text).body.replace(longTable, "\n")).match(
    /[\p{L}\p{N}]{2,}/gu,
  );
  return [...new Set(words)]
    .filter(word => word.length <= 40 && /\p{L}/u.test(word))
    .toSorted()
    .join(" ");
}

const longTable = /(?:^\|.*\n){27,}/gm;

/**
 * Letters as they are searched for: small, without marks, and Turkish i's alike.
 *
 * @example folded("İĞDIR Şu") // "igdir su"
 */
export function folded(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ı", "i");
}
