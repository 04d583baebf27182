import {z} from "zod";
import {addDays} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import {eachLine, records} from "./csv.ts";
import {csvLine} from "./csvText.ts";
import {dateForms, dayIn} from "./dateForms.ts";
import {numberIn} from "./numberForms.ts";

/** What a table may have instead of commas, points and YYYY-MM-DD. */
export const tableForm = z.strictObject({
  delimiter: z
    .enum([",", ";", "\t", "|"], {error: 'one of ",", ";", "\\t" and "|"'})
    .default(",")
    .describe("What stands between the fields of a line"),
  decimal: z
    .enum([".", ","], {error: '"." or ","'})
    .default(".")
    .describe("What stands before the part of a number; the other sign may part thousands"),
  dates: z
    .enum(dateForms, {error: `one of ${dateForms.join(", ")}`})
    .default("YYYY-MM-DD")
    .describe("How a day is written; Excel counts days from 1900"),
});

/** How a table stands on the disk, where it is not as we keep ours. */
export interface Shape {
  readonly date: string;
  readonly symbol: string;
  /** The columns of numbers that are read, and those of words beside date and symbol. */
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  readonly form?: z.output<typeof tableForm>;
  /** Whose table it is, where no column says so. */
  readonly asset?: string;
  /** The date is that of the instant at which its day begins. */
  readonly startsDay: boolean;
}

/** Whether a table stands as we keep ours: then its lines are read as they are. */
const isPlain = ({form, asset, startsDay}: Shape) =>
  form === undefined && asset === undefined && !startsDay;

/**
 * Every line of a table by its number in the file, in our own form: commas between fields, a point in
 * numbers, days as YYYY-MM-DD, and a column that says whose the line is. A table that has it already
 * is passed on as it stands. What is no day or no number in the table's form stays as it is, and is
 * refused where it is wanted.
 */
export async function eachTableLine(
  path: string,
  shape: Shape | undefined,
  accept: (line: string, number: number) => void,
): Promise<void> {
  let number = 0;
  const translate = shape === undefined || isPlain(shape) ? undefined : translator(path, shape);
  await eachLine(path, line => {
    number++;
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (translate === undefined) accept(text, number);
    else if (text !== "") accept(translate(text, number), number);
  });
}

type Cell = (cells: readonly string[]) => string;

function translator(path: string, shape: Shape): (text: string, number: number) => string {
  const {delimiter = ",", decimal = ".", dates = "YYYY-MM-DD"} = shape.form ?? {};
  const cellsOf = (text: string, place: string) => records(text, place, delimiter)[0] ?? [];
  let width = 0;
  let columns: readonly Cell[] | undefined;
  const begin = (header: readonly string[]): string => {
    width = header.length;
    const cell = (name: string): Cell => {
      const at = placeOf(name, header, path);
      return cells => (cells[at] ?? "").trim();
    };
    const written = cell(shape.date);
    const day: Cell = cells => {
      const text = written(cells);
      const found = dayIn(text, dates);
      return found === undefined ? text : shape.startsDay ? addDays(found, -1) : found;
    };
    const words = shape.words.filter(name => header.includes(name));
    columns = [
      day,
      shape.asset === undefined ? cell(shape.symbol) : () => shape.asset ?? "",
      ...shape.numbers.map((name): Cell => {
        const own = cell(name);
        return cells => numberIn(own(cells), decimal) ?? own(cells);
      }),
      ...words.map(cell),
    ];
    return csvLine([shape.date, shape.symbol, ...shape.numbers, ...words]);
  };
  return (text, number) => {
    const place = `${path}, line ${number},`;
    const cells = cellsOf(number === 1 ? text.replace(/^\uFEFF/, "") : text, place);
    if (columns === undefined) return begin(cells);
    if (cells.length !== width)
      throw new SourceChanged(
        `${place} has ${cells.length} fields where the header has ${width}: ${text.slice(0, 80)}`,
      );
    return csvLine(columns.map(column => column(cells)));
  };
}

/**
 * The place of a column in a header.
 *
 * @throws SourceChanged naming the columns that there are
 */
export function placeOf(name: string, header: readonly string[], path: string): number {
  const place = header.indexOf(name);
  if (place >= 0) return place;
  const [near] = nearest(name, header, one => [one], 1);
  const other = header.length === 1 && /[;\t|]/.exec(header[0] ?? "")?.[0];
  const hint = other
    ? `. Its fields seem to be parted by ${JSON.stringify(other)}: say so in the manifest, for this table, with "form": {"delimiter": ${JSON.stringify(other)}}`
    : near === undefined
      ? ""
      : `; did you mean "${near}"?`;
  throw new SourceChanged(`${path} has no column "${name}": it has ${header.join(", ")}${hint}`);
}
