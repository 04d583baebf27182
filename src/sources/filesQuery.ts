import {z} from "zod";
import {SourceChanged} from "../model/errors.ts";
import {parseShallow} from "../model/parseJson.ts";
import type {RecordedAnswer} from "../model/snapshot.ts";

/** A query holds a text for each name; what is no text is JSON there. */
const json = <T extends z.ZodType>(shape: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return parseShallow(text);
      } catch (error) {
        context.addIssue((error as Error).message);
        return z.NEVER;
      }
    })
    .pipe(shape);
const text = z.string();
const table = {file: text, attribution: text};

/** A coin of the sector, with the word by which the tables know it. */
const member = z.object({key: text, id: text, symbol: text, name: text});
export type Member = z.infer<typeof member>;

/** Whose rows the table has, by the words that it knows them by. */
const coins = {
  asset: text.optional(),
  benchmark: text.optional(),
  members: json(z.array(member)).optional(),
};

/** Snapshots of the first versions have symbols with spaces between them. */
const symbols = z.union([json(z.array(text)), text.transform(words => words.split(" "))]);

/** What a table of each kind was cut by. */
const queries = {
  prices: z.object({
    ...table,
    date: text,
    symbol: text,
    close: text,
    low: text.optional(),
    high: text.optional(),
    origin: text.optional(),
    ...coins,
    quotes: symbols,
  }),
  activity: z.object({
    ...table,
    date: text,
    symbol: text,
    volume: text.optional(),
    marketCap: text.optional(),
    zeroMeansMissing: json(z.boolean()),
    ...coins,
  }),
  series: z.object({...table, date: text, columns: json(z.record(text, text))}),
  fiat: z.object({...table, date: text}),
  metals: z.object({...table, date: text, columns: json(z.record(text, text))}),
  figures: z.object({...table, asset: text, figure: text, value: text, at: text}),
};

export type Endpoint = keyof typeof queries;
export type Query<E extends Endpoint> = z.output<(typeof queries)[E]>;

/** @throws SourceChanged when the answer's query is not that of such a table */
export function queryOf<E extends Endpoint>(endpoint: E, {path, query}: RecordedAnswer): Query<E> {
  const result = queries[endpoint].safeParse(query);
  if (result.success) return result.data as Query<E>;
  throw new SourceChanged(
    `${path} has a query that no table of ${endpoint} has:\n${z.prettifyError(result.error)}`,
  );
}

/** The query as the answer holds it; what is not known is left out. */
export function writeQuery(query: Query<Endpoint>): Record<string, string> {
  const known = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
}
