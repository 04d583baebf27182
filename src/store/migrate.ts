import {type Kysely, sql} from "kysely";
import {type Migration, type MigrationResultSet, Migrator} from "kysely/migration";
import {StoreUnavailable, UsageError} from "../model/errors.ts";
import * as newsroom from "./migrations/001-newsroom.ts";
import * as blobs from "./migrations/002-blobs.ts";
import * as review from "./migrations/003-review.ts";
import * as people from "./migrations/004-people.ts";
import * as webhooks from "./migrations/005-webhooks.ts";
import * as regenerate from "./migrations/006-regenerate.ts";
import * as publications from "./migrations/007-publications.ts";
import * as answers from "./migrations/008-answers.ts";
import * as reasons from "./migrations/009-reasons.ts";
import type {Tables} from "./tables.ts";

/** In their order. Each adds to the store so that the version before it can still work beside. */
const migrations: Readonly<Record<string, Migration>> = {
  "001-newsroom": newsroom,
  "002-blobs": blobs,
  "003-review": review,
  "004-people": people,
  "005-webhooks": webhooks,
  "006-regenerate": regenerate,
  "007-publications": publications,
  "008-answers": answers,
  "009-reasons": reasons,
};

export const schema = "assay";

/**
 * Brings the store to the shape that this program knows; several may do so at once, one after
 * another does. A store of a newer program is left as it is, as long as it says that this one may
 * work on it. Returns the names of what was done.
 *
 * @throws UsageError when the store is of a program too new for this one
 */
export async function migrate(db: Kysely<Tables>): Promise<string[]> {
  if (await isNewer(db)) return [];
  return done(await migratorOf(db).migrateToLatest());
}

/** Brings a store without a shape to the one that a migration left it in, to be filled from there. */
export async function migrateTo(db: Kysely<Tables>, name: string): Promise<void> {
  done(await migratorOf(db).migrateTo(name));
}

/** The migrations that the store has, in their order. */
export async function migrationsOf(db: Kysely<Tables>): Promise<string[]> {
  const {rows} = await sql<{name: string}>`
    select name from assay.kysely_migration order by name`.execute(db);
  return rows.map(({name}) => name);
}

export const knownMigrations: readonly string[] = Object.keys(migrations);

const migratorOf = (db: Kysely<Tables>) =>
  new Migrator({
    db,
    provider: {getMigrations: async () => ({...migrations})},
    migrationTableSchema: schema,
  });

function done({error, results = []}: MigrationResultSet): string[] {
  if (error instanceof Error)
    throw new StoreUnavailable(`the store could not be brought up to date: ${error.message}`, {
      cause: error,
    });
  return results.map(({migrationName}) => migrationName);
}

/** Whether the store knows migrations that we do not. */
async function isNewer(db: Kysely<Tables>): Promise<boolean> {
  const {rows: tables} = await sql<{there: boolean}>`
    select to_regclass('assay.compatibility') is not null as there`.execute(db);
  if (!tables[0]?.there) return false;
  const newer = (await migrationsOf(db)).filter(name => !knownMigrations.includes(name));
  if (newer.length === 0) return false;
  const oldest = await sql<{oldest: string}>`select oldest from assay.compatibility`.execute(db);
  const ours = knownMigrations.at(-1) ?? "";
  const least = oldest.rows[0]?.oldest ?? "";
  if (ours < least)
    throw new UsageError(
      `the store is of a newer Assay (it has ${newer.at(-1)}, and works with ${least} or newer; this one knows ${ours}): update this Assay`,
    );
  return true;
}
