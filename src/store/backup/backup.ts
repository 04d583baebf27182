import {sql, type Transaction} from "kysely";
import {StoreDamaged} from "../../model/errors.ts";
import {completeAnswers} from "../answers.ts";
import type {Blobs} from "../blobs/blobs.ts";
import {pagesOf} from "../cursor.ts";
import {headOf, verifyEvents} from "../events.ts";
import {atOneInstant} from "../instant.ts";
import {migrationsOf} from "../migrate.ts";
import type {Store} from "../open.ts";
import type {Tables} from "../tables.ts";
import {writeArchive} from "./archive.ts";
import {type BackupManifest, manifestName, type Table, tables} from "./contents.ts";

/** What a backup came to. */
export interface BackedUp {
  readonly manifest: BackupManifest;
  readonly blobs: number;
  /** What is wrong with the store, and so with the backup of it; empty where nothing is. */
  readonly faults: readonly string[];
}

/**
 * Writes the store and the blobs that it refers to into one file, as they are at one instant, while
 * others go on. The jobs of the queue are not in it: they follow from the ledger. A damaged blob is
 * left out and told, for the rest is worth keeping all the more.
 *
 * @throws UsageError when the file is there already
 * @throws StoreUnavailable when the store or a blob is out of reach; then there is no file
 */
export async function backup(
  {db}: Store,
  blobs: Blobs,
  {file, generator}: {readonly file: string; readonly generator: string},
): Promise<BackedUp> {
  return writeArchive(file, async add => {
    await completeAnswers(db, blobs); // a manifest that is damaged is told with the blobs
    return atOneInstant(db, async transaction => {
      const manifest = await manifestOf(transaction, generator);
      await add(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
      const faults = [...manifest.events.faults];
      let kept = 0;
      for await (const page of pagesOf(transaction, referred))
        for (const {sha256} of page)
          try {
            await add(`blobs/${sha256}`, await blobs.get(sha256));
            kept += 1;
          } catch (error) {
            if (!(error instanceof StoreDamaged)) throw error;
            faults.push(error.message);
          }
      for (const table of tables) {
        let part = 0;
        for await (const page of pagesOf(transaction, rowsOf(table))) {
          part += 1;
          const lines = page.map(({row}) => `${row}\n`).join("");
          await add(`tables/${table}/${String(part).padStart(6, "0")}.ndjson`, lines);
        }
      }
      return {manifest, blobs: kept, faults};
    });
  });
}

const referred = sql<{sha256: string}>`select distinct sha256 from assay.referred`;

/** As PostgreSQL writes them, so that nothing is lost on the way through types of ours. */
const rowsOf = (table: Table) =>
  sql<{row: string}>`select row_to_json(one)::text as row from ${sql.table(`assay.${table}`)} one`;

async function manifestOf(
  transaction: Transaction<Tables>,
  generator: string,
): Promise<BackupManifest> {
  const {rows} = await sql<{at: Date}>`select now() as at`.execute(transaction);
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const counted = await sql<{rows: number}>`
      select count(*) as rows from ${sql.table(`assay.${table}`)}`.execute(transaction);
    counts[table] = counted.rows[0]?.rows ?? 0;
  }
  return {
    schema: "assay/backup@1",
    at: (rows[0]?.at ?? new Date()).toISOString(),
    generator,
    migration: (await migrationsOf(transaction)).at(-1) ?? "",
    tables: counts,
    events: {head: await headOf(transaction), faults: await verifyEvents(transaction)},
  };
}
