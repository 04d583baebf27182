import {plain} from "../judge/plain.ts";
import type {Passage} from "../passage.ts";

/** What of a text stands where the cursor is: the whole line, and the words pointed at within it. */
export interface Wanted {
  readonly line: string;
  readonly words: string;
  /** How often the line's words stand before it in the text. */
  readonly nth: number;
}

/**
 * What to look for on the page; undefined where the line has no words of its own there.
 *
 * @example wantedAt("# One\n\nIt *rose* 3%.\n", {from: 17, to: 19}) // {"line": "It rose 3%.", "words": "3%", "nth": 0}
 * @example wantedAt("| a | 3% |\n", {from: 6, to: 8}) // {"line": "a3%", "words": "3%", "nth": 0}
 * @example wantedAt("---\n", {from: 0, to: 0}) // undefined
 */
export function wantedAt(text: string, {from, to}: Passage): Wanted | undefined {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const stop = text.indexOf("\n", from);
  const end = stop < 0 ? text.length : stop;
  const raw = text.slice(start, end);
  const line = raw.startsWith("|") ? rowOf(raw) : plain(raw);
  if (!/[\p{L}\p{N}]/u.test(line)) return undefined;
  const before = text.slice(0, start).split(raw).length - 1;
  return {line, words: plain(text.slice(from, Math.min(to, end))), nth: raw === "" ? 0 : before};
}

/** A row of a table as a page has it, cell after cell: a cell alone stands in many places. */
const rowOf = (row: string): string =>
  row
    .split("|")
    .map(cell => plain(cell))
    .join("");

/** Where the words stand on a page, by its words one after another, or the line of which they are. */
export function findOn(text: string, {line, words, nth}: Wanted): Passage | undefined {
  const from = lineAt(text, line, nth);
  if (from === undefined) return undefined;
  const end = from + line.length;
  const at = words === "" ? -1 : text.slice(from, end).indexOf(words);
  if (at < 0) return {from, to: Math.min(end, text.length)};
  return {from: from + at, to: from + at + words.length};
}

/** The same, of a page that may be of another text: where the line is another one there, nowhere. */
export function findExactly(text: string, wanted: Wanted): Passage | undefined {
  const {line, words, nth} = wanted;
  let from = text.indexOf(line);
  for (let i = 0; i < nth && from >= 0; i++) from = text.indexOf(line, from + 1);
  return from >= 0 && line.includes(words) ? findOn(text, wanted) : undefined;
}

/** Long lines are known by how they begin: what a page sets otherwise is mostly further on. */
function lineAt(text: string, line: string, nth: number): number | undefined {
  for (const length of [line.length, 60, 24]) {
    const head = line.slice(0, length);
    let at = text.indexOf(head);
    for (let i = 0; i < nth && at >= 0; i++) at = text.indexOf(head, at + 1);
    if (at < 0) at = text.indexOf(head);
    if (at >= 0) return at;
  }
  return undefined;
}
