import {type Kysely, sql, type Transaction} from "kysely";
import type {Tables} from "./tables.ts";

/** Reads the store as it is at one instant, for as long as the blobs beside it take. */
export const atOneInstant = <T>(
  db: Kysely<Tables>,
  read: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async transaction => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
      return read(transaction);
    });
