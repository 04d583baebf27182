import {type RawBuilder, sql, type Transaction} from "kysely";
import type {Tables} from "./tables.ts";

/** The rows of a query, so many at a time, whatever their number. One after another in a transaction. */
export async function* pagesOf<Row>(
  transaction: Transaction<Tables>,
  query: RawBuilder<Row>,
  size = 500,
): AsyncGenerator<Row[]> {
  await sql`declare pages no scroll cursor for ${query}`.execute(transaction);
  for (;;) {
    const {rows} = await sql<Row>`fetch ${sql.lit(size)} from pages`.execute(transaction);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close pages`.execute(transaction);
}
