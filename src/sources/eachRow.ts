import {createReadStream} from "node:fs";
import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {parse} from "csv-parse/sync";
import {SourceChanged, SourceUnavailable} from "../model/errors.ts";

/** Longer lines are no table of ours: they would fill the memory first. */
const longestLine = 2 ** 20;

/**
 * Calls `take` with the wanted cells of each line of a CSV or CSV.gz file, in the order of
 * `columns`. The file is read as a stream and never held, so it may be of any size.
 *
 * @throws SourceChanged when a column or a cell is missing, or the file is damaged
 */
export async function eachRow(
  path: string,
  columns: readonly string[],
  take: (cells: readonly string[]) => void,
): Promise<void> {
  let places: number[] | undefined;
  let width = 0;
  const accept = (line: string) => {
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (places === undefined) {
      const header = cellsOf(text.replace(/^\uFEFF/, ""), path);
      width = header.length;
      places = columns.map(name => placeOf(name, header, path));
    } else if (text !== "") {
      const cells = cellsOf(text, path);
      if (cells.length !== width)
        throw new SourceChanged(
          `${path} has a line of ${cells.length} fields where the header has ${width}: ${text.slice(0, 80)}`,
        );
      take(places.map(place => cells[place]!));
    }
  };
  await eachLine(path, accept);
  if (places === undefined) throw new SourceChanged(`${path} is empty: a header line is missing`);
}

function placeOf(name: string, header: readonly string[], path: string): number {
  const place = header.indexOf(name);
  if (place >= 0) return place;
  throw new SourceChanged(`${path} has no column "${name}": it has ${header.join(", ")}`);
}

function cellsOf(line: string, path: string): string[] {
  if (!line.includes('"')) return line.split(",");
  try {
    return parse(line)[0] ?? [];
  } catch (cause) {
    throw new SourceChanged(`${path} is not CSV: ${(cause as Error).message}`, {cause});
  }
}

async function eachLine(path: string, accept: (line: string) => void): Promise<void> {
  const source = createReadStream(path, {highWaterMark: 1 << 20});
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
