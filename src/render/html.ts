import Handlebars from "handlebars";
import type {FigurePlace} from "../model/figurePlace.ts";
import type {Paper} from "../model/form.ts";
import {type House, plainHouse} from "../model/house.ts";
import {linkedHtml} from "./anchors.ts";
import {chartStyle} from "./charts/pageStyle.ts";
import {withContents} from "./contents.ts";
import {cssString} from "./css.ts";
import {type Backing, evidenceHtml} from "./evidence/evidenceHtml.ts";
import {extraFonts, letteringOf} from "./fonts.ts";
import {has, is} from "./helpers.ts";
import {houseStyle, logoAddress} from "./houseStyle.ts";
import {compileLayout} from "./layout.ts";
import {legible, legibleHtml, type Spellings, undrawnNotice} from "./legible.ts";
import {heldToPolicy} from "./pagePolicy.ts";
import {pageFiles, readTemplates, type Templates} from "./templates.ts";

/** A note and what its page needs beside the Markdown. All of it is text, and none of it is trusted. */
export interface Page {
  /** The note; YAML front matter is left out of the page. */
  readonly markdown: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Runs at the head of every page, such as "Assay · Bittensor · 20 March 2026, 01:53 UTC". */
  readonly header: string;
  /** Stands out on every page, such as "Simulated market". */
  readonly banner?: string;
  /** The wording of page numbers, with the places `{page}` and `{pages}`. */
  readonly pageOf: string;
  /** SVG by the path that the Markdown gives its image. */
  readonly charts: ReadonlyMap<string, string>;
  readonly paper: Paper;
  /** How to write names that no font draws. */
  readonly spellings?: readonly Spellings[];
  /** What the page's head says to machines, as made by `metadataOf`. */
  readonly metadata?: string;
  /** What stands behind it: figures of the text lead to where they come from, below it. */
  readonly backing?: Backing & {readonly places: readonly FigurePlace[]};
  /** Unless given, the plain one. */
  readonly house?: House;
  /** Unless given, ours. */
  readonly templates?: Templates;
}

/**
 * The note as one HTML file that needs nothing else: charts and fonts lie inside, nothing can be
 * loaded or run (a policy in the page forbids it), and raw HTML in the Markdown is shown as text.
 * Characters that no font of ours draws are told to `notify` and written otherwise.
 */
export async function renderHtml(
  page: Page,
  notify: (notice: string) => void = () => {},
): Promise<string> {
  const content = contentOf(page);
  const text = [content, page.header, page.banner, page.pageOf].join("\n");
  const {house = plainHouse} = page;
  const templates = page.templates ?? (await readTemplates());
  const {css, undrawn} = await letteringOf(text, {italic: hasItalics(content, templates)});
  if (undrawn.length > 0) notify(undrawnNotice(undrawn, extraFonts()));
  const spellings = page.spellings ?? [];
  const header = legible(oneLine(page.header), undrawn, spellings);
  const banner = page.banner && legible(oneLine(page.banner), undrawn, spellings);
  const html = layoutOf(templates)({
    lang: page.lang,
    title: oneLine(page.title),
    description: oneLine(page.description),
    metadata: markup(page.metadata ?? ""),
    header,
    banner,
    name: oneLine(house.name),
    logo: logoAddress(house),
    content: markup(legibleHtml(content, undrawn, spellings)),
    fonts: markup(css),
    style: markup(`${chartStyle}\n${templates.get("page.css")!.text}`),
    print: markup(templates.get("print.css")!.text),
    house: markup(houseStyle(house)),
    paper: page.paper,
    headerText: markup(cssString(header)),
    bannerText: banner && markup(cssString(banner)),
    pageNumber: markup(pageNumber(page.pageOf)),
  });
  return heldToPolicy(html, templates.get("page.hbs")!);
}

function contentOf({markdown, charts, backing}: Page): string {
  const linked = linkedHtml(markdown, charts, backing?.places ?? [], "");
  if (!backing) return linked.html;
  const html = `${linked.html}
${evidenceHtml(linked, backing)}`;
  return withContents(html, backing.words.contents);
}

/** The text stresses something, or a style of the house may. */
const hasItalics = (content: string, templates: Templates): boolean =>
  content.includes("<i>") || pageFiles.some(name => templates.get(name)?.text.includes("italic"));

/** Controls, and marks that turn the writing direction round, have no place in one line of text. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
}

/** "{page} of {pages}" as a value of the CSS property `content`. */
function pageNumber(wording: string): string {
  const counters: Record<string, string> = {"{page}": "counter(page)", "{pages}": "counter(pages)"};
  return wording
    .split(/(\{pages?\})/)
    .filter(Boolean)
    .map(part => counters[part] ?? cssString(part))
    .join(" ");
}

/** Text of ours that stands in the page as it is; all other is escaped, whatever a template says. */
const markup = (text: string) => new Handlebars.SafeString(text);

const kit = {
  writers: {},
  values: {is, has},
  shown: (value: unknown) => Handlebars.escapeExpression(value as string),
};

const compiled = new WeakMap<Templates, (view: object) => string>();

function layoutOf(templates: Templates): (view: object) => string {
  const known =
    compiled.get(templates) ?? compileLayout(templates.get("page.hbs")!, templates, kit);
  compiled.set(templates, known);
  return known;
}
