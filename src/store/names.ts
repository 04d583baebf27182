import {sql, type Transaction} from "kysely";
import {UsageError} from "../model/errors.ts";
import type {Tables} from "./tables.ts";

// In the ledger stands a name, of a person or of a token: so no two of them share one, whatever the
// case of its letters, and none that was ever somebody's becomes another's.

/**
 * Takes a name for a token; others who take one wait until the transaction ends.
 *
 * @throws UsageError where it is a person's
 */
export async function claimTokenName(transaction: Transaction<Tables>, name: string) {
  await lock(transaction);
  if (await isTaken(transaction, "people", name))
    throw new UsageError(`${name} is the name of a person: give the token another name`);
}

/**
 * Takes a name for a person.
 *
 * @throws UsageError where it is another's, or was ever a token's
 */
export async function claimPersonName(transaction: Transaction<Tables>, name: string) {
  await lock(transaction);
  if (await isTaken(transaction, "people", name))
    throw new UsageError(`${name} is the name of somebody else here: give another`);
  if (await isTaken(transaction, "tokens", name))
    throw new UsageError(`${name} is or was the name of a token: give another`);
}

const lock = (transaction: Transaction<Tables>) =>
  sql`lock table assay.tokens in share row exclusive mode`.execute(transaction);

async function isTaken(
  transaction: Transaction<Tables>,
  table: "people" | "tokens",
  name: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom(table)
    .select("id")
    .where(sql`lower(name)`, "=", sql`lower(${name})`)
    .executeTakeFirst();
  return row !== undefined;
}
