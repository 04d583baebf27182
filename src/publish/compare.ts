import type {Difference} from "../model/publication.ts";
import {type Pair, paired} from "./paired.ts";
import type {Reading} from "./reading.ts";

/** The clocks of two machines differ by so much without saying anything. */
const clockMs = 120_000;

/**
 * What a reader finds otherwise than it was approved. The note is to stand there whole and in its
 * order; a target may add what frames it, above, below and beside. How something is written in HTML
 * (entities, quotation marks, paragraphs around paragraphs) makes no difference.
 */
export function compare(approved: Reading, found: Reading): Difference[] {
  return [
    ...titleOf(approved, found),
    ...bannerOf(approved, found),
    ...textOf(approved, found),
    ...tablesOf(approved, found),
    ...picturesOf(approved, found),
    ...linksOf(approved, found),
    ...dateOf(approved, found),
  ];
}

function titleOf(approved: Reading, found: Reading): Difference[] {
  return plain(approved.title) === plain(found.title)
    ? []
    : [{what: "title", approved: approved.title, found: found.title}];
}

/** Nobody is to take a simulated market for one that was. */
function bannerOf({banner = ""}: Reading, found: Reading): Difference[] {
  return found.banner === undefined || plain(banner) === plain(found.banner)
    ? []
    : [{what: "text", approved: banner, found: found.banner}];
}

function textOf(approved: Reading, found: Reading): Difference[] {
  const pairs = paired(approved.text, found.text, plain);
  // What stands before the first and after the last of the note's own is the target's frame.
  const own = pairs.map(({a}) => a !== undefined);
  const [first, last] = [own.indexOf(true), own.lastIndexOf(true)];
  return stretches(pairs.slice(first, last + 1)).flatMap(stretch => {
    const [a, b] = [words(stretch, "a"), words(stretch, "b")];
    // One paragraph here, two there.
    if (plain(a.join(" ")) === plain(b.join(" "))) return [];
    return stretch.flatMap(({a, b}) => differing(a, b));
  });
}

/** The stretches of pairs that are not the same. */
function stretches(pairs: readonly Pair[]): Pair[][] {
  const found: Pair[][] = [[]];
  for (const pair of pairs)
    if (pair.same) found.push([]);
    else found.at(-1)?.push(pair);
  return found.filter(stretch => stretch.length > 0);
}

const words = (pairs: readonly Pair[], side: "a" | "b") => pairs.flatMap(pair => pair[side] ?? []);

/** A number that is another; else words that are. */
function differing(a = "", b = ""): Difference[] {
  if (plain(a) === plain(b)) return [];
  const numbers = paired(numbersOf(a), numbersOf(b), one => one).filter(({same}) => !same);
  if (numbers.length === 0 || a === "" || b === "") return [{what: "text", approved: a, found: b}];
  return numbers.map(({a = "", b = ""}) => ({what: "number", approved: a, found: b}));
}

/** Every number as it is written, with its sign and what it counts. */
export const numbersOf = (text: string): string[] =>
  plain(text)
    .match(/[+\-−±~]?[$€£¥₺₿%]?\d[\d.,:/]*\d*\s?(?:[%‰×]|bp|pp)?/gu)
    ?.map(one => one.replace(/[.,:/\s]+$/u, "")) ?? [];

function tablesOf(approved: Reading, found: Reading): Difference[] {
  const tables = paired(approved.tables, found.tables, table =>
    JSON.stringify(worded(table).map(row => row.map(plain))),
  );
  return tables.flatMap(({a, b, same}) => {
    if (same || a === undefined) return [];
    if (b === undefined) return [{what: "table" as const, approved: told(a), found: ""}];
    const rows = paired(worded(a), worded(b), row => JSON.stringify(row.map(plain)));
    return rows.flatMap(({a: row, b: other, same}) => (same ? [] : cells(row, other)));
  });
}

/** The cells of a row that are other; the row where it is not the same row. */
function cells(row: readonly string[] = [], other: readonly string[] = []): Difference[] {
  if (row.length !== other.length)
    return [{what: "table", approved: row.join(" | "), found: other.join(" | ")}];
  return row.flatMap((cell, i) =>
    plain(cell) === plain(other[i] ?? "")
      ? []
      : [
          {
            what: "table" as const,
            approved: i === 0 ? cell : `${row[0]}: ${cell}`,
            found: i === 0 ? (other[0] ?? "") : `${other[0]}: ${other[i] ?? ""}`,
          },
        ],
  );
}

/** A row without a word in it says nothing: Markdown has one above a table without a head. */
const worded = (table: readonly (readonly string[])[]) =>
  table.filter(row => row.some(cell => plain(cell) !== ""));

const told = (table: readonly (readonly string[])[]) =>
  table.map(row => row.join(" | ")).join("\n");

function picturesOf(approved: Reading, found: Reading): Difference[] {
  return paired(approved.pictures, found.pictures, ({alt}) => plain(alt)).flatMap(
    ({a, b, same}) => {
      if (!a) return [];
      if (!b || !same) return [{what: "picture" as const, approved: a.alt, found: b?.alt ?? ""}];
      const lost = {
        what: "picture" as const,
        approved: a.alt,
        found: `${b.alt} (it does not load)`,
      };
      return b.loads ? [] : [lost];
    },
  );
}

function linksOf(approved: Reading, found: Reading): Difference[] {
  const left = [...found.links];
  return approved.links.flatMap(({text, href}) => {
    const at = left.findIndex(one => plain(one.text) === plain(text) && leadsTo(one.href, href));
    if (at < 0) return [{what: "link" as const, approved: `${text} (${href})`, found: ""}];
    left.splice(at, 1);
    return [];
  });
}

/** What lies beside the note lies elsewhere at each target. */
function leadsTo(found: string, approved: string): boolean {
  if (!URL.canParse(approved)) return true;
  return URL.canParse(found) && new URL(found).href === new URL(approved).href;
}

function dateOf(approved: Reading, found: Reading): Difference[] {
  if (approved.publishedAt === undefined || found.publishedAt === undefined) return [];
  const apart = Date.parse(approved.publishedAt) - Date.parse(found.publishedAt);
  return Math.abs(apart) <= clockMs
    ? []
    : [{what: "date", approved: approved.publishedAt, found: found.publishedAt}];
}

/** Without what programs that show text change in it. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, "")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu, " ")
    .replace(/[‘’‚‛′´`]/gu, "'")
    .replace(/[“”„‟″]|''/gu, '"')
    .replaceAll("…", "...")
    .trim();
}
