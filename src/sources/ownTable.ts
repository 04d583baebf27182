import {addDays, type Day, daysBetween} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import {median} from "../stats/median.ts";
import {records} from "./csv.ts";
import {currencyIn, currencyNamed, isDollars} from "./currencyNames.ts";
import {type DateForm, dateForms, dayIn, formsOf} from "./dateForms.ts";
import {type Role, roleOf, startsItsDay} from "./headings.ts";
import {type DecimalSign, numberIn} from "./numberForms.ts";

/** A table as somebody brought it, and what it was taken for. */
export interface OwnTable {
  readonly form: {
    readonly delimiter: "," | ";" | "\t" | "|";
    readonly decimal: DecimalSign;
    readonly dates: DateForm;
  };
  /** It stands as our own tables do, and needs no form said. */
  readonly isPlain: boolean;
  /** Its dates are instants at which their days begin. */
  readonly startsDay: boolean;
  readonly columns: readonly Column[];
  /** The days on which each asset has a close, oldest first; a table of one names none. */
  readonly closes: readonly {
    readonly symbol?: string;
    readonly column: string;
    readonly days: readonly Day[];
  }[];
}

export interface Column {
  readonly name: string;
  /** A column of the closes of the asset that heads it is one, too. */
  readonly role: Role | "unknown";
}

/** What the person says of it beforehand. */
export interface Told {
  /** The column of the closes. */
  readonly price?: string;
  /** The sign before the part of a number that is no whole. */
  readonly decimal?: DecimalSign;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Closes further apart than this, in days, are no daily ones. */
const daily = 3;

/**
 * Looks at a table of prices: what parts its fields, how days and numbers are written, and which
 * column holds what.
 *
 * @throws SourceChanged naming line and value, where it is no such table or can be taken for two
 */
export function lookAt(lines: readonly string[], path: string, told: Told = {}): OwnTable {
  refusePreamble(lines, path);
  const delimiter = delimiterOf(lines, path);
  const {header, rows} = rowsOf(lines, delimiter, path);
  const columns = columnsOf(header, rows, path, told);
  const at = (role: Column["role"]) => columns.find(one => one.role === role)?.name;
  const date = at("date");
  if (date === undefined)
    throw new SourceChanged(
      `${path} has no column of dates: it has ${header.join(", ")}. Head one with "date"`,
    );
  const place = (name: string) => header.indexOf(name);
  requireDollars(columns, header, rows, path);
  const dates = datesOf(rows, place(date), path);
  const numbers = columns
    .filter(({role}) => ["close", "lowUsd", "highUsd", "volumeUsd", "marketCapUsd"].includes(role))
    .map(({name}) => name);
  const decimal = decimalOf(rows, numbers.map(place), {header, delimiter, told, path});
  const startsDay = startsItsDay(date);
  const symbol = at("symbol");
  const prices = columns.filter(({role}) => role === "close").map(({name}) => name);
  const isWide =
    prices.length > 1 || (told.price === undefined && roleOf(prices[0] ?? "") === undefined);
  const closes = prices.flatMap(column => {
    const known = rows.filter(({cells}) => numberIn(cells[place(column)] ?? "", decimal) !== "");
    const groups =
      symbol === undefined
        ? new Map([[isWide ? column : undefined, known]])
        : Map.groupBy(known, ({cells}) => (cells[place(symbol)] ?? "").trim());
    return [...groups].map(([of, own]) => ({
      ...(of !== undefined && {symbol: of}),
      column,
      days: daysOf(own, {place: place(date), dates, startsDay, path, of: of ?? column}),
    }));
  });
  const isPlain =
    delimiter === "," &&
    dates === "YYYY-MM-DD" &&
    rows.every(({cells}) =>
      numbers.every(name => /^$|^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(cells[place(name)] ?? "")),
    );
  return {form: {delimiter, decimal, dates}, isPlain, startsDay, columns, closes};
}

const delimiters = [";", "\t", "|", ","] as const;

/** @throws SourceChanged where the first line with headings of ours comes after others */
function refusePreamble(lines: readonly string[], path: string): void {
  const isHeader = (line: string) =>
    delimiters.some(sign => {
      const roles = line.split(sign).map(cell => roleOf(cell.replaceAll('"', "")));
      return roles.includes("date") && new Set(roles.filter(Boolean)).size > 1;
    });
  const first = lines.findIndex(line => line.trim() !== "");
  const header = lines.slice(0, 40).findIndex(isHeader);
  if (header <= first) return;
  throw new SourceChanged(
    `${path} begins with ${JSON.stringify(lines[first]?.slice(0, 60))}, and its header seems to be line ${header + 1}: ${JSON.stringify(lines[header]?.slice(0, 80))}. Remove the lines before it`,
  );
}

/** The sign that parts the header and the lines after it into as many fields. */
function delimiterOf(lines: readonly string[], path: string): OwnTable["form"]["delimiter"] {
  const first = lines.filter(line => line.trim() !== "").slice(0, 50);
  if (first.length < 2)
    throw new SourceChanged(
      `${path} has ${first.length === 0 ? "no lines" : "one line"}: a header line is needed, and a line for each day (line ends of an old Mac are none)`,
    );
  // Commas come last: decimal ones may part lines as evenly.
  const fits = delimiters.filter(sign => {
    const widths = new Set(first.map(line => widthOf(line, sign)));
    return widths.size === 1 && !widths.has(1);
  });
  const [best] = fits.toSorted((a, b) => widthOf(first[0]!, b) - widthOf(first[0]!, a));
  if (best !== undefined) return best;
  const sign = ([",", ";", "\t", "|"] as const).toSorted(
    (a, b) => widthOf(first[0]!, b) - widthOf(first[0]!, a),
  )[0]!;
  const odd = lines.findIndex(
    line => line.trim() !== "" && widthOf(line, sign) !== widthOf(first[0]!, sign),
  );
  throw new SourceChanged(
    odd < 0
      ? `${path} has one column: fields are parted by a comma, a semicolon, a tab or |`
      : `${path}, line ${odd + 1}, has ${widthOf(lines[odd]!, sign)} fields where the header has ${widthOf(first[0]!, sign)}: ${JSON.stringify(lines[odd]!.slice(0, 80))}`,
  );
}

function widthOf(line: string, sign: string): number {
  try {
    return records(line, "", sign)[0]?.length ?? 0;
  } catch {
    return 0;
  }
}

function rowsOf(lines: readonly string[], delimiter: string, path: string) {
  const numbered = lines.flatMap((text, i): Row[] =>
    text.trim() === ""
      ? []
      : [{line: i + 1, cells: records(text, `${path}, line ${i + 1},`, delimiter)[0] ?? []}],
  );
  const [first, ...rows] = numbered;
  const header = (first?.cells ?? []).map(one => one.trim());
  const twice = header.find((name, i) => header.indexOf(name) !== i);
  if (twice !== undefined)
    throw new SourceChanged(
      `${path} has two columns "${twice}": give each a heading of its own in its first line`,
    );
  if (header.some(one => formsOf([one]).length > 0))
    throw new SourceChanged(
      `${path} begins with ${JSON.stringify(lines[0]?.slice(0, 60))} and has no header line: put one before it, such as ${["date", "close", "volume"].slice(0, header.length).join(delimiter)}`,
    );
  const odd = rows.find(({cells}) => cells.length !== header.length);
  if (odd)
    throw new SourceChanged(
      `${path}, line ${odd.line}, has ${odd.cells.length} fields where the header has ${header.length}`,
    );
  return {header, rows};
}

function columnsOf(
  header: readonly string[],
  rows: readonly Row[],
  path: string,
  {price}: Told,
): Column[] {
  if (price !== undefined && !header.includes(price))
    throw new SourceChanged(`${path} has no column "${price}": it has ${header.join(", ")}`);
  const values = (name: string) =>
    rows.map(({cells}) => (cells[header.indexOf(name)] ?? "").trim()).filter(Boolean);
  const named = header.map(name => ({name, role: roleOf(name)}));
  // Adjacent forms of one thing: the first counts.
  const first = (role: Role) => named.find(one => one.role === role)?.name;
  const closes = named.filter(one => one.role === "close").map(({name}) => name);
  const close = price ?? closes.find(name => !isForeign(name)) ?? closes[0];
  const date = first("date") ?? header.find(name => formsOf(values(name).slice(0, 20)).length > 0);
  const isNumber = (name: string) =>
    values(name).every(text =>
      [".", ","].some(sign => numberIn(text, sign as DecimalSign) !== undefined),
    );
  const found = named.map(({name, role}): Column => {
    if (name === date) return {name, role: "date"};
    if (name === close) return {name, role: "close"};
    if (role === "date" || role === "close") return {name, role: "unread"};
    if (role !== undefined) return {name, role};
    return {name, role: close === undefined && isNumber(name) ? "close" : "unknown"};
  });
  const prices = found.filter(({role}) => role === "close");
  // Of columns in several currencies those in dollars are read.
  if (prices.some(({name}) => !isForeign(name)))
    return found.map(one =>
      one.role === "close" && isForeign(one.name) ? {...one, role: "unread"} : one,
    );
  if (prices.length > 0) return found;
  throw new SourceChanged(
    `${path} has no column of prices: it has ${header.join(", ")}. Say which with --price`,
  );
}

function isForeign(heading: string): boolean {
  const currency = currencyIn(heading);
  return currency !== undefined && !isDollars(currency);
}

const whatToDo =
  "only prices in US dollars are read: convert them to dollars, or say with --price which column is in dollars";

/** @throws SourceChanged where a heading, or a column of currencies, says that the closes are in another one */
function requireDollars(
  columns: readonly Column[],
  header: readonly string[],
  rows: readonly Row[],
  path: string,
): void {
  const prices = columns.filter(({role}) => role === "close").map(({name}) => name);
  const foreign = prices.find(isForeign);
  if (foreign !== undefined)
    throw new SourceChanged(
      `${path}: the column "${foreign}" is in ${currencyIn(foreign)}, and ${whatToDo}`,
    );
  // What the heading of the closes says of itself goes before a column of the whole line.
  if (prices.every(name => currencyIn(name) !== undefined)) return;
  for (const {name} of columns.filter(({role}) => role === "currency")) {
    const of = ({cells}: Row) => currencyNamed(cells[header.indexOf(name)] ?? "");
    const odd = rows.find(row => !isDollars(of(row) ?? "USD"));
    if (odd)
      throw new SourceChanged(
        `${path}, line ${odd.line}: the column "${name}" says ${of(odd)}, and ${whatToDo}, with USD in its heading`,
      );
  }
}

function datesOf(rows: readonly Row[], place: number, path: string): DateForm {
  const texts = rows.map(({cells}) => (cells[place] ?? "").trim());
  const forms = formsOf(texts);
  const [only, other] = forms;
  if (only !== undefined && other === undefined) return only;
  if (only !== undefined)
    throw new SourceChanged(
      `${path} has dates such as ${JSON.stringify(texts[0])}, which can be read as ${forms.join(" or as ")}: write them as YYYY-MM-DD`,
    );
  const fits = dateForms.map(form => ({
    form,
    count: texts.filter(text => dayIn(text, form) !== undefined).length,
  }));
  const best = fits.reduce((a, b) => (b.count > a.count ? b : a));
  const odd = rows.find((_, i) => dayIn(texts[i] ?? "", best.form) === undefined);
  const what = `${path}, line ${odd?.line}: ${JSON.stringify((odd?.cells[place] ?? "").slice(0, 40))} is no day`;
  throw new SourceChanged(
    best.count > 0
      ? `${what} as the others are, ${best.form}`
      : `${what} in any form that is known: write days as YYYY-MM-DD (known are ${dateForms.join("; ")})`,
  );
}

interface Written {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly told: Told;
  readonly path: string;
}

/**
 * The sign that all numbers of the table can be read with. Where both would do and mean different
 * numbers, the columns that nobody reads decide, and what the fields are parted by.
 */
function decimalOf(
  rows: readonly Row[],
  places: readonly number[],
  {header, delimiter, told, path}: Written,
): DecimalSign {
  const cells = rows.flatMap(({line, cells}) =>
    places.map(place => ({line, place, text: cells[place] ?? ""})),
  );
  const possible = told.decimal === undefined ? ([".", ","] as const) : [told.decimal];
  const signs = possible.filter(sign =>
    cells.every(({text}) => numberIn(text, sign) !== undefined),
  );
  const [only, other] = signs;
  const twofold = cells.find(({text}) => numberIn(text, ".") !== numberIn(text, ","));
  if (only !== undefined && (other === undefined || !twofold)) return only;
  if (twofold && only !== undefined) {
    const decided = decidedElsewhere(rows, header, delimiter);
    if (decided !== undefined) return decided;
    throw new SourceChanged(
      `${path}, line ${twofold.line}: ${JSON.stringify(twofold.text)} can be ${numberIn(twofold.text, ".")} or ${numberIn(twofold.text, ",")}: say which with --decimal point or --decimal comma`,
    );
  }
  const counts = possible.map(sign => ({
    sign,
    count: cells.filter(({text}) => numberIn(text, sign) !== undefined).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  const odd = cells.find(({text}) => numberIn(text, best.sign) === undefined);
  const currency = odd && currencyNamed(odd.text);
  if (odd && currency !== undefined && !isDollars(currency))
    throw new SourceChanged(
      `${path}, line ${odd.line}: ${JSON.stringify(odd.text.slice(0, 40))} is no number for ${header[odd.place]}: it is in ${currency}, and ${whatToDo}`,
    );
  throw new SourceChanged(
    `${path}, line ${odd?.line}: ${JSON.stringify(odd?.text.slice(0, 40))} is no number for ${header[odd?.place ?? 0]}: write it in digits, as ${best.sign === "," ? "1234,5" : "1234.5"}, and leave it empty where it is not known`,
  );
}

/** What the other columns of numbers, and the sign between fields, say of the decimal sign. */
function decidedElsewhere(
  rows: readonly Row[],
  header: readonly string[],
  delimiter: string,
): DecimalSign | undefined {
  const columns = header.map((_, place) => rows.map(({cells}) => cells[place] ?? ""));
  const readings = columns.map(texts =>
    ([".", ","] as const).filter(sign => texts.every(text => numberIn(text, sign) !== undefined)),
  );
  const said = new Set(readings.flatMap(signs => (signs.length === 1 ? signs : [])));
  if (said.size === 1) return [...said][0];
  // A writer of decimal commas quotes them where commas part fields.
  const hasCommas = columns.some((texts, i) => readings[i]?.length && texts.some(isCommaed));
  return delimiter === "," && !hasCommas ? "." : undefined;
}

const isCommaed = (text: string) => text.includes(",");

interface Days {
  readonly place: number;
  readonly dates: DateForm;
  readonly startsDay: boolean;
  readonly path: string;
  readonly of: string;
}

/** @throws SourceChanged where a day comes twice, or the days are weeks */
function daysOf(rows: readonly Row[], {place, dates, startsDay, path, of}: Days): Day[] {
  const lines = new Map<Day, number>();
  for (const {line, cells} of rows) {
    const found = dayIn((cells[place] ?? "").trim(), dates);
    if (found === undefined) continue;
    const before = lines.get(found);
    if (before !== undefined)
      throw new SourceChanged(
        `${path}, line ${line}: a second value of ${of} for ${found}, which line ${before} has as well: remove one`,
      );
    lines.set(found, line);
  }
  const days = [...lines.keys()].sort().map(day => (startsDay ? addDays(day, -1) : day));
  const steps = days.slice(1).map((day, i) => daysBetween(days[i]!, day));
  if (steps.length > 0 && median(steps) > daily)
    throw new SourceChanged(
      `${path} has values of ${of} ${median(steps)} days apart: a note rests on daily closes`,
    );
  return days;
}
