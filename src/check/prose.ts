import type {Tokens} from "marked";
import {checkLanguages} from "../languages/check.ts";
import {type Block, blocksOf, isOnly, type Placed} from "../markdown/blocks.ts";
import {type Field, type FrontMatter, readFrontMatter} from "../markdown/frontMatter.ts";
import {type Marked, readInline, readValue, sourceOf} from "./inline.ts";
import {wordsOf} from "./known.ts";
import type {CheckLanguage, CheckLanguages} from "./language.ts";
import {type NameFinder, noNames} from "./names.ts";
import {type Place, placesOf} from "./places.ts";
import {sentencesOf} from "./split.ts";

/** A text as its reader sees it, sentence by sentence. */
export interface Prose {
  readonly language: CheckLanguage;
  readonly sentences: readonly Sentence[];
}

export type Role =
  | "title"
  | "deck"
  | "heading"
  | "paragraph"
  | "quote"
  | "item"
  | "cell"
  | "caption"
  | "source"
  | "front-title"
  | "front-description";

export interface Sentence {
  /** Without mark-up, escapes and the targets of links. */
  readonly text: string;
  /** Where a character of the text stands in the file, counted from 1. */
  readonly place: (offset: number) => Place;
  readonly role: Role;
  readonly table?: TablePlace;
  /** The targets of the links in it. */
  readonly links: readonly string[];
  /** Number of the paragraph, item or cell it belongs to: neighbours share it. */
  readonly block: number;
}

export interface TablePlace {
  /** From 0; the row of headings is none. */
  readonly row: number;
  readonly column: number;
  readonly columnHeading: string;
  readonly rowHeading: string;
}

/** What is read by itself: a heading, a paragraph, an item, a cell. Its stretches of the source, in their order. */
interface Part {
  readonly spans: readonly Span[];
  /** Where it was read already. */
  readonly marked?: Marked;
  readonly role: Role;
  readonly table?: TablePlace;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Markdown or plain text as sentences that know where they stand. Title and description of the
 * front matter are read; code, addresses and paths of images are not. No sentence ends in a name.
 */
export function proseOf(
  file: string,
  names: NameFinder = noNames,
  languages: CheckLanguages = checkLanguages,
): Prose {
  const front = readFrontMatter(file);
  const {source} = front;
  const {place} = placesOf(source);
  const sentences: Sentence[] = [];
  const body = bodyOf(source, blocksOf(front.body, front.bodyOffset));
  const parts = [...fieldsOf(front), ...body].map(part => ({
    ...part,
    marked: part.marked ?? readInline(source, part.spans),
  }));
  const texts = parts.map(({marked}) => marked.text);
  const language = languageOf(front.lang?.text, texts, languages);
  for (const [number, part] of parts.entries()) {
    const found = sentencesOf(part.marked, names, language);
    for (const [i, one] of found.entries()) {
      const source = found[i + 1];
      const links = source && isSource(source) ? [...one.links, ...source.links] : one.links;
      sentences.push(sentence(one, links, part, number, place));
    }
  }
  return {language, sentences};
}

/** "(Reuters)": it stands behind the sentence that it is the source of. */
const isSource = ({text}: Marked) => /^\(.*\)\.?$/s.test(text);

function sentence(
  {text, runs}: Marked,
  links: Marked["links"],
  {role, table}: Part,
  block: number,
  place: (offset: number) => Place,
): Sentence {
  return {
    text,
    place: offset => place(sourceOf({runs}, offset)),
    role,
    links: links.map(({href}) => href),
    block,
    ...(table && {table}),
  };
}

function fieldsOf({source, title, description}: FrontMatter): Part[] {
  const part = (field: Field, role: Role): Part => ({
    spans: [field],
    marked: readValue(source, field),
    role,
  });
  return [
    ...(title ? [part(title, "front-title")] : []),
    ...(description ? [part(description, "front-description")] : []),
  ];
}

function bodyOf(source: string, blocks: readonly Block[]): Part[] {
  const plain = !blocks.some(block => block.kind === "plain" && block.token.type === "heading");
  const parts: Part[] = [];
  let titled = false;
  for (const block of blocks) {
    const found: Part[] = plain ? plainPartsOf(block, source, titled) : partsOf(block, source);
    for (const part of found) {
      if (part.role === "title") titled = true;
      parts.push(part);
    }
  }
  return parts;
}

function partsOf(block: Block, source: string): Part[] {
  switch (block.kind) {
    case "deck":
      return [paragraph(block.token, source, "deck")];
    case "dateline":
      return [paragraph(block.token, source, "paragraph")];
    case "keyData":
      return [...cellsOf(block.token, source), ...sourceLine(block.source, source)];
    case "brief":
      return [paragraph(block.title, source, "caption"), ...itemsOf(block.list, source)];
    case "exhibit":
      return [
        ...(block.caption ? [paragraph(block.caption, source, "caption")] : []),
        ...tokenParts(block.body, source),
        ...sourceLine(block.source, source),
      ];
    case "plain":
      return tokenParts(block.token, source);
  }
}

function tokenParts(token: Placed, source: string): Part[] {
  switch (token.type) {
    case "heading":
      return [heading(token as Placed<Tokens.Heading>, source)];
    case "paragraph":
      return [
        paragraph(token, source, isCaption(token as Tokens.Paragraph) ? "caption" : "paragraph"),
      ];
    case "text":
      return [paragraph(token, source, "paragraph")];
    case "list":
      return itemsOf(token, source);
    case "blockquote":
      return [
        {spans: linesOf(token, source).map(one => past(one, source, /^[ \t>]*/)), role: "quote"},
      ];
    case "table":
      return cellsOf(token, source);
    case "html":
      return [{spans: [token], role: "paragraph"}];
    default:
      return [];
  }
}

function paragraph(span: Span, source: string, role: Role): Part {
  return {spans: linesOf(span, source), role};
}

/** A label, or the words of a picture. */
const isCaption = (token: Tokens.Paragraph) => isOnly(token, "strong") || isOnly(token, "image");

function sourceLine(token: Placed | undefined, source: string): Part[] {
  return token ? [paragraph(token, source, "source")] : [];
}

/** Without the marks before, below or behind it. */
function heading({text, depth, from}: Placed<Tokens.Heading>, source: string): Part {
  const begin = source.indexOf(text, from);
  const spans = linesOf({from: begin, to: begin + text.length}, source);
  return {spans, role: depth === 1 ? "title" : "heading"};
}

/**
 * Text without headings of its own: a short line that ends like none is one, the first the title.
 * A line that had room for the next word was not wrapped but ended.
 */
function plainPartsOf(block: Block, source: string, titled: boolean): Part[] {
  if (block.kind !== "plain" || (block.token.type !== "paragraph" && block.token.type !== "text"))
    return partsOf(block, source);

  const lines = linesOf(block.token, source);
  const length = ({from, to}: Span) => to - from;
  // Lines as short as these were not wrapped at all.
  const longest = lines.map(length).reduce((most, one) => Math.max(most, one), 40);
  const groups: Span[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const word = /^\S*/.exec(source.slice(line.from, line.to))![0].length;
    if (before && length(before) + 1 + word > longest) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map(spans => {
    const text = source.slice(spans[0]!.from, spans.at(-1)!.to).trim();
    const heading = lines.length === 1 && text.length <= 120 && !/[.!?:…,;)]["”’]?$/.test(text);
    return {spans, role: !heading ? "paragraph" : titled ? "heading" : "title"};
  });
}

function itemsOf(span: Span, source: string): Part[] {
  const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
  const items: Span[][] = [];
  for (const line of linesOf(span, source)) {
    const starts = bullet.test(source.slice(line.from, line.to));
    if (starts || items.length === 0) items.push([past(line, source, bullet)]);
    else items.at(-1)!.push(past(line, source, /^[ \t]*/));
  }
  return items.map(spans => ({spans, role: "item"}));
}

function cellsOf(span: Span, source: string): Part[] {
  const [heads = [], , ...rows] = linesOf(span, source).map(line =>
    cellSpans(line, source).map(cell => ({
      spans: [cell],
      role: "cell" as const,
      marked: readInline(source, [cell]),
    })),
  );
  // An empty first cell continues the row above.
  let rowHeading = "";
  return [
    ...heads,
    ...rows.flatMap((row, i) => {
      rowHeading = row[0]?.marked.text || rowHeading;
      return row.map((cell, column) => ({
        ...cell,
        table: {row: i, column, columnHeading: heads[column]?.marked.text ?? "", rowHeading},
      }));
    }),
  ];
}

function cellSpans(line: Span, source: string): Span[] {
  const cells: Span[] = [];
  let from = line.from;
  for (let i = line.from; i <= line.to; i++) {
    if (i < line.to && (source[i] !== "|" || source[i - 1] === "\\")) continue;
    const cell = trimmed({from, to: i}, source);
    const outer =
      cell.from === cell.to && (cells.length === 0 ? from === line.from : i === line.to);
    if (!outer) cells.push(cell);
    from = i + 1;
  }
  return cells;
}

function trimmed({from, to}: Span, source: string): Span {
  while (from < to && /\s/.test(source[from]!)) from++;
  while (to > from && /\s/.test(source[to - 1]!)) to--;
  return {from, to};
}

function linesOf({from, to}: Span, source: string): Span[] {
  const lines: Span[] = [];
  for (let start = from; start < to; ) {
    const next = source.indexOf("\n", start);
    const end = next < 0 || next > to ? to : next;
    const line = trimmed({from: start, to: end}, source);
    if (line.from < line.to) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function past({from, to}: Span, source: string, marks: RegExp): Span {
  return {from: from + (marks.exec(source.slice(from, to))?.[0].length ?? 0), to};
}

/** Paragraphs by which the language of a text is told. */
const mostRead = 60;

/** What the text says of itself, or that of which it has most words; the first where it has none. */
function languageOf(
  lang: string | undefined,
  texts: readonly string[],
  languages: CheckLanguages,
): CheckLanguage {
  const said = languages.find(({code}) => code === lang);
  if (said) return said;
  const words = texts.slice(0, mostRead).join(" ");
  const counts = languages.map(language => wordsOf(language, words));
  const found = languages[counts.indexOf(Math.max(...counts))];
  if (!found) throw new RangeError("there is no language to read the text in");
  return found;
}
