import type {Stretch} from "../anchor.ts";

/**
 * Where a cell, or the head of a column, stands in a CSV text, by its fragment (RFC 7111; a column
 * may be named by its head).
 *
 * @example placeInCsv("a,b\n1,22\n", "#cell=2,2") // {"from": 6, "to": 8}
 * @example placeInCsv("a,b\n1,22\n", "#col=b") // {"from": 2, "to": 3}
 * @example placeInCsv("a,b\n1,22\n", "#cell=9,1") // undefined
 */
export function placeInCsv(text: string, fragment: string): Stretch | undefined {
  const [, row, column] = /^#cell=(\d+),(\d+)$/.exec(fragment) ?? [];
  if (row !== undefined && column !== undefined)
    return rowOf(text, Number(row))?.[Number(column) - 1];
  const [, name] = /^#col=(.+)$/s.exec(fragment) ?? [];
  const head = name === undefined ? undefined : rowOf(text, 1);
  return head?.find(({from, to}) => bare(text.slice(from, to)) === name);
}

const bare = (cell: string) => cell.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"');

const cell = /"(?:[^"]|"")*"|[^,\r\n]*/y;

/** The cells of a row, counted from 1; undefined where there are fewer rows. */
function rowOf(text: string, wanted: number): Stretch[] | undefined {
  let cells: Stretch[] = [];
  let row = 1;
  for (let at = 0; at <= text.length; at++) {
    cell.lastIndex = at;
    cell.test(text);
    const to = Math.max(at, cell.lastIndex);
    cells.push({from: at, to});
    at = to;
    if (text[at] === ",") continue;
    if (row === wanted) return cells;
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    row++;
    cells = [];
    if (at + 1 >= text.length) return undefined;
  }
  return undefined;
}
