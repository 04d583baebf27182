import {plain} from "../judge/plain.ts";
import type {Passage} from "../room.ts";

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
 * @example wantedAt("---\n", {from: 0, to: 0}) // undefined
 */
export function wantedAt(text: string, {from, to}: Passage): Wanted | undefined {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const stop = text.indexOf("\n", from);
  const end = stop < 0 ? text.length : stop;
  const raw = text.slice(start, end);
  const line = plain(raw);
  if (!/[\p{L}\p{N}]/u.test(line) || line.startsWith("|")) return undefined;
  const before = text.slice(0, start).split(raw).length - 1;
  return {line, words: plain(text.slice(from, Math.min(to, end))), nth: raw === "" ? 0 : before};
}

/** The words of a page, one after another, with where each character stands. */
export interface PageText {
  readonly text: string;
  readonly at: (offset: number) => {readonly node: Text; readonly offset: number} | undefined;
}

/** Of the elements below, without the blanks that the page does not show. */
export function pageText(root: Node): PageText {
  const walker = root.ownerDocument?.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const runs: {readonly start: number; readonly node: Text; readonly places: number[]}[] = [];
  let text = "";
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const {data} = node as Text;
    const start = text.length;
    const places: number[] = [];
    for (let i = 0; i < data.length; i++) {
      const blank = /\s/.test(data[i] ?? "");
      if (blank && (text === "" || text.endsWith(" "))) continue;
      text += blank ? " " : data[i];
      places.push(i);
    }
    if (places.length > 0) runs.push({start, node: node as Text, places});
  }
  return {
    text,
    at(offset) {
      const run = runs.findLast(({start}) => start <= offset);
      const place = run?.places[offset - run.start];
      return run && place !== undefined ? {node: run.node, offset: place} : undefined;
    },
  };
}

/** Where the words stand on the page, or the line of which they are. */
export function findOn(
  {text}: Pick<PageText, "text">,
  {line, words, nth}: Wanted,
): Passage | undefined {
  const from = lineAt(text, line, nth);
  if (from === undefined) return undefined;
  const end = from + line.length;
  const at = words === "" ? -1 : text.slice(from, end).indexOf(words);
  if (at < 0) return {from, to: Math.min(end, text.length)};
  return {from: from + at, to: from + at + words.length};
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
