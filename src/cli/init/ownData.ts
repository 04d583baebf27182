import {basename} from "node:path";
import slugify from "@sindresorhus/slugify";
import {displayText} from "../../format/displayText.ts";
import type {AssetKind} from "../../model/assetKind.ts";
import {type Calendar, calendarOf} from "../../model/calendar.ts";
import {SourceChanged, SourceUnavailable, UsageError} from "../../model/errors.ts";
import {openRegularFile} from "../../model/regularFile.ts";
import {eachLine} from "../../sources/csv.ts";
import {type Column, lookAt, type OwnTable} from "../../sources/ownTable.ts";

/** What the person says of the table, and of what it is on. */
export interface Wish {
  readonly kind?: AssetKind;
  readonly name?: string;
  readonly symbol?: string;
  readonly price?: string;
  readonly decimal?: "point" | "comma";
}

/** A folder of data to be made of a table: its manifest, and what the person is told. */
export interface OwnData {
  /** The place for it in a project. */
  readonly folder: string;
  /** The name that the table gets in the folder. */
  readonly file: string;
  readonly manifest: string;
  readonly told: readonly string[];
  /** The assets that a note can be on. */
  readonly assets: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly symbol: string;
  readonly name: string;
  readonly class?: string;
}

/** Reads a table and says what was taken for what. */
export async function ownData(path: string, wish: Wish): Promise<OwnData> {
  await refuseSpreadsheet(path);
  const lines: string[] = [];
  await eachLine(path, line => {
    const text = line.endsWith("\r") ? line.slice(0, -1) : line;
    lines.push(lines.length === 0 ? text.replace(/^\uFEFF/, "") : text);
  });
  const table = lookAt(lines, path, {
    ...(wish.price !== undefined && {price: wish.price}),
    ...(wish.decimal !== undefined && {decimal: wish.decimal === "point" ? "." : ","}),
  });
  requireApplies(table, path, wish);
  const file = basename(path);
  const stem = file.replace(/(\.csv|\.tsv|\.txt)?(\.gz)?$/i, "");
  const found = table.closes.map(({symbol, column, days}) => {
    const calendar = calendarOf(days);
    return {
      asset: named(symbol, stem, {wish, calendar, isOnly: table.closes.length === 1}),
      symbol,
      column,
      days,
      calendar,
    };
  });
  const twice = found.find(({asset}, i) => found.findIndex(one => one.asset.id === asset.id) !== i);
  if (twice)
    throw new UsageError(
      `${path} has two assets that would both be called ${twice.asset.id}: write a manifest by hand (docs/own-data.md)`,
    );
  return {
    folder: `data/${(found.length === 1 && found[0]?.asset.id) || idOf(stem) || "own"}`,
    file,
    manifest: manifestText(table, found, {file, stem}),
    told: [...formTold(table, path, lines.length), ...found.map(assetTold)],
    assets: found.map(({asset}) => asset),
  };
}

/** How the files of spreadsheets begin: those of today are ZIP, those of old are of OLE. */
const spreadsheets = ["504b0304", "d0cf11e0"];

/** @throws SourceChanged where the file is none of text */
async function refuseSpreadsheet(path: string): Promise<void> {
  await using file = await openRegularFile(
    path,
    cause => new SourceUnavailable(`cannot read ${path}: ${cause.message}`, {cause}),
  );
  const {buffer} = await file.read(Buffer.alloc(4), 0, 4, 0);
  if (spreadsheets.includes(buffer.toString("hex")))
    throw new SourceChanged(
      `${path} is a spreadsheet: save the sheet with the prices as "CSV UTF-8", and give that file`,
    );
}

/** An id has the letters of the name without their accents, whatever language it is in. */
const idOf = (name: string): string =>
  slugify(
    name
      .normalize("NFD")
      .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
      .normalize("NFC"),
  );

/** @throws UsageError where a name or a symbol is given that no asset of the table can bear */
function requireApplies({columns, closes}: OwnTable, path: string, {name, symbol}: Wish): void {
  const asked = name === undefined ? "--symbol" : "--name";
  const given = name ?? symbol;
  const keys = closes.map(one => one.symbol ?? one.column);
  if (given !== undefined && closes.length > 1)
    throw new UsageError(
      `${asked} ${JSON.stringify(given)} can be said of one asset only, and ${path} has ${closes.length}: ${displayText(keys.slice(0, 8).join(", "), 120)}${keys.length > 8 ? ", …" : ""}. Say with --price which column is meant, or leave ${asked} out and name them in dataset.json`,
    );
  const inTable = columns.some(({role}) => role === "symbol") ? keys[0] : undefined;
  if (symbol !== undefined && inTable !== undefined && symbol !== inTable)
    throw new UsageError(
      `--symbol ${JSON.stringify(symbol)} cannot apply: ${path} has a column of symbols, which says ${JSON.stringify(inTable)}. Leave it out`,
    );
}

interface Found {
  readonly asset: Named;
  readonly symbol: string | undefined;
  readonly column: string;
  readonly days: readonly string[];
  readonly calendar: Calendar;
}

interface Hints {
  readonly wish: Wish;
  readonly calendar: Calendar;
  /** The only asset of its table: what was said beforehand is of it. */
  readonly isOnly: boolean;
}

/** What others are measured on is known by its usual id. */
const benchmarks: Readonly<Record<string, Named>> = {
  BTC: {id: "bitcoin", symbol: "BTC", name: "Bitcoin"},
};

function named(inTable: string | undefined, stem: string, {wish, calendar, isOnly}: Hints): Named {
  const symbol = wish.symbol ?? inTable;
  const own = symbol ?? idOf((isOnly && wish.name) || stem).toUpperCase();
  const known = benchmarks[own.toUpperCase()];
  if (known && wish.name === undefined) return {...known, symbol: own};
  const kind = wish.kind ?? (calendar.rests ? "share" : "coin");
  const label = displayText((isOnly ? wish.name : undefined) ?? inTable ?? stem);
  return {
    id: idOf(label) || idOf(own) || "asset",
    symbol: symbol ?? displayText(own, 20),
    name: label,
    ...(kind !== "coin" && {class: kind}),
  };
}

function manifestText(
  {form, isPlain, startsDay, columns}: OwnTable,
  found: readonly Found[],
  {file, stem}: {readonly file: string; readonly stem: string},
): string {
  const at = (role: Column["role"]) => columns.find(one => one.role === role)?.name;
  const symbol = at("symbol");
  const shared = {file, date: at("date")};
  const rest = {
    ...(startsDay && {stamp: "day-start"}),
    ...(!isPlain && {form}),
  };
  const [lowUsd, highUsd] = [at("lowUsd"), at("highUsd")];
  const columnsOfOne = found.length === 1 || symbol !== undefined;
  const whose = (of: Found) => (symbol === undefined ? {asset: of.asset.symbol} : {symbol});
  const tables = symbol === undefined ? found : found.slice(0, 1);
  const [volumeUsd, marketCapUsd] = [at("volumeUsd"), at("marketCapUsd")];
  const manifest = {
    schema: "assay/dataset@1",
    name: stem,
    assets: found.map(({asset}) => asset),
    prices: tables.map(one => ({
      ...shared,
      ...whose(one),
      closeUsd: one.column,
      ...(columnsOfOne && lowUsd && highUsd && {lowUsd, highUsd}),
      ...rest,
    })),
    ...(columnsOfOne &&
      (volumeUsd || marketCapUsd) && {
        activity: tables.map(one => ({
          ...shared,
          ...whose(one),
          ...(volumeUsd && {volumeUsd}),
          ...(marketCapUsd && {marketCapUsd}),
          ...rest,
        })),
      }),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const taken: Readonly<Record<Column["role"], string>> = {
  date: "the day",
  symbol: "whose line it is",
  currency: "the currency of the line",
  close: "the close, in US dollars",
  lowUsd: "the day's low, in US dollars",
  highUsd: "the day's high, in US dollars",
  volumeUsd: "the day's volume, in US dollars",
  marketCapUsd: "the market cap, in US dollars",
  volume: "left: it counts pieces, and volume is read in US dollars",
  unread: "left: nothing reads it",
  unknown: "left: it is not known what it holds",
};

const signs: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "|",
};

function formTold({form, startsDay, columns}: OwnTable, path: string, lines: number): string[] {
  const widest = Math.max(...columns.map(({name}) => name.length));
  return [
    `${path}: ${lines} lines, fields parted by ${signs[form.delimiter]}, numbers with a ${form.decimal === "," ? "comma" : "point"}, days as ${form.dates}`,
    ...columns.map(({name, role}) => `  ${name.padEnd(widest)}  ${taken[role]}`),
    ...(startsDay
      ? ["  A day's value is stamped at midnight after it: taken for the day before."]
      : []),
  ];
}

function assetTold({asset, days, calendar}: Found): string {
  const holes = days.filter((day, i) => i > 0 && !calendar.isNext(days[i - 1]!, day)).length;
  const rhythm = calendar.rests
    ? `traded on ${calendar.daysPerYear} days a year`
    : "traded every day";
  const kind = asset.class ?? "coin";
  return `${asset.name} (${asset.id}), taken for ${kind === "index" ? "an" : "a"} ${kind}: ${days.length} closes, ${days[0]} to ${days.at(-1)}, ${rhythm}${holes > 0 ? `, ${holes} ${holes > 1 ? "gaps" : "gap"}` : ""}`;
}
