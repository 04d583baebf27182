import type {Language} from "./printed.ts";

export type Place =
  | "title"
  | "deck"
  | "key data"
  | "brief"
  | "heading"
  | "text"
  | "caption"
  | "source"
  | "table";

/** A paragraph, a line of a list or of the key data, a heading or a whole table; the words without their marks. */
export interface Block {
  readonly place: Place;
  readonly section: string;
  readonly text: string;
  /** Cells by line; of a table only. */
  readonly rows: readonly (readonly string[])[];
}

export interface ReadNote {
  readonly name: string;
  readonly language: Language;
  readonly coin: string;
  readonly names: readonly string[];
  readonly asOf: number;
  readonly blocks: readonly Block[];
}

const evidence = /^## (Evidence|Kanıtlar?)\b/mu;

/** The note as its reader has it: all but front matter and the table of evidence. */
export function readNote(name: string, markdown: string): ReadNote {
  const [, front = "", body = ""] = markdown.split(/^---\n/m);
  const field = (key: string) => new RegExp(`^${key}: "?(.*?)"?$`, "m").exec(front)?.[1] ?? "";
  const names = [...field("tags").matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, one]) => one!);
  return {
    name,
    language: field("lang") as Language,
    coin: field("asset"),
    names: [...new Set([field("symbol"), ...names])],
    asOf: Date.parse(field("date")),
    blocks: blocksOf(body.split(evidence)[0]!),
  };
}

function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let section = "";
  for (const part of body.split(/\n{2,}/).flatMap(apart)) {
    const place = placeOf(part, section, blocks);
    if (place === "heading") section = plain(part);
    const rows = place === "table" || place === "key data" ? rowsOf(part) : [];
    if (place === "key data")
      for (const row of rows) blocks.push({place, section, text: row.join(": "), rows: []});
    else blocks.push({place, section, text: rows.length > 0 ? "" : plain(part), rows});
  }
  return blocks;
}

const rowsOf = (part: string) =>
  part
    .split("\n")
    .filter(line => !/^\|[\s:|-]*\|$/.test(line))
    .map(line =>
      line
        .split("|")
        .slice(1, -1)
        .map(cell => plain(cell.trim())),
    );

/** A list is as many blocks as it has lines. */
function apart(part: string): string[] {
  const trimmed = part.trim();
  if (trimmed === "") return [];
  return trimmed.startsWith("- ") ? trimmed.split(/\n(?=- )/) : [trimmed];
}

function placeOf(part: string, section: string, before: readonly Block[]): Place {
  if (part.startsWith("# ")) return "title";
  if (part.startsWith("#")) return "heading";
  if (part.startsWith("|"))
    return before.some(({place}) => place === "key data") ? "table" : "key data";
  if (part.startsWith("- ")) return section === "" ? "brief" : "text";
  if (/^\*(?:Sources?|Kaynak|Kaynaklar):/.test(part)) return "source";
  if (part.startsWith("*") && !part.startsWith("**")) return "deck";
  if (part.startsWith("![") || part.startsWith("**")) return "caption";
  return "text";
}

function plain(text: string): string {
  return text
    .replace(/^#+ |^- /, "")
    .replace(/^!\[([^\]]*)\]\([^)]*\)$/, "$1")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll("*", "")
    .replaceAll(/\\(.)/g, "$1");
}

export interface Sentence {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A sentence ends before a space and what can begin another; lines without a stop are one. */
export function sentencesOf(text: string, language: Language): Sentence[] {
  const ends = [...text.matchAll(/(?<!bkz|\b\p{Lu})[.!?][”’)]*(?= +[\p{Lu}\d“$%])/gu)]
    .filter(end => language === "en" || !/^\. +\d|\d$/u.test(text.slice(end.index - 1, end.index)))
    .map(end => end.index + end[0].length);
  return [...ends, text.length]
    .map((to, i) => ({from: i === 0 ? 0 : ends[i - 1]!, to}))
    .map(({from, to}) => ({from, to, text: text.slice(from, to).trim()}))
    .filter(({text: one}) => one !== "");
}
