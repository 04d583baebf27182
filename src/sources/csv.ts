import {pipeline} from "node:stream/promises";
import {createGunzip} from "node:zlib";
import {parse} from "csv-parse/sync";
import {SourceChanged, SourceUnavailable} from "../model/errors.ts";
import {openRegularFile} from "../model/regularFile.ts";

/** Longer lines are no table of ours: they would fill the memory first. */
const longestLine = 2 ** 20;

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
export function records(text: string, path: string, delimiter = ","): string[][] {
  try {
    return parse(text, {delimiter, relax_column_count: false, skip_empty_lines: true});
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
    if (code?.startsWith("ERR_ENCODING"))
      throw new SourceChanged(
        `${path} is damaged, or not in UTF-8: a spreadsheet saves it so as "CSV UTF-8" (${message})`,
        {cause},
      );
    if (code?.startsWith("Z_")) throw new SourceChanged(`${path} is damaged: ${message}`, {cause});
    if (syscall !== undefined)
      throw new SourceUnavailable(`cannot read ${path}: ${message}`, {cause});
    throw cause;
  }
}
