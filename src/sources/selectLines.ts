import {SourceChanged} from "../model/errors.ts";
import {records} from "./csv.ts";
import {isDay} from "./dateForms.ts";
import {noDay, noNumber} from "./formHints.ts";
import {isPlainNumber} from "./numberForms.ts";
import {eachTableLine, placeOf, type Shape} from "./shape.ts";

/** Which lines of a table are wanted. */
export interface Selection {
  readonly columns: readonly string[];
  /** How the table stands on the disk, where it may be in another form. */
  readonly shape?: Shape;
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

/** More lines than that for one note are no table of ours: they would fill the memory first. */
const mostKept = 2 ** 26;

/**
 * The header and the wanted lines of a CSV or CSV.gz file, byte for byte as they stand there, or in
 * our own form where the table has another. The file is read as a stream and never held whole; one
 * record is one line.
 */
export async function selectLines(path: string, selection: Selection): Promise<Buffer> {
  const kept: string[] = [];
  let size = 0;
  let header: string[] | undefined;
  const mayMatch = wordsOf(selection);
  const accept = (text: string, number: number) => {
    if (header === undefined) {
      header = records(text.replace(/^\uFEFF/, ""), path)[0] ?? [];
      for (const name of selection.columns) placeOf(name, header, path);
      kept.push(text);
      return;
    }
    const place = `${path}, line ${number},`;
    if (text === "" || !mayMatch.test(text) || !matches(text, header, selection, place)) return;
    size += text.length;
    if (size > mostKept)
      throw new SourceChanged(`${path} has more than ${mostKept >> 20} MiB of lines for one note`);
    kept.push(text);
  };
  await eachTableLine(path, selection.shape, accept);
  if (header === undefined) throw new SourceChanged(`${path} is empty: a header line is missing`);
  return Buffer.from(`${kept.join("\n")}\n`);
}

/** Most lines of a large file are another asset's: only those that hold a wanted word are parsed. */
function wordsOf({where}: Selection): RegExp {
  if (where === undefined) return /(?:)/;
  const words = [...where.in, ...(where.recent ?? []).flatMap(one => one.in)];
  return words.length ? new RegExp(words.map(word => RegExp.escape(word)).join("|")) : /(?!)/;
}

function matches(line: string, header: string[], selection: Selection, place: string): boolean {
  const {where, date, instant, shape} = selection;
  const cells = line.includes('"') ? (records(line, place)[0] ?? []) : line.split(",");
  if (cells.length !== header.length)
    throw new SourceChanged(
      `${place} has ${cells.length} fields where the header has ${header.length}: ${line.slice(0, 80)}`,
    );
  const cell = (column: string) => cells[header.indexOf(column)]!;
  const word = where && cell(where.column);
  const known = !where || where.in.includes(word!);
  const recent = where?.recent?.filter(one => one.in.includes(word!)) ?? [];
  if (!known && recent.length === 0) return false;
  if (instant && !isBetween(milliseconds(cell(instant.column), place), instant)) return false;
  if (!date) return true;
  const day = cell(date.column);
  if (!isDay(day)) throw new SourceChanged(`${place} ${noDay(day, shape)}`);
  const from = known ? date.from : recent.map(one => one.from).sort()[0];
  if (day > date.until || (from !== undefined && day < from)) return false;
  for (const name of shape?.numbers ?? [])
    if (cell(name) !== "" && !isPlainNumber(cell(name)))
      throw new SourceChanged(`${place} ${noNumber(name, cell(name), shape)}`);
  return true;
}

function milliseconds(text: string, place: string): number {
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const ms = Date.parse(text);
  if (zoned && !Number.isNaN(ms)) return ms;
  throw new SourceChanged(
    `${place} has a time that is not ISO 8601 with its zone: "${text.slice(0, 40)}"`,
  );
}

function isBetween(ms: number, {after, until}: NonNullable<Selection["instant"]>): boolean {
  return ms > Date.parse(after) && ms <= Date.parse(until);
}
