import {blocksOf} from "../markdown/blocks.ts";
import {readFrontMatter} from "../markdown/frontMatter.ts";
import type {FigurePlace} from "../model/figurePlace.ts";
import {type Drawing, inPlace, toHtml} from "./markup.ts";

/** A note whose figures lead to their lines. */
export interface Linked {
  readonly html: string;
  /** The places of figures that have a link, by figure, in the order of the text. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
}

/** The note's text as HTML, figures linked to `lines`, the address of the page of their lines. */
export function linkedHtml(
  text: string,
  charts: ReadonlyMap<string, string>,
  places: readonly FigurePlace[],
  lines: string,
): Linked {
  const linked = new Map<string, string[]>();
  const {body, bodyOffset} = readFrontMatter(text);
  const html = anchored(
    body,
    places.flatMap(({from, to, figure}) =>
      from < bodyOffset ? [] : [{from: from - bodyOffset, to: to - bodyOffset, figure}],
    ),
    markdown => toHtml(blocksOf(markdown), held(charts)),
    (words, {figure}, index) => {
      const id = `t${index + 1}`;
      const before = linked.get(figure);
      linked.set(figure, [...(before ?? []), id]);
      // One stop of the keyboard for each figure: its line leads to all of its places.
      const stop = before ? ' tabindex="-1"' : "";
      return `<a class="fig" id="${id}" href="${lines}#${lineId(figure)}"${stop}>${words}</a>`;
    },
  );
  return {html: drawn(html, charts), linked};
}

/** A chart's place, which is anchored as the chart would be and is a hundredth of it. */
const held =
  (charts: ReadonlyMap<string, string>): Drawing =>
  (path, alt) =>
    charts.has(path) ? `<svg id="${path}" aria-label="${alt}"></svg>` : undefined;

/** With the charts in their places. What a text says stands escaped, and is none. */
function drawn(html: string, charts: ReadonlyMap<string, string>): string {
  const draw = inPlace(charts);
  return html.replace(
    /<svg id="([^"]*)" aria-label="([^"]*)"><\/svg>/g,
    (place, path: string, alt: string) => draw(path, alt) ?? place,
  );
}

// What stands for an anchor in the Markdown while it is made HTML: characters for private use, which
// are letters to Markdown and to nobody else.
const [open, close] = ["\uE000", "\uE001"];
const digit = 0xe010;
const ours = /[\uE000\uE001\uE010-\uE019]/g;
const number = (index: number) =>
  [...String(index)].map(one => String.fromCharCode(digit + Number(one))).join("");
const read = (written: string) =>
  Number([...written].map(one => one.charCodeAt(0) - digit).join(""));

/** An anchor as it stands in the page. */
export type Anchor = (words: string, place: FigurePlace, index: number) => string;

/**
 * What `render` makes of the text, with an anchor around each place that one can stand at: not
 * within a link, and not across mark-up. Beside the anchors it is what `render` makes of the text
 * alone, whatever the text is.
 */
export function anchored(
  text: string,
  places: readonly FigurePlace[],
  render: (text: string) => string,
  anchor: Anchor,
): string {
  const plain = render(text);
  if (text.search(ours) !== -1) return plain;
  const attempts = [places, places.filter(place => !isBesideMarkup(text, place))];
  for (const some of attempts) {
    const marked = render(withMarks(text, some));
    if (alike(marked.replace(ours, ""), plain)) return withAnchors(marked, some, anchor);
  }
  return plain;
}

function withMarks(text: string, places: readonly FigurePlace[]): string {
  let [marked, at] = ["", 0];
  for (const [index, {from, to}] of places.entries()) {
    marked += `${text.slice(at, from)}${open}${number(index)}${open}${text.slice(from, to)}${close}`;
    at = to;
  }
  return marked + text.slice(at);
}

/** White space that does not break is put in by the look of what stands beside it. */
const alike = (one: string, other: string) => even(one) === even(other);
const even = (text: string) => text.replaceAll("\u00A0", " ");

const markup = /[\\*_`~[\]()<>&|#!@/:]/;

function isBesideMarkup(text: string, {from, to}: FigurePlace): boolean {
  const line = text.slice(text.lastIndexOf("\n", from) + 1, from);
  return (
    markup.test(text.charAt(from - 1)) ||
    markup.test(text.charAt(to)) ||
    /(?:\/\/|www\.|mailto:)\S*$/i.test(line)
  );
}

const piece =
  /<(\/?)([a-z][\w-]*)[^>]*>|\uE000([\uE010-\uE019]+)\uE000([^<\uE000\uE001]*)\uE001|[\uE000\uE001\uE010-\uE019]+/gi;

function withAnchors(html: string, places: readonly FigurePlace[], anchor: Anchor): string {
  let links = 0;
  return html.replace(piece, (whole, end?: string, tag?: string, at?: string, words?: string) => {
    if (tag !== undefined) {
      if (tag.toLowerCase() === "a") links += end ? -1 : 1;
      return whole.replace(ours, "");
    }
    if (at === undefined || words === undefined) return "";
    const place = places[read(at)];
    return place && links === 0 && words !== "" ? anchor(words, place, read(at)) : words;
  });
}

/**
 * What a figure's line is called in its page.
 *
 * @example lineId("price.usd") // "f-price.usd"
 * @example lineId("change24h.a b") // "f-change24h.a_20_b"
 */
export const lineId = (figure: string) =>
  `f-${figure.replace(/[^\w.:-]|_/gu, char => `_${(char.codePointAt(0) ?? 0).toString(16)}_`)}`;
