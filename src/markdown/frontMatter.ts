import {isMap, isScalar, parseDocument} from "yaml";

/** A text with what stands at its head between two rules, read as YAML. */
export interface FrontMatter {
  /** The whole text; all offsets are in it. Lines and columns are those of the text as it was given. */
  readonly source: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly title?: Field;
  readonly description?: Field;
  readonly lang?: Field;
  /** What could not be read. */
  readonly problems: readonly Problem[];
  readonly body: string;
  /** Where the body begins. */
  readonly bodyOffset: number;
}

/** A value, and the stretch in which it is written, without its quotation marks. */
export interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Problem {
  readonly at: number;
  readonly message: string;
}

/** Nobody writes a longer one; a crafted one could take long to read. */
const longest = 5_000;

const opening = /^---[ \t]*\n/;
const closing = /^---[ \t]*(?:\n|$)/gm;

/** Takes the front matter off a text; nonsense in it is told, and what can be read of it is. */
export function readFrontMatter(text: string): FrontMatter {
  const source = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const none = {source, data: {}, problems: [], body: source, bodyOffset: 0};
  const from = opening.exec(source)?.[0].length;
  if (from === undefined) return none;
  closing.lastIndex = from;
  const end = closing.exec(source);
  if (!end) return none;
  const bodyOffset = end.index + end[0].length;
  const read = readYaml(source, from, end.index);
  return read ? {source, ...read, body: source.slice(bodyOffset), bodyOffset} : none;
}

type Values = Pick<FrontMatter, "data" | "title" | "description" | "lang" | "problems">;

/** Undefined where it is neither empty nor made of keys: then the rules are rules, and it is text. */
function readYaml(source: string, from: number, to: number): Values | undefined {
  const yaml = source.slice(from, to);
  if (yaml.length > longest) return unread(from, `longer than ${longest} characters: not read`);
  try {
    const document = parseDocument(yaml, {prettyErrors: false, logLevel: "silent"});
    const {contents} = document;
    if (contents !== null && !isMap(contents)) return undefined;
    const problems = document.errors.map(({pos, message}) => ({at: from + pos[0], message}));
    const data = contents === null ? {} : document.toJS({maxAliasCount: 0});
    const fields = ["title", "description", "lang"].flatMap(key => {
      const value = contents?.get(key, true);
      if (!isScalar(value) || value.value === null || !value.range) return [];
      const quotes = /^QUOTE/.test(value.type ?? "") ? 1 : 0;
      const [begin, end] = value.range;
      const text = String(value.value).replaceAll("\n", " ").trimEnd();
      return [[key, {text, from: from + begin + quotes, to: from + end - quotes}] as const];
    });
    return {data, ...Object.fromEntries(fields), problems};
  } catch (error) {
    // Aliases are refused, and nesting is deeper than the stack.
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error;
    return unread(from, error.message);
  }
}

const unread = (at: number, message: string): Values => ({data: {}, problems: [{at, message}]});
