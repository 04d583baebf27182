import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {parse} from "csv-parse/sync";
import {SourceChanged, SourceUnavailable} from "../model/errors.ts";
import {openRegularFile} from "../model/regularFile.ts";

/** Which lines of a table are wanted. */
export interface Selection {
  readonly columns: readonly string[];
  readonly date?: {readonly column: string; readonly from?: string; readonly until: string};
  /** Lines whose ISO 8601 instant lies after the first of the two and not after the other. */
  readonly instant?: {readonly column: string; readonly after: string; readonly until: string};
  readonly where?: {
    readonly column: string;
    readonly in: readonly string[];
    /** Of these words only lines from this day on; of a word in several, from the earliest. */
    readonly recent?: readonly {readonly in: readonly string[]; readonly from: string}[];
  };
}

/** Longer lines, or more of them, are no table of ours: they would fill the memory first. */
const longestLine = 2 ** 20;
const mostKept = 2 ** 26;

/**
 * The header and the wanted lines of a CSV or CSV.gz file, byte for byte as they stand there. The
 * file is read as a stream and never held whole; one record is one line.
 */
export async function selectLines(path: string, selection: Selection): Promise<Buffer> {
  const kept: string[] = [];
  let size = 0;
  let header: string[] | undefined;
  const mayMatch = wordsOf(selection);
  const accept = (line: string) => {
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (header === undefined) {
      header = records(text.replace(/^\uFEFF/, ""), path)[0] ?? [];
      requireColumns(path, header, selection);
      kept.push(text);
      return;
    }
    if (text === "" || !mayMatch.test(text) || !matches(text, header, selection, path)) return;
    size += text.length;
    if (size > mostKept)
      throw new SourceChanged(`${path} has more than ${mostKept >> 20} MiB of lines for one note`);
    kept.push(text);
  };
  await eachLine(path, accept);
  if (header === undefined) throw new SourceChanged(`${path} is empty: a header line is missing`);
  return Buffer.from(`${kept.join("\n")}\n`);
}

/** A table in memory: each row by column name, all values as text. */
export function rows(body: Buffer, path: string): Record<string, string>[] {
  const text = body.toString("utf8").replace(/^\uFEFF/, "");
  const [header, ...lines] = text.includes('"') ? records(text, path) : plainRecords(text);
  if (header === undefined) throw new SourceChanged(`${path} is empty: a header line is missing`);
  return lines.map(cells => {
    // A column may be called "constructor" and not be there.
    const row: Record<string, string> = Object.create(null);
    for (const [i, name] of header.entries()) row[name] = cells[i] ?? "";
    return row;
  });
}

/** Nine tables in ten have no quotes: then lines and commas are all there is to CSV. */
function plainRecords(text: string): string[][] {
  return text.split(/\r?\n/).flatMap(line => (line === "" ? [] : [line.split(",")]));
}

/** The cells of every record of a CSV text. */
export function records(text: string, path: string): string[][] {
  try {
    return parse(text, {relax_column_count: false, skip_empty_lines: true});
  } catch (cause) {
    throw new SourceChanged(`${path} is not CSV: ${(cause as Error).message}`, {cause});
  }
}

/** Every line of a text or gzipped text file, read as a stream and never held whole. */
export async function eachLine(path: string, accept: (line: string) => void): Promise<void> {
  const file = await openRegularFile(
    path,
    cause => new SourceUnavailable(`cannot read ${path}: ${cause.message}`, {cause}),
  );
  const source = file.createReadStream({highWaterMark: 1 << 20});
  const take = async (text: AsyncIterable<Buffer>) => {
    const decoder = new TextDecoder("utf-8", {fatal: true});
    let rest = "";
    for await (const chunk of text) {
      const lines = (rest + decoder.decode(chunk, {stream: true})).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) accept(line);
      if (rest.length > longestLine)
        throw new SourceChanged(`${path} is no table: it has a line of more than 1 MiB`);
    }
    rest += decoder.decode();
    if (rest !== "") accept(rest);
  };
  try {
    if (path.endsWith(".gz")) await pipeline(source, createGunzip({chunkSize: 1 << 18}), take);
    else await pipeline(source, take);
  } catch (cause) {
    const {code, syscall, message} = cause as NodeJS.ErrnoException;
    if (code?.startsWith("Z_") || code?.startsWith("ERR_ENCODING"))
      throw new SourceChanged(`${path} is damaged: ${message}`, {cause});
    if (syscall !== undefined)
      throw new SourceUnavailable(`cannot read ${path}: ${message}`, {cause});
    throw cause;
  }
}

function requireColumns(path: string, header: readonly string[], selection: Selection): void {
  for (const name of selection.columns)
    if (!header.includes(name))
      throw new SourceChanged(`${path} has no column "${name}": it has ${header.join(", ")}`);
}

/** Most lines of a large file are another asset's: only those that hold a wanted word are parsed. */
function wordsOf({where}: Selection): RegExp {
  if (where === undefined) return /(?:)/;
  const words = [...where.in, ...(where.recent ?? []).flatMap(one => one.in)];
  return words.length ? new RegExp(words.map(word => RegExp.escape(word)).join("|")) : /(?!)/;
}

function matches(line: string, header: string[], selection: Selection, path: string): boolean {
  const {where, date, instant} = selection;
  const cells = line.includes('"') ? (records(line, path)[0] ?? []) : line.split(",");
  if (cells.length !== header.length)
    throw new SourceChanged(
      `${path} has a line of ${cells.length} fields where the header has ${header.length}: ${line.slice(0, 80)}`,
    );
  const cell = (column: string) => cells[header.indexOf(column)]!;
  const word = where && cell(where.column);
  const known = !where || where.in.includes(word!);
  const recent = where?.recent?.filter(one => one.in.includes(word!)) ?? [];
  if (!known && recent.length === 0) return false;
  if (instant && !isBetween(milliseconds(cell(instant.column), path), instant)) return false;
  if (!date) return true;
  const day = cell(date.column);
  if (!isDay(day))
    throw new SourceChanged(`${path} has a date that is no day, YYYY-MM-DD: "${day.slice(0, 40)}"`);
  const from = known ? date.from : recent.map(one => one.from).sort()[0];
  return day <= date.until && (from === undefined || day >= from);
}

/** Of the calendar too: JavaScript reads 30 February as 2 March. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).getUTCDate() === Number(text.slice(8));

function milliseconds(text: string, path: string): number {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const ms = Date.parse(text);
  if (zoned && !Number.isNaN(ms)) return ms;
  throw new SourceChanged(
    `${path} has a time that is not ISO 8601 with its zone: "${text.slice(0, 40)}"`,
  );
}

function isBetween(ms: number, {after, until}: NonNullable<Selection["instant"]>): boolean {
  return ms > Date.parse(after) && ms <= Date.parse(until);
}
