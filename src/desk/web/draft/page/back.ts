import {plain} from "../judge/plain.ts";
import type {Passage} from "../passage.ts";

/** What was pointed at on the page. */
export interface Pointed {
  /** The words of the paragraph, heading or item; of a table those of each cell of the row. */
  readonly block: readonly string[];
  /** The word or number itself. */
  readonly word: string;
  /** How often it stands before it in the block. */
  readonly nth: number;
}

/**
 * Where that stands in the text; undefined where it does not: a page has words of its own.
 *
 * @example placeOf("# One\n\nIt *rose* 3%, then 3%.\n", {block: ["It rose 3%, then 3%."], word: "3%", nth: 1}) // {"from": 26, "to": 28}
 * @example placeOf("# One\n", {block: ["Two"], word: "Two", nth: 0}) // undefined
 */
export function placeOf(text: string, {block, word, nth}: Pointed): Passage | undefined {
  let start = 0;
  for (const line of text.split("\n")) {
    if (holds(line, block)) {
      const place = nthPlace(line, word, nth) ?? {from: 0, to: line.length};
      return {from: start + place.from, to: start + place.to};
    }
    start += line.length + 1;
  }
  return undefined;
}

function holds(line: string, block: readonly string[]): boolean {
  const [only = ""] = block;
  if (!line.startsWith("|")) return block.length === 1 && only !== "" && plain(line) === only;
  const cells = line.split("|").map(cell => plain(cell));
  return block.length > 1 && block.every(cell => cells.includes(cell));
}

function nthPlace(line: string, word: string, nth: number): Passage | undefined {
  if (word === "") return undefined;
  let from = line.indexOf(word);
  for (let i = 0; i < nth && from >= 0; i++) from = line.indexOf(word, from + 1);
  return from < 0 ? undefined : {from, to: from + word.length};
}
