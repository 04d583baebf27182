import {SourceChanged} from "../model/errors.ts";
import {records} from "./csv.ts";
import {eachTableLine, placeOf, type Shape} from "./shape.ts";

interface RowOptions {
  readonly optional?: readonly string[];
  readonly lenient?: boolean;
  /** How the table stands on the disk, where it may be in another form. */
  readonly shape?: Shape;
}

/**
 * Calls `take` with the wanted cells of each line of a CSV or CSV.gz file, in the order of
 * `columns`, and after them those of `optional`, which are empty where the file lacks the column.
 * The file is read as a stream and never held, so it may be of any size. A line that is none of the
 * table is refused, or passed over where `lenient`.
 *
 * @throws SourceChanged when a column or a cell is missing, or the file is damaged
 */
export async function eachRow(
  path: string,
  columns: readonly string[],
  take: (cells: readonly string[]) => void,
  {optional = [], lenient = false, shape}: RowOptions = {},
): Promise<void> {
  let places: number[] | undefined;
  let width = 0;
  const lineOf = (text: string) => {
    try {
      return cellsOf(text, path, width);
    } catch (error) {
      if (lenient && error instanceof SourceChanged) return undefined;
      throw error;
    }
  };
  const accept = (text: string) => {
    if (places === undefined) {
      const header = cellsOf(text.replace(/^\uFEFF/, ""), path);
      width = header.length;
      const needed = columns.map(name => placeOf(name, header, path));
      places = [...needed, ...optional.map(name => header.indexOf(name))];
    } else if (text !== "") {
      const cells = lineOf(text);
      if (cells) take(places.map(place => cells[place] ?? ""));
    }
  };
  await eachTableLine(path, shape, accept);
  if (places === undefined) throw new SourceChanged(`${path} is empty: a header line is missing`);
}

function cellsOf(line: string, path: string, width?: number): string[] {
  const cells = line.includes('"') ? (records(line, path)[0] ?? []) : line.split(",");
  if (width === undefined || cells.length === width) return cells;
  throw new SourceChanged(
    `${path} has a line of ${cells.length} fields where the header has ${width}: ${line.slice(0, 80)}`,
  );
}
