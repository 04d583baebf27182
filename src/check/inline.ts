/** Text without its mark-up, and where each of its characters stood. */
export interface Marked {
  readonly text: string;
  /** Stretches that stood together in the file, in their order. */
  readonly runs: readonly Run[];
  readonly links: readonly string[];
}

/** From `text` on in the text stands what stood from `source` on in the file. */
interface Run {
  readonly text: number;
  readonly source: number;
}

/** Where a character of the text stood in the file. */
export function sourceOf({runs}: Pick<Marked, "runs">, offset: number): number {
  let run = runs[0] ?? {text: 0, source: 0};
  for (const one of runs) if (one.text <= offset) run = one;
  return run.source + offset - run.text;
}

/** The runs of the text from an offset on. */
export function runsFrom(marked: Marked, begin: number): Run[] {
  const later = marked.runs.filter(({text}) => text > begin);
  return [
    {text: 0, source: sourceOf(marked, begin)},
    ...later.map(({text, source}) => ({text: text - begin, source})),
  ];
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
  for (const span of spans) {
    if (out.text !== "" && !out.text.endsWith(" ")) put(out, " ", span.from - 1);
    inline(source, span, out);
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

const nothing = (): Out => ({text: "", end: -1, runs: [], links: []});

interface Out {
  text: string;
  /** Where the last run ends in the file. */
  end: number;
  runs: Run[];
  links: string[];
}

function put(out: Out, text: string, from: number): void {
  if (from !== out.end) out.runs.push({text: out.text.length, source: from});
  out.text += text;
  out.end = from + text.length;
}

function inline(source: string, {from, to}: Span, out: Out): void {
  let at = from;
  while (at < to) {
    marks.lastIndex = at;
    const found = marks.exec(source);
    const next = found && found.index < to ? found.index : to;
    if (next > at) put(out, source.slice(at, next), at);
    if (next === to) return;
    at = mark(source, next, to, out);
  }
}

const sticky = (pattern: RegExp) => new RegExp(pattern.source, `${pattern.flags}y`);
const patterns = {
  code: sticky(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/),
  target: sticky(/\]\(\s*<?([^)\s>]*)>?(?:\s+"[^"]*")?\s*\)/),
  reference: sticky(/\]\[[^\]]*\]/),
  autolink: sticky(/<(?:https?:|mailto:)[^>\s]*>/i),
  tag: sticky(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/i),
  address: sticky(/https?:\/\/[^\s)>\]]+/i),
  entity: sticky(/&(?:[a-z]+|#\d+);/i),
};

function matched(pattern: RegExp, source: string, at: number, to: number) {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  return found && at + found[0].length <= to ? found : undefined;
}

/** Reads the mark at the place, and says where the text goes on. */
function mark(source: string, at: number, to: number, out: Out): number {
  const one = source[at]!;
  const keep = () => {
    put(out, one, at);
    return at + 1;
  };
  switch (one) {
    case "\n":
      put(out, " ", at);
      return at + 1;
    case "\\":
      if (at + 1 < to && /[!-/:-@[-`{-~]/.test(source[at + 1]!)) {
        put(out, source[at + 1]!, at + 1);
        return at + 2;
      }
      return keep();
    case "`": {
      const code = matched(patterns.code, source, at, to);
      return code ? at + code[0].length : keep();
    }
    case "*":
      return /\s/.test(source[at - 1] ?? " ") && /\s/.test(source[at + 1] ?? " ") ? keep() : at + 1;
    case "_":
      return /\w/.test(source[at - 1] ?? " ") && /\w/.test(source[at + 1] ?? " ") ? keep() : at + 1;
    case "~":
      if (source[at + 1] === "~") return at + 2;
      return source[at - 1] === "~" ? at + 1 : keep();
    case "!":
      return source[at + 1] === "[" ? at + 1 : keep();
    case "[":
      return opensLink(source, at, to) ? at + 1 : keep();
    case "]": {
      const target = matched(patterns.target, source, at, to);
      if (target) out.links.push(target[1]!);
      const end = target ?? matched(patterns.reference, source, at, to);
      return end ? at + end[0].length : keep();
    }
    case "<": {
      const link = matched(patterns.autolink, source, at, to);
      if (link) out.links.push(link[0].slice(1, -1));
      const tag = link ?? matched(patterns.tag, source, at, to);
      return tag ? at + tag[0].length : keep();
    }
    case "&": {
      const entity = matched(patterns.entity, source, at, to);
      const read = entity && entities[entity[0].toLowerCase()];
      if (!read) return keep();
      put(out, read, at);
      return at + entity[0].length;
    }
    default: {
      const address = matched(patterns.address, source, at, to);
      if (!address) return keep();
      out.links.push(address[0]);
      return at + address[0].length;
    }
  }
}

/** Whether a bracket closes as a link does. */
function opensLink(source: string, at: number, to: number): boolean {
  let depth = 0;
  for (let i = at; i < to; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "[") depth++;
    else if (source[i] === "]" && --depth === 0)
      return source[i + 1] === "(" || source[i + 1] === "[";
  }
  return false;
}
