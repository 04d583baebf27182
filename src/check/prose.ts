import {Lexer, type Token} from "marked";
import {type Marked, readInline, sourceOf} from "./inline.ts";
import type {NameFinder} from "./names.ts";
import {sentencesOf} from "./split.ts";

/** A text as its reader sees it, sentence by sentence. */
export interface Prose {
  readonly locale: ProseLocale;
  readonly sentences: readonly Sentence[];
}

export type ProseLocale = "en" | "tr";

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
  | "front-matter";

export interface Sentence {
  /** Without mark-up, escapes and the targets of links. */
  readonly text: string;
  /** Where a character of the text stands in the file, counted from 1. */
  readonly place: (offset: number) => Place;
  readonly role: Role;
  /** The heading it stands under. */
  readonly section?: string;
  readonly table?: TablePlace;
  /** The targets of the links in it. */
  readonly links: readonly string[];
  /** Number of the paragraph, item or cell it belongs to: neighbours share it. */
  readonly block: number;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface TablePlace {
  /** From 0; the row of headings is none. */
  readonly row: number;
  readonly column: number;
  readonly columnHeading: string;
  readonly rowHeading: string;
}

/** Stretches of the file that make up one block of text, in their order. */
interface Block {
  readonly spans: readonly Span[];
  /** Where it was read already. */
  readonly marked?: Marked;
  readonly role: Role;
  readonly section?: string;
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
export function proseOf(file: string, names: NameFinder = () => []): Prose {
  const source = file.replaceAll("\r\n", " \n");
  const {blocks: front, end, lang} = frontMatterOf(source);
  const body = bodyOf(source, end);
  const place = placesOf(source);
  const sentences: Sentence[] = [];
  for (const [number, block] of [...front, ...body].entries()) {
    const marked = block.marked ?? readInline(source, block.spans, block.role === "front-matter");
    for (const one of sentencesOf(marked, names))
      sentences.push(sentence(one, block, number, place));
  }
  return {locale: localeOf(lang, sentences), sentences};
}

function sentence(
  {text, runs, links}: Marked,
  {role, section, table}: Block,
  block: number,
  place: (offset: number) => Place,
): Sentence {
  return {
    text,
    place: offset => place(sourceOf({runs}, offset)),
    role,
    links,
    block,
    ...(section !== undefined && {section}),
    ...(table && {table}),
  };
}

function frontMatterOf(source: string): {blocks: Block[]; end: number; lang?: string} {
  const found = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(source);
  if (!found) return {blocks: [], end: 0};
  const lang = /^lang:\s*["']?([a-z]{2})/m.exec(found[0])?.[1];
  const read = found[0].matchAll(/^(title|description):[ \t]*(["']?)(.*?)\2[ \t]*$/gm);
  const blocks = [...read].map(({0: line, 2: quote, 3: value, index}): Block => {
    const from = index + line.indexOf(value!, line.indexOf(":") + 1 + quote!.length);
    return {spans: [{from, to: from + value!.length}], role: "front-matter"};
  });
  return {
    blocks,
    end: found[0].length,
    ...(lang !== undefined && {lang}),
  };
}

/** Markdown's blocks. Where a paragraph is too long for marked, the text is taken line by line. */
function tokensOf(text: string): Token[] {
  try {
    return new Lexer().blockTokens(text, []);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const lines = text.match(/[^\n]{1,20000}\n*|\n+/g) ?? [];
    return lines.map(raw => ({type: "paragraph", raw, text: raw, tokens: []}));
  }
}

function bodyOf(source: string, start: number): Block[] {
  const tokens = tokensOf(source.slice(start));
  const plain = !tokens.some(({type}) => type === "heading");
  const blocks: Block[] = [];
  let [at, section, titled] = [start, undefined as string | undefined, false];
  for (const token of tokens) {
    const span = {from: at, to: at + token.raw.length};
    at = span.to;
    const found = blocksOf(token, span, source, plain, titled);
    for (const block of found) {
      if (block.role === "title") titled = true;
      if (block.role === "heading") section = readInline(source, block.spans, false).text;
      blocks.push(section === undefined || block.role === "heading" ? block : {...block, section});
    }
  }
  return blocks;
}

function blocksOf(
  token: Token,
  span: Span,
  source: string,
  plain: boolean,
  titled: boolean,
): Block[] {
  switch (token.type) {
    case "heading":
      return [{spans: [headingSpan(span, source)], role: token.depth === 1 ? "title" : "heading"}];
    case "paragraph":
    case "text":
      return plain ? plainBlocks(span, source, titled) : [paragraph(span, source)];
    case "list":
      return itemsOf(span, source);
    case "blockquote":
      return [
        {spans: linesOf(span, source).map(one => past(one, source, /^[ \t>]*/)), role: "quote"},
      ];
    case "table":
      return cellsOf(span, source);
    case "html":
      return [{spans: [span], role: "paragraph"}];
    default:
      return [];
  }
}

function headingSpan(span: Span, source: string): Span {
  const first = linesOf(span, source)[0] ?? span;
  const text = past(first, source, /^[ \t]*#*[ \t]*/);
  const closing = /[ \t]+#+[ \t]*$/.exec(source.slice(text.from, text.to));
  return closing ? {...text, to: text.from + closing.index} : text;
}

/** A paragraph that is one emphasis is a deck or a source line; one that is strong, or a picture, a caption. */
function paragraph(span: Span, source: string): Block {
  const text = source.slice(span.from, span.to).trim();
  const role = /^(?:\*\*[^*]+\*\*|!\[.*\]\([^)]*\))$/s.test(text)
    ? "caption"
    : /^\*(?:Sources?|Kaynak|Kaynaklar)\b/.test(text)
      ? "source"
      : /^\*[^*].*\*$/s.test(text)
        ? "deck"
        : "paragraph";
  return {spans: linesOf(span, source), role};
}

/**
 * Text without headings of its own: a short line that ends like none is one, the first the title.
 * A line that had room for the next word was not wrapped but ended.
 */
function plainBlocks(span: Span, source: string, titled: boolean): Block[] {
  const lines = linesOf(span, source);
  const length = ({from, to}: Span) => to - from;
  // Lines as short as these were not wrapped at all.
  const longest = Math.max(40, ...lines.map(length));
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

function itemsOf(span: Span, source: string): Block[] {
  const bullet = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
  const items: Span[][] = [];
  for (const line of linesOf(span, source)) {
    const starts = bullet.test(source.slice(line.from, line.to));
    if (starts || items.length === 0) items.push([past(line, source, bullet)]);
    else items.at(-1)!.push(past(line, source, /^[ \t]*/));
  }
  return items.map(spans => ({spans, role: "item"}));
}

function cellsOf(span: Span, source: string): Block[] {
  const [heads = [], , ...rows] = linesOf(span, source).map(line =>
    cellSpans(line, source).map(cell => ({
      spans: [cell],
      role: "cell" as const,
      marked: readInline(source, [cell], false),
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

/** Finds line and column of an offset. */
function placesOf(source: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return offset => {
    starts ??= [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - starts[low]! + 1};
  };
}

const turkish = /[ğşıİ]|(?:^|\s)(?:ve|bir|bu|ile|için|göre|olarak|gün|daha)(?=\s)/gi;
const english = /(?:^|\s)(?:the|and|of|is|to|in|that|for|with|its)(?=\s)/gi;

function localeOf(lang: string | undefined, sentences: readonly Sentence[]): ProseLocale {
  if (lang === "tr" || lang === "en") return lang;
  const words = sentences
    .slice(0, 60)
    .map(({text}) => text)
    .join(" ");
  const count = (pattern: RegExp) => words.match(pattern)?.length ?? 0;
  return count(turkish) > count(english) ? "tr" : "en";
}
