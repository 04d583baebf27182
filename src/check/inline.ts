import {isReadable} from "../markdown/tokens.ts";

/** Text without its mark-up, and where each of its characters stood. */
export interface Marked {
  readonly text: string;
  /** Stretches that stood together in the file, in their order. */
  readonly runs: readonly Run[];
  readonly links: readonly Link[];
}

interface Link {
  readonly href: string;
  /** Where its words end in the text. */
  readonly at: number;
}

/** From `text` on in the text stands what stood from `source` on in the file. */
interface Run {
  readonly text: number;
  readonly source: number;
}

/** Where a character of the text stood in the file. */
export function sourceOf({runs}: Pick<Marked, "runs">, offset: number): number {
  const run = runs[runAt(runs, offset)] ?? {text: 0, source: 0};
  return run.source + offset - run.text;
}

/** The last of the runs that begins at the offset or before. */
function runAt(runs: readonly Run[], offset: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.text ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of the text, with its own runs. */
export function cut({text, runs, links}: Marked, from: number, to: number): Marked {
  const own = runs
    .slice(runAt(runs, from) + 1, runAt(runs, to) + 1)
    .map(run => ({text: run.text - from, source: run.source}));
  return {
    text: text.slice(from, to),
    runs: [{text: 0, source: sourceOf({runs}, from)}, ...own],
    links: links
      .filter(({at}) => from < at && at <= to)
      .map(({href, at}) => ({href, at: at - from})),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const marks = /[\\`*_~[\]!<&\n]|h(?=ttps?:)/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#39;": "'",
  "&nbsp;": " ",
  "&ndash;": "–",
  "&mdash;": "—",
  "&minus;": "−",
};

/**
 * Inline Markdown as its reader sees it: emphasis, links, tags and escapes taken off, code and
 * addresses left out, spans joined by a space.
 */
export function readInline(source: string, spans: readonly Span[]): Marked {
  const out = nothing();
  const readable = isReadable(source.slice(spans[0]?.from, spans.at(-1)?.to));
  for (const {from, to} of spans) {
    if (out.last !== "" && out.last !== " ") put(out, " ", from - 1);
    if (readable) inline(source.slice(from, to), from, out);
    else put(out, source.slice(from, to), from);
  }
  return out;
}

/** No escape for one character is longer. */
const longestEscape = 12;

/** A value of the front matter, which the file may write with escapes. */
export function readValue(
  source: string,
  {text, from, to}: Span & {readonly text: string},
): Marked {
  const out = nothing();
  let at = from;
  for (const char of text) {
    const ahead = source.slice(at, Math.min(to, at + longestEscape)).indexOf(char);
    put(out, char, at + Math.max(0, ahead));
    at = out.end;
  }
  return out;
}

const nothing = (): Out => ({text: "", last: "", end: -1, runs: [], links: []});

interface Out {
  text: string;
  /** Its last character: to look for it in a text that is being put together takes long. */
  last: string;
  /** Where the last run ends in the file. */
  end: number;
  runs: Run[];
  links: Link[];
}

function put(out: Out, text: string, from: number): void {
  if (from !== out.end) out.runs.push({text: out.text.length, source: from});
  out.text += text;
  out.last = text.at(-1) ?? out.last;
  out.end = from + text.length;
}

/** Reads a stretch that stands at the offset in the file. */
function inline(text: string, offset: number, out: Out): void {
  const stretch: Stretch = {text, offset, links: linksIn(text)};
  for (let at = 0; at < text.length; ) {
    marks.lastIndex = at;
    const next = marks.exec(text)?.index ?? text.length;
    if (next > at) put(out, text.slice(at, next), offset + at);
    at = next < text.length ? mark(stretch, next, out) : next;
  }
}

interface Stretch {
  readonly text: string;
  readonly offset: number;
  /** The brackets that open a link. */
  readonly links: ReadonlySet<number>;
}

/** Brackets that close as a link's do. */
function linksIn(text: string): Set<number> {
  const links = new Set<number>();
  if (!text.includes("[")) return links;
  const open: number[] = [];
  for (const {0: found, index} of text.matchAll(/\\[\s\S]|\[|\](?<link>[([])?/g)) {
    if (found === "[") open.push(index);
    else if (found.startsWith("]")) {
      const start = open.pop();
      if (start !== undefined && found.length > 1) links.add(start);
    }
  }
  return links;
}

const patterns = {
  code: /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/y,
  target: /\]\(\s*<?([^)\s>]*)>?(?:\s+"[^"]*")?\s*\)/y,
  reference: /\]\[[^\]]*\]/y,
  autolink: /<(?:https?:|mailto:)[^>\s]*>/iy,
  // Anything else in such brackets stands on the page as it is written: "<still>".
  tag: /<!--[\s\S]*?-->|<\/?(?:a|abbr|article|aside|b|blockquote|br|caption|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|picture|pre|q|s|samp|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?![\w-])[^>]*>/iy,
  address: /https?:\/\/[^\s)>\]]+/iy,
  entity: /&(?:[a-z]+|#\d+);/iy,
};

function matched(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const isSpace = (char = " ") => /\s/.test(char);
const isWord = (char = " ") => /\w/.test(char);

/** Reads the mark at the place, and says where the text goes on. */
function mark({text, offset, links}: Stretch, at: number, out: Out): number {
  const [before, one = "", after] = [text[at - 1], text[at], text[at + 1]];
  const keep = () => {
    put(out, one, offset + at);
    return at + 1;
  };
  switch (one) {
    case "\n":
      put(out, " ", offset + at);
      return at + 1;
    case "\\":
      if (after === undefined || !/[!-/:-@[-`{-~]/.test(after)) return keep();
      put(out, after, offset + at + 1);
      return at + 2;
    case "`": {
      const code = matched(patterns.code, text, at);
      return code ? at + code[0].length : keep();
    }
    case "*":
      return isSpace(before) && isSpace(after) ? keep() : at + 1;
    case "_":
      return isWord(before) && isWord(after) ? keep() : at + 1;
    case "~":
      if (after === "~") return at + 2;
      return before === "~" ? at + 1 : keep();
    case "!":
      return after === "[" ? at + 1 : keep();
    case "[":
      return links.has(at) ? at + 1 : keep();
    case "]": {
      const target = matched(patterns.target, text, at);
      if (target?.[1] !== undefined) out.links.push({href: target[1], at: out.text.length});
      const end = target ?? matched(patterns.reference, text, at);
      return end ? at + end[0].length : keep();
    }
    case "<": {
      const link = matched(patterns.autolink, text, at);
      if (link) out.links.push({href: link[0].slice(1, -1), at: out.text.length});
      const tag = link ?? matched(patterns.tag, text, at);
      return tag ? at + tag[0].length : keep();
    }
    case "&": {
      const entity = matched(patterns.entity, text, at);
      const read = entity && entities[entity[0].toLowerCase()];
      if (!read) return keep();
      put(out, read, offset + at);
      return at + entity[0].length;
    }
    default: {
      const address = matched(patterns.address, text, at);
      if (!address) return keep();
      out.links.push({href: address[0], at: out.text.length});
      return at + address[0].length;
    }
  }
}
