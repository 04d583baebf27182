import {z} from "zod";
import {markNumbers} from "../../check/marks.ts";
import type {Evidence} from "../../model/evidence.ts";

const placeSchema = z.strictObject({
  from: z.int().min(0).describe("In UTF-16 code units of note.md, from 0"),
  to: z.int().min(0),
  figure: z.string().describe("Id of the figure in evidence.json"),
});

/** Which words of `note.md` print which figure of `evidence.json`. */
export const placesSchema = z.strictObject({
  schema: z.literal("assay/places@1"),
  places: z.array(placeSchema),
});

/** Words of a text that print a figure. */
export type FigurePlace = Readonly<z.output<typeof placeSchema>>;

export const placesFile = "places.json";

export const placesText = (places: readonly FigurePlace[]) =>
  `${JSON.stringify({schema: "assay/places@1", places})}\n`;

/** Where a text prints figures of the evidence, in its order; no two cover the same words. */
export function figurePlaces(text: string, evidence: Evidence): FigurePlace[] {
  const known = new Set(evidence.figures.map(({id}) => id));
  let end = 0;
  return markNumbers(text, evidence).flatMap(({from, to, figure, status}) => {
    const held = status === "supported" || status === "edited";
    if (!held || figure === undefined || !known.has(figure) || from < end) return [];
    end = to;
    return [{from, to, figure}];
  });
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
