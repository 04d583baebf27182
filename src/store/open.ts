import {join} from "node:path";
import {Kysely, PostgresDialect, sql} from "kysely";
import pg from "pg";
import {StoreUnavailable, UsageError} from "../model/errors.ts";
import {migrate, schema} from "./migrate.ts";
import {ownPostgres} from "./postgres.ts";
import type {Tables} from "./tables.ts";

/** The store of the newsroom, open. */
export interface Store {
  /** Its tables. Texts, answers and files are blobs, beside it. */
  readonly db: Kysely<Tables>;
  /** The same connections, for who speaks SQL: the queue. */
  readonly pool: pg.Pool;
  /** A connection of its own, not yet open, for who listens. Whoever has it ends it. */
  client(): pg.Client;
  /** Where it is, for people; without a password. */
  readonly place: string;
  /** The migrations that it had not yet when it was opened; all of them for a store that is new. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface StoreWish {
  /** `DATABASE_URL`; without it the PostgreSQL that comes along is used. */
  readonly url?: string;
  /** Where our own keeps its data, in `pg`. */
  readonly folder: string;
  /** Connections at most. */
  readonly connections?: number;
  readonly notify: (notice: string) => void;
}

/** A transaction that nobody goes on with for so long is given up by the database. */
const longestPauseMs = 20_000;

/** Instants are dates, whole numbers are numbers: none of ours is beyond 2^53. */
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.DATE) return String;
    return format === "binary"
      ? pg.types.getTypeParser(oid, "binary")
      : pg.types.getTypeParser(oid, "text");
  }) as typeof pg.types.getTypeParser,
};

/**
 * Opens the store and brings it to the shape that this program knows. A connection that ends is
 * replaced by the next query's; while the database is away, queries fail (`isAway`).
 *
 * @throws UsageError where the address is none, nobody is let in by it, or the store is of a newer
 *   program
 * @throws StoreUnavailable where it cannot be reached
 */
export async function openStore({
  url,
  folder,
  connections = 10,
  notify,
}: StoreWish): Promise<Store> {
  const own = url === undefined ? await ownPostgres(join(folder, "pg"), notify) : undefined;
  const place = own ? own.folder : withoutPassword(url ?? "");
  const connection = {
    ...(own ? own.socket : {connectionString: url}),
    application_name: "assay",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    // Who stands still in a transaction, or has lost its power, holds what others wait for.
    onConnect: async client => {
      client.on("error", () => {}); // whoever asks next is told
      await client.query(`set idle_in_transaction_session_timeout = ${longestPauseMs}`);
    },
    types,
  });
  pool.on("error", () => {}); // likewise
  const db = new Kysely<Tables>({dialect: new PostgresDialect({pool})}).withSchema(schema);
  const close = async () => {
    await db.destroy();
    await own?.leave();
  };
  try {
    await sql`select 1`.execute(db);
    const client = () => new pg.Client(connection);
    return {db, pool, client, place, migrated: await migrate(db), close};
  } catch (error) {
    await close();
    throw explained(error, place);
  }
}

/** Where that PostgreSQL is and of which version, without a change of anything in it. */
export async function reachStore(url: string): Promise<string> {
  const place = withoutPassword(url);
  const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 10_000});
  client.on("error", () => {}); // the query tells
  try {
    await client.connect();
    const {rows} = await client.query<{server_version: string}>("show server_version");
    return `${place} answers: PostgreSQL ${rows[0]?.server_version}`;
  } catch (error) {
    throw explained(error, place);
  } finally {
    await client.end().catch(() => {}); // it was never there
  }
}

function explained(error: unknown, place: string): unknown {
  if (isRefused(error))
    return new UsageError(
      `the PostgreSQL at ${place} lets nobody in by DATABASE_URL: ${(error as Error).message}. Mend user, password, database or sslmode there`,
      {cause: error},
    );
  if (!isAway(error)) return error;
  return new StoreUnavailable(
    `the store at ${place} cannot be reached: ${(error as Error).message}. Start the database, or mend DATABASE_URL`,
    {cause: error},
  );
}

/** A wrong user or password, a database that does not exist, no right to connect, no TLS. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {code = "", message} = error as NodeJS.ErrnoException;
  return /^(28...|3D000)$/.test(code) || /server does not support SSL/i.test(message);
}

function withoutPassword(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    throw new UsageError(
      "DATABASE_URL is no address of a PostgreSQL: write it as postgres://user:password@host:5432/database",
    );
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** What PostgreSQL says while it stops, starts, takes no more connections, or has given one of ours up. */
const awayStates = /^(08...|57P0[1-5]|53300|25P03)$/;
/** No room or memory, a deadlock between two who come again, a server that only reads for now. */
const passingStates = /^(53...|40...|25006)$/;
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
]);
const awayWords =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|not queryable/i;

/** Whether the error says that the database is not there now, and may be again. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {code = "", syscall, message, cause} = error as NodeJS.ErrnoException;
  // A socket that is not there is a server that is not; any other file that is missing is no database.
  const noSocket = code === "ENOENT" && syscall === "connect";
  return (
    noSocket ||
    awayStates.test(code) ||
    awayCodes.has(code) ||
    awayWords.test(message) ||
    isAway(cause)
  );
}

/** Whether the error says what the database cannot do now, and may do later. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {code = "", cause} = error as NodeJS.ErrnoException;
  return isAway(error) || passingStates.test(code) || mayPass(cause);
}
