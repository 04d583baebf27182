import {z} from "zod";
import type {Day} from "../model/day.ts";
import {SourceChanged} from "../model/errors.ts";
import type {DailySeries} from "../model/market.ts";
import type {Answer, Asset, RecordedAnswer} from "../model/snapshot.ts";

/** What a note needs of the other coins of a folder. */
export interface FieldWish {
  readonly asset: Asset;
  /** The asset's own closes, where they are on record. */
  readonly close?: Pick<DailySeries, "dates" | "values">;
  readonly asOf: string;
  /** The last day that is over. */
  readonly until: Day;
  /** Whose data it is. */
  readonly attribution: string;
}

/** An answer that was condensed from a folder's record; its query says what from. */
export const fieldAnswer = (
  endpoint: string,
  {asOf, attribution}: FieldWish,
  query: Readonly<Record<string, string>>,
  body: string,
): Answer => ({
  source: "field",
  endpoint,
  query: {attribution, ...query},
  url: `field: ${endpoint}`,
  fetchedAt: asOf,
  mediaType: "text/csv",
  body: Buffer.from(body),
});

/** @throws SourceChanged when the answer's query lacks what such an answer says of itself */
export function fieldQuery<T>({path, query}: RecordedAnswer, shape: z.ZodType<T>): T {
  const result = shape.safeParse(query);
  if (result.success) return result.data;
  throw new SourceChanged(
    `${path} has a query that no field has:\n${z.prettifyError(result.error)}`,
  );
}
