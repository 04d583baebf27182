import {type RawBuilder, sql} from "kysely";
import {z} from "zod";
import {wrongField} from "../api/problem.ts";

/** A place in a list that is ordered by an instant, in microseconds since 1970, and then by id. */
const placeSchema = z.tuple([z.int(), z.uuid()]);
type Place = z.output<typeof placeSchema>;

export const cursorAt = (place: readonly (number | string)[]): string =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/** @throws Problem for what no answer of ours gave */
export const readCursor = (cursor: string): Place => readPlace(cursor, placeSchema);

/** @throws Problem for what no answer of ours gave */
export function readPlace<Schema extends z.ZodType>(
  cursor: string,
  schema: Schema,
): z.output<Schema> {
  const text = Buffer.from(cursor, "base64url").toString();
  const place = schema.safeParse(parsed(text));
  if (!place.success) throw wrongField("cursor", "must be the cursor of the answer before");
  return place.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A column's instant in whole microseconds, as exact as the store has it. */
export const microseconds = (column: string): RawBuilder<number> =>
  sql<number>`(extract(epoch from ${sql.ref(column)}) * 1000000)::bigint`;

/** What comes after the place, where the newest come first. */
export const olderThan = (column: string, id: string, [at, after]: Place): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)}, ${sql.ref(id)}) <
    (timestamptz 'epoch' + ${at} * interval '1 microsecond', ${after}::uuid)`;

/** So many rows, and the cursor of the last where there are more. */
export function pageOf<Row extends {readonly id: string; readonly place: number}>(
  rows: readonly Row[],
  limit: number,
): {readonly page: readonly Row[]; readonly cursor?: string} {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {page, ...(last && rows.length > limit && {cursor: cursorAt([last.place, last.id])})};
}
