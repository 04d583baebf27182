import type {Customs} from "../format/customs.ts";
import {customsOf} from "../languages/customs.ts";
import type {Chart} from "../model/chart.ts";
import type {House} from "../model/house.ts";
import type {About} from "./about.ts";
import {lineIn, lineOf} from "./cardLine.ts";
import {letteringOf} from "./fonts.ts";
import {legible} from "./legible.ts";
import {cardSize} from "./metadata.ts";
import {escapeXml} from "./xml.ts";

const {width, height} = cardSize;
const margin = 72;
const full = width - 2 * margin;
/** As in `page.css`, where the house has no other. */
const plainColours = {ink: "#16191d", soft: "#545a62", accent: "#0b4a6f", alarm: "#9a1b1b"};
const serif = "Source Serif 4, Inter";
const sans = "Inter, Source Serif 4";

/** Beside the title, where there are closes. */
const lineWidth = 380;
const lineGap = 48;
const besideLine = [66, 58, 50, 46, 42] as const;
/** Where the figures begin. */
const figuresTop = 430;

/** Sizes of the title, in px, and how many lines of each there is room for. */
const titles = [
  {size: 68, lines: 3},
  {size: 58, lines: 4},
  {size: 48, lines: 5},
  {size: 40, lines: 6},
] as const;

/**
 * The note's picture for previews, as SVG: title, coin, as-of, the first of the key data, the house,
 * and the line of the closes where the title leaves room for it beside it. A title is set as large as it fits; one that fits in no size loses words at its end, never part of
 * one.
 */
export async function cardSvg(
  about: About,
  house: House,
  charts: readonly Chart[] = [],
  customs: Customs = customsOf(about.locale),
): Promise<string> {
  const figures = about.keyData
    .map(({label, value}) => ({label, value: value.replace(/[,;] .*/s, "")}))
    .filter(({value}) => figureSize(value) >= smallestFigure)
    .slice(0, 3);
  const words = [about.title, about.asset.name, about.header, about.banner ?? "", house.name];
  const all = [...words, ...figures.flatMap(({label, value}) => [label, value])];
  const {undrawn} = await letteringOf(JSON.stringify(all));
  const {name, symbol, id} = about.asset;
  const clear = (text: string) =>
    legible(text.replace(/[\s\p{Cc}]+/gu, " ").trim(), undrawn, [
      [name, symbol, id],
      [symbol, id],
    ]);
  const heading = clear(about.title);
  const line = lineOf(charts);
  const {ink, soft, accent, alarm} = {...plainColours, ...house.colours};
  const top = about.banner ? 150 : 118;
  const sizes = besideLine.map(size => ({size, lines: linesOf(size, figuresTop - top - 14)}));
  const beside = line && fitted(heading, sizes, full - lineWidth - lineGap);
  const title = beside ?? fit(heading);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    about.banner ? bannerOf(clear(about.banner), alarm) : "",
    `<rect x="${margin}" y="${top - 52}" width="92" height="10" fill="${accent}"/>`,
    ...title.lines.map((line, i) =>
      text(line, margin, top + 14 + title.size * (0.8 + 1.14 * i), {
        size: title.size,
        family: serif,
        weight: 600,
        fill: ink,
      }),
    ),
    line && beside
      ? lineIn({...line, customs}, [width - margin - lineWidth, top - 52, width - margin, 418], {
          accent,
          soft,
          family: sans,
        })
      : "",
    ...figures.map(({label, value}, i) =>
      figureOf(clear(label), clear(value), {place: i, soft, accent}),
    ),
    `<rect x="${margin}" y="${height - 92}" width="${full}" height="2" fill="#c9ccd0"/>`,
    text(shortened(clear(about.header), 27, full), margin, height - 44, {
      size: 27,
      fill: soft,
    }),
    "</svg>",
  ].join("");
}

function bannerOf(words: string, ground: string): string {
  const line = shortened(words, 26, full);
  return `<rect width="${width}" height="56" fill="${ground}"/>${text(line, width / 2, 38, {size: 26, fill: "#fff", weight: 600, anchor: "middle"})}`;
}

const column = full / 3;
/** In px: smaller is not read where a preview is small. */
const smallestFigure = 22;

/** As large as it fits into its column. */
const figureSize = (value: string) =>
  Math.floor(Math.min(39, (39 * (column - 28)) / Math.max(1, measure(value, 39))));

function figureOf(
  label: string,
  value: string,
  {place, soft, accent}: {place: number; soft: string; accent: string},
): string {
  const x = margin + column * place;
  return (
    text(shortened(label, 27, column - 28), x, 462, {size: 27, fill: soft}) +
    text(value, x, 512, {size: figureSize(value), weight: 600, fill: accent})
  );
}

interface Style {
  readonly size: number;
  readonly family?: string;
  readonly weight?: number;
  readonly fill: string;
  readonly anchor?: string;
}

function text(words: string, x: number, y: number, style: Style): string {
  const {size, family = sans, weight = 400, fill, anchor = "start"} = style;
  return `<text x="${x}" y="${Math.round(y)}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escapeXml(words)}</text>`;
}

/** How many lines of that size there is room for, the last with what hangs below it. */
const linesOf = (size: number, room: number) => Math.floor((room / size - 1.05) / 1.14) + 1;

interface Title {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The largest of the sizes in which the title fits, and its lines. */
function fitted(
  title: string,
  sizes: readonly {readonly size: number; readonly lines: number}[],
  room: number,
): Title | undefined {
  for (const {size, lines} of sizes) {
    const broken = broke(title, size, room);
    if (broken.length <= lines) return {size, lines: broken};
  }
  return undefined;
}

/** Over the whole width, and shortened where it fits in no size. */
function fit(title: string): Title {
  const whole = fitted(title, titles, full);
  if (whole) return whole;
  const {size, lines} = titles.at(-1)!;
  const kept = broke(title, size, full).slice(0, lines);
  return {size, lines: [...kept.slice(0, -1), `${kept.at(-1)!.replace(/\s*\S+$/, "")} …`]};
}

function broke(words: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ").flatMap(word => pieces(word, size, room))) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && measure(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word that no line holds, such as a made-up name, in pieces that one does. */
function pieces(word: string, size: number, room: number): string[] {
  if (measure(word, size) <= room) return [word];
  const all: string[] = [""];
  for (const char of word) {
    if (measure(all.at(-1)! + char, size) > room) all.push("");
    all[all.length - 1] += char;
  }
  return all;
}

/** A line cut after a whole word where it is too long. */
function shortened(words: string, size: number, room: number): string {
  if (measure(words, size) <= room) return words;
  const kept = words.split(" ");
  while (kept.length > 1 && measure(`${kept.join(" ")} …`, size) > room) kept.pop();
  return `${kept.join(" ")} …`;
}

/** An upper bound of a line's width, in px, by classes of letters: full width, broad, narrow. */
function measure(words: string, size: number): number {
  const ems = [...words].map(char => {
    if (
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]|\p{Emoji_Presentation}/u.test(
        char,
      )
    )
      return 1.25;
    if (/[mwMW@%—…]/.test(char)) return 0.92;
    if (/[\p{Lu}\p{N}$€£+−=<>&]/u.test(char)) return 0.68;
    return /[ ,.:;'’!|iıljtfr()[\]-]/.test(char) ? 0.36 : 0.58;
  });
  return size * ems.reduce((a, b) => a + b, 0);
}
