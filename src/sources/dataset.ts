import {existsSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {SourceChanged, SourceUnavailable, UsageError} from "../model/errors.ts";
import {parseJson} from "../model/parseJson.ts";
import {readRegularFile} from "../model/regularFile.ts";

const file = z
  .string()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\p{C}]+$/u,
    "must be a path inside the folder, with /",
  )
  .describe("Path inside the folder, with /; .csv or .csv.gz are CSV, .json is JSON");
const mostManifestBytes = 4 * 2 ** 20;
/** More tables or answers than anybody keeps for one market are a mistake, and would be read for hours. */
const mostTables = 200;
const mostAnswers = 2000;

/** The manifest of a folder of recorded data. */
export const manifestFile = "dataset.json";

const column = z.string().min(1);
const stamp = z
  .literal("day-end")
  .default("day-end")
  .describe("The value is that of the end of the UTC day named by the date");
const table = {file, date: column.default("date"), attribution: z.string().optional()};

const series = z
  .array(
    z.looseObject({
      ...table,
      symbol: column.optional(),
      by: z
        .union([column, z.array(column)])
        .optional()
        .describe("Columns that part a day further"),
      complete: column.optional().describe("Column that is 0 on a day that was not over"),
      metrics: z
        .record(column, z.looseObject({name: z.string(), unit: z.string(), stamp: z.string()}))
        .describe("By column: name, unit and what the date says of it"),
    }),
  )
  .max(mostTables)
  .default([])
  .describe("Numbers by asset or market and day; of them price.usd and price.usd.low are read");

/** The manifest of a folder of recorded data, `dataset.json`. Its JSON Schema is in `docs/schemas`. */
export const datasetSchema = z
  .object({
    schema: z.literal("assay/dataset@1"),
    name: z.string().min(1).describe("What the reader is told the data come from"),
    simulated: z
      .boolean()
      .default(false)
      .describe("A simulated market: every page of a note says so"),
    benchmark: z
      .string()
      .default("bitcoin")
      .describe("Id of the asset that dependence is measured on"),
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
      .object({
        file,
        symbol: column,
        id: column,
        name: column,
        sector: column
          .optional()
          .describe("Column that names the group a coin is compared within; empty for none"),
      })
      .describe("One line per asset; an asset without an id is known by its symbol"),
    prices: z
      .array(
        z
          .object({
            ...table,
            symbol: column,
            closeUsd: column,
            lowUsd: column.optional().describe("Lowest price of the day"),
            highUsd: column.optional().describe("Highest price of the day"),
            source: column.optional().describe("Column that names where a row came from"),
            stamp,
          })
          .refine(({lowUsd, highUsd}) => (lowUsd === undefined) === (highUsd === undefined), {
            message: "lowUsd and highUsd go together: name both columns or neither",
            path: ["lowUsd"],
          }),
      )
      .max(mostTables)
      .default([]),
    activity: z
      .array(
        z.object({
          ...table,
          symbol: column,
          volumeUsd: column,
          marketCapUsd: column,
          stamp,
          zeroMeansMissing: z.boolean().default(false),
        }),
      )
      .max(mostTables)
      .default([]),
    fiat: z
      .array(z.object({...table, layout: z.literal("wide"), unit: z.literal("per-usd")}))
      .max(mostTables)
      .default([])
      .describe("A column per currency: units of it for one US dollar"),
    metals: z
      .array(
        z.object({
          ...table,
          unit: z.literal("usd-per-ounce"),
          columns: z.record(z.string(), column),
        }),
      )
      .max(mostTables)
      .default([])
      .describe("Columns by metal: US dollars per troy ounce"),
    series,
    figures: z
      .array(
        z.object({
          file,
          asset: column,
          figure: column,
          value: column,
          at: column.describe("ISO 8601 instant the value is true of"),
          attribution: z.string().optional(),
        }),
      )
      .max(mostTables)
      .default([])
      .describe(
        "Single figures by id, such as price.usd, price.btc or change24h.eur, as somebody printed them",
      ),
    answers: z
      .array(
        z.object({
          source: z.string(),
          endpoint: z.string(),
          query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
          file,
          fetchedAt: z.iso.datetime(),
        }),
      )
      .max(mostAnswers)
      .default([])
      .describe("Answers of an API, recorded byte for byte"),
  })
  .describe("A folder of recorded market data");

export type Dataset = z.output<typeof datasetSchema>;

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
  const result = schema.safeParse(parseJson(text.toString("utf8"), path));
  if (result.success) return result.data;
  throw new SourceChanged(
    `${path} does not follow the format of docs/files.md:\n${z.prettifyError(result.error)}`,
  );
}
