import {sql, type Transaction} from "kysely";
import {StoreDamaged, UsageError} from "../../model/errors.ts";
import {completeAnswers} from "../answers.ts";
import {type Blobs, digestOf} from "../blobs/blobs.ts";
import {append, headOf, verifyEvents} from "../events.ts";
import {knownMigrations, migrate, migrateTo} from "../migrate.ts";
import type {Store} from "../open.ts";
import type {Tables} from "../tables.ts";
import {type Entry, parsed, readArchive} from "./archive.ts";
import {
  type BackupManifest,
  isTable,
  manifestName,
  manifestSchema,
  type Table,
  tables,
} from "./contents.ts";

/** What a restoring came to. */
export interface Restored {
  readonly manifest: BackupManifest;
  readonly blobs: number;
  /** What was wrong with the store when it was backed up, and still is; empty where nothing was. */
  readonly faults: readonly string[];
}

/**
 * Makes an empty store what the backed-up one was, and then of the shape that this program knows:
 * all of it or nothing, but for blobs that nobody refers to. Its jobs are to be queued again.
 *
 * @throws UsageError when the store is not empty, or the file is no backup or one of a newer Assay
 * @throws StoreDamaged when the file was cut off or changed
 */
export async function restore(store: Store, blobs: Blobs, file: string): Promise<Restored> {
  return store.db.transaction().execute(async transaction => {
    await sql`set local lock_timeout = '10s'`.execute(transaction);
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction); // blobs take time
    await requireEmpty(transaction, store.place);
    await sql`create temporary table restored (sha256 text) on commit drop`.execute(transaction);
    let manifest: BackupManifest | undefined;
    let kept = 0;
    const counts: Record<string, number> = {};
    for await (const entry of readArchive(file)) {
      if (!manifest) {
        manifest = readManifest(entry, file);
        await reshape(transaction, manifest, file);
        continue;
      }
      const [kind, name = ""] = entry.name.split("/");
      if (kind === "blobs") {
        if (digestOf(entry.body) !== name) throw changed(file, entry.name);
        await blobs.put(entry.body);
        await sql`insert into restored values (${name})`.execute(transaction);
        kept += 1;
      } else if (kind === "tables" && isTable(name))
        counts[name] = (counts[name] ?? 0) + (await fill(transaction, name, entry, file));
      else throw changed(file, entry.name);
    }
    if (!manifest) throw new UsageError(`${file} is no backup: there is nothing in it`);
    for (const [table, rows] of Object.entries(manifest.tables))
      if ((counts[table] ?? 0) !== rows) throw changed(file, `tables/${table}`);
    await migrate(transaction);
    return {manifest, blobs: kept, faults: await settle(transaction, blobs, manifest, file)};
  });
}

/** Puts the rows into their table; returns how many there are. */
async function fill(
  transaction: Transaction<Tables>,
  name: Table,
  entry: Entry,
  file: string,
): Promise<number> {
  const lines = entry.body.toString("utf8").trimEnd().split("\n");
  const table = sql.table(`assay.${name}`);
  try {
    await sql`
      insert into ${table} select * from
        jsonb_populate_recordset(null::${table}, ${`[${lines.join(",")}]`}::jsonb)`.execute(
      transaction,
    );
  } catch (error) {
    // Rows that the store could not have had.
    if (/^2[23]/.test((error as {code?: string}).code ?? ""))
      throw changed(file, entry.name, error);
    throw error;
  }
  return lines.length;
}

/** Holds what was restored against what the backup says of it; returns what was wrong already then. */
async function settle(
  transaction: Transaction<Tables>,
  blobs: Blobs,
  {events, at, generator}: BackupManifest,
  file: string,
): Promise<string[]> {
  const faults = await verifyEvents(transaction);
  if (faults.join() !== events.faults.join() || (await headOf(transaction)) !== events.head)
    throw changed(file, "tables/events");
  await completeAnswers(transaction, blobs);
  const missing = await sql<{sha256: string}>`
    select sha256 from assay.referred except select sha256 from restored`.execute(transaction);
  await append(transaction, [
    {actor: "operator", kind: "store.restored", subject: at, data: {generator}},
  ]);
  return [
    ...faults,
    ...missing.rows.map(({sha256}) => `blob ${sha256} was damaged when the backup was taken`),
  ];
}

async function requireEmpty(transaction: Transaction<Tables>, place: string): Promise<void> {
  for (const table of tables) {
    const {rows} = await sql`
      select from ${sql.table(`assay.${table}`)} limit 1`.execute(transaction);
    if (rows.length > 0)
      throw new UsageError(
        `the store at ${place} is not empty (it has ${table}), and a backup is restored into an empty one only: name a new folder with --store, or a new database in DATABASE_URL`,
      );
  }
}

/** The shape that the store had when it was backed up. */
async function reshape(
  transaction: Transaction<Tables>,
  {migration, generator}: BackupManifest,
  file: string,
): Promise<void> {
  if (!knownMigrations.includes(migration))
    throw new UsageError(
      `${file} is of a newer Assay (${generator}; its store has ${migration}, this one knows ${knownMigrations.at(-1)}): update this Assay`,
    );
  await sql`drop schema assay cascade`.execute(transaction);
  await migrateTo(transaction, migration);
}

function readManifest({name, body}: Entry, file: string): BackupManifest {
  const manifest = name === manifestName ? parsed(manifestSchema, body) : undefined;
  if (manifest) return manifest;
  throw new UsageError(`${file} is no backup of Assay's: make one with assay store backup FILE`);
}

const changed = (file: string, name: string, cause?: unknown) =>
  new StoreDamaged(
    `${file} was changed after it was written: ${name} is not what was backed up. Nothing was restored; take another backup`,
    {cause},
  );
