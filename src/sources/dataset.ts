import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {assetClasses} from "../model/assetKind.ts";
import {complaintsOf} from "../model/complaints.ts";
import {SourceChanged, SourceUnavailable, UsageError} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import {readRegularFile} from "../model/regularFile.ts";
import {type Shape, tableForm} from "./shape.ts";

const inside = {error: "a path inside the folder, with /"};
const file = z
  .string(inside)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\p{C}]+$/u, inside)
  .describe("Path inside the folder, with /; .csv or .csv.gz are CSV, .json is JSON");
const mostManifestBytes = 4 * 2 ** 20;
/** More tables or answers than anybody keeps for one market are a mistake, and would be read for hours. */
const mostTables = 200;
const mostAnswers = 2000;

/** The manifest of a folder of recorded data. */
export const manifestFile = "dataset.json";

const heading = {error: "the heading of a column"};
const column = z.string(heading).min(1, heading);
const some = {error: "some words"};
const words = z.string(some).trim().min(1, some);
const yesOrNo = z.boolean({error: "true or false"});
const stamp = z
  .enum(["day-end", "day-start"], {error: "day-end or day-start"})
  .default("day-end")
  .describe(
    "day-end: the value is that of the end of the UTC day named by the date; day-start: of its beginning, which ends the day before",
  );
const table = {file, date: column.default("date"), attribution: words.optional()};
/** Of a table that somebody brings, and that need not stand as ours do. */
const own = {
  ...table,
  symbol: column.default("symbol"),
  asset: words
    .optional()
    .describe("Symbol of the asset that the whole table is of; it has no column of symbols then"),
  stamp,
  form: tableForm.optional().describe("Needed where the table is not in ours"),
};
const kind = z.enum(assetClasses, {error: `one of ${assetClasses.join(", ")}`});

/** The list in the manifest itself. */
const listed = z
  .array(
    z.strictObject({
      id: words.describe("By which it is ordered"),
      symbol: words.describe("By which the other tables know it"),
      name: words,
      class: kind.optional().describe("What kind of thing it is; a coin where nothing is said"),
      sector: words.optional().describe("The group that it is compared within"),
    }),
    {error: "a list of assets, or the columns of a file of them"},
  )
  .min(1, {error: "a list of one asset or more"});
const listFile = z.strictObject({
  file,
  symbol: column,
  id: column,
  name: column,
  sector: column
    .optional()
    .describe("Column that names the group a coin is compared within; empty for none"),
});

const series = z
  .array(
    z.looseObject({
      ...table,
      symbol: column.optional(),
      by: z
        .union([column, z.array(column)], {error: "the heading of a column, or several"})
        .optional()
        .describe("Columns that part a day further"),
      complete: column.optional().describe("Column that is 0 on a day that was not over"),
      metrics: z
        .record(column, z.looseObject({name: words, unit: words, stamp: words}), {
          error: "what each column is: name, unit and stamp",
        })
        .describe("By column: name, unit and what the date says of it"),
    }),
  )
  .max(mostTables)
  .default([])
  .describe("Numbers by asset or market and day; of them price.usd and price.usd.low are read");

/** The manifest of a folder of recorded data, `dataset.json`. Its JSON Schema is in `docs/schemas`. */
export const datasetSchema = z
  .strictObject({
    $schema: z.string().optional().describe("For editors of JSON"),
    schema: z.literal("assay/dataset@1", {error: '"assay/dataset@1"'}),
    name: words.describe("What the reader is told the data come from"),
    simulated: yesOrNo.default(false).describe("A simulated market: every page of a note says so"),
    benchmark: words
      .optional()
      .describe(
        "Id of the asset that dependence is measured on; where nothing is said bitcoin, if it is among the assets",
      ),
    quotes: z
      .array(z.string())
      .default([
        "BTC",
        "ETH",
        "BNB",
        "XRP",
        "SOL",
        "LTC",
        "BCH",
        "LINK",
        "DOT",
        "XLM",
        "YFI",
        "EOS",
      ])
      .describe("Symbols of the coins that other coins are quoted in"),
    assets: z
      .union([listed, listFile])
      .describe(
        "The assets, or a file of them: one line per asset; one without an id is known by its symbol",
      ),
    prices: z
      .array(
        z
          .strictObject({
            ...own,
            closeUsd: column,
            lowUsd: column.optional().describe("Lowest price of the day"),
            highUsd: column.optional().describe("Highest price of the day"),
            source: column.optional().describe("Column that names where a row came from"),
          })
          .refine(({lowUsd, highUsd}) => (lowUsd === undefined) === (highUsd === undefined), {
            error: "named together with the other of lowUsd and highUsd, or not at all",
            path: ["lowUsd"],
          }),
      )
      .max(mostTables)
      .default([]),
    activity: z
      .array(
        z.strictObject({
          ...own,
          volumeUsd: column.optional(),
          marketCapUsd: column.optional(),
          zeroMeansMissing: yesOrNo.default(false),
        }),
      )
      .max(mostTables)
      .default([]),
    fiat: z
      .array(
        z.strictObject({
          ...table,
          layout: z.literal("wide", {error: '"wide"'}),
          unit: z.literal("per-usd", {error: '"per-usd"'}),
        }),
      )
      .max(mostTables)
      .default([])
      .describe("A column per currency: units of it for one US dollar"),
    metals: z
      .array(
        z.strictObject({
          ...table,
          unit: z.literal("usd-per-ounce", {error: '"usd-per-ounce"'}),
          columns: z.record(z.string(), column, {error: "columns by metal"}),
        }),
      )
      .max(mostTables)
      .default([])
      .describe("Columns by metal: US dollars per troy ounce"),
    series,
    figures: z
      .array(
        z.strictObject({
          file,
          asset: column,
          figure: column,
          value: column,
          at: column.describe("ISO 8601 instant the value is true of"),
          attribution: words.optional(),
        }),
      )
      .max(mostTables)
      .default([])
      .describe(
        "Single figures by id, such as price.usd, price.btc or change24h.eur, as somebody printed them",
      ),
    answers: z
      .array(
        z.strictObject({
          source: words,
          endpoint: words,
          query: z
            .record(
              z.string(),
              z.union([z.string(), z.number(), z.boolean()], {error: "words or a number"}),
              {error: "parameters by name"},
            )
            .default({}),
          file,
          fetchedAt: z.iso.datetime({error: "an instant such as 2026-03-20T01:53:00Z"}),
        }),
      )
      .max(mostAnswers)
      .default([])
      .describe("Answers of an API, recorded byte for byte"),
  })
  .describe("A folder of recorded market data");

export type Dataset = z.output<typeof datasetSchema>;

type Own = Dataset["prices"][number] | Dataset["activity"][number];

/** How a table of prices, or of volumes and caps, stands on the disk. */
export function shapeOf(table: Own): Shape {
  const {date, symbol, asset, stamp, form} = table;
  const numbers =
    "closeUsd" in table
      ? [table.closeUsd, table.lowUsd, table.highUsd]
      : [table.volumeUsd, table.marketCapUsd];
  return {
    date,
    symbol,
    numbers: numbers.filter(name => name !== undefined),
    words: "closeUsd" in table ? [table.source ?? "source"] : [],
    startsDay: stamp === "day-start",
    ...(form && {form}),
    ...(asset !== undefined && {asset}),
  };
}

/** What dependence is measured on where the manifest names nothing. */
export const usualBenchmark = "bitcoin";

/** Further series, kept in a file of their own beside the manifest. */
const moreFile = "dataset-more.json";
const moreSchema = z.looseObject({series});

/** Reads and checks the manifest of the folder, and the file of further series beside it. */
export async function loadDataset(folder: string): Promise<Dataset> {
  const dataset = await load(
    join(folder, manifestFile),
    datasetSchema,
    cause =>
      new UsageError(
        `no dataset.json in ${folder}: --data wants a folder described by one (docs/files.md)`,
        {cause},
      ),
  );
  const path = join(folder, moreFile);
  if (!existsSync(path)) return dataset;
  const unreadable = (cause: Error) =>
    new SourceUnavailable(`cannot read ${path}: ${cause.message}`, {cause});
  const more = await load(path, moreSchema, unreadable);
  return {...dataset, series: [...dataset.series, ...more.series]};
}

async function load<T>(
  path: string,
  schema: z.ZodType<T>,
  unreadable: (cause: Error) => Error,
): Promise<T> {
  const text = await readRegularFile(path, mostManifestBytes, unreadable);
  const value = parseJson(text.toString("utf8").replace(/^\uFEFF/, ""), path);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues.flatMap(issue => complaintsOf(schema, issue, value));
  throw new SourceChanged(
    [...wrong.map(one => `${path}: ${one}`), "The fields are told in docs/files.md"].join("\n"),
  );
}
