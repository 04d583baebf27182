import {randomBytes} from "node:crypto";
import {chmodSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import pg from "pg";
import {openStore, type Store, type StoreWish} from "../../src/store/open.ts";
import {ownPostgres} from "../../src/store/postgres.ts";

/** A store of its own for a test: how it is opened, and what takes it away again. */
export interface TestStore {
  readonly wish: StoreWish;
  open(connections?: number): Promise<Store>;
  remove(): Promise<void>;
}

/**
 * An empty store: in the PostgreSQL that is given or that DATABASE_URL names a database of its own,
 * otherwise one of the PostgreSQL that comes along, in a folder of its own.
 */
export async function testStore(server = process.env.DATABASE_URL): Promise<TestStore> {
  const folder = temporary();
  const url = server ? await newDatabase(server) : undefined;
  const wish: StoreWish = {folder, notify: () => {}, ...(url !== undefined && {url})};
  return {
    wish,
    open: connections => openStore({...wish, ...(connections !== undefined && {connections})}),
    async remove() {
      if (server && url !== undefined)
        await ask(server, `drop database "${nameOf(url)}" with (force)`);
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** A server for many stores of one test file: the one of DATABASE_URL, or one that comes along. */
export async function testServer(): Promise<AsyncDisposable & {readonly url: string}> {
  if (process.env.DATABASE_URL)
    return {url: process.env.DATABASE_URL, async [Symbol.asyncDispose]() {}};
  const folder = temporary();
  const {socket, leave} = await ownPostgres(join(folder, "pg"), () => {});
  return {
    url: `postgres://${socket.user}@localhost/${socket.database}?host=${encodeURIComponent(socket.host)}`,
    async [Symbol.asyncDispose]() {
      await leave();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** A folder that PostgreSQL's user can reach. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-store-"));
  chmodSync(folder, 0o755);
  return folder;
}

async function newDatabase(server: string): Promise<string> {
  const name = `assay_${randomBytes(6).toString("hex")}`;
  await ask(server, `create database "${name}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const nameOf = (url: string) => new URL(url).pathname.slice(1);

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
