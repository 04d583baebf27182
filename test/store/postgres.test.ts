import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import pg from "pg";
import {afterEach, expect, test} from "vitest";
import {type OwnPostgres, ownPostgres} from "../../src/store/postgres.ts";
import {temporary} from "./testStore.ts";

const folders: string[] = [];
const running: OwnPostgres[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.leave();
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function place(...deeper: string[]): string {
  const folder = temporary();
  folders.push(folder);
  return join(folder, ...deeper);
}

async function start(folder: string, notices: string[] = []): Promise<OwnPostgres> {
  const own = await ownPostgres(folder, notice => notices.push(notice));
  running.push(own);
  return own;
}

async function ask(own: OwnPostgres, text: string) {
  const client = new pg.Client({...own.socket});
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const pidIn = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, "postmaster.pid"), "utf8"), 10);
const isRunning = (folder: string) => {
  try {
    return process.kill(pidIn(folder), 0);
  } catch {
    return false;
  }
};

test("what was written is there after a stop and a start; nothing listens on the network", async () => {
  const folder = place("pg");
  const first = await start(folder);
  expect(await ask(first, "show listen_addresses")).toEqual([{listen_addresses: ""}]);
  expect(await ask(first, "show fsync")).toEqual([{fsync: "on"}]);
  await ask(first, "create table t (v int)");
  await ask(first, "insert into t values (7)");
  await first.leave();
  expect(isRunning(folder)).toBe(false);
  expect(await ask(await start(folder), "select v from t")).toEqual([{v: 7}]);
});

test("many that come at once to an empty folder share one server, and the last to leave stops it", async () => {
  const folder = place("pg");
  const all = await Promise.all(Array.from({length: 5}, () => start(folder)));
  const pids = await Promise.all(
    all.map(one => ask(one, "select pg_postmaster_start_time() as at")),
  );
  expect(new Set(pids.map(rows => String(rows[0]?.at.getTime()))).size).toBe(1);
  for (const one of all.slice(1)) await one.leave();
  expect(isRunning(folder)).toBe(true);
  await all[0]?.leave();
  expect(isRunning(folder)).toBe(false);
  expect((await import("node:fs")).readdirSync(join(folder, ".."))).toEqual(["pg"]);
});

test("a server that is killed is started again under who uses it, with every acknowledged row", async () => {
  const folder = place("pg");
  const own = await start(folder);
  await ask(own, "create table t (v int)");
  for (let v = 0; v < 20; v++) await ask(own, `insert into t values (${v})`);
  process.kill(pidIn(folder), "SIGKILL");
  const rows = await until(() => ask(own, "select count(*)::int as n from t"));
  expect(rows).toEqual([{n: 20}]);
});

test("a folder whose path is too long for a socket serves as well", async () => {
  const own = await start(place("a".repeat(60), "b".repeat(60), "pg"));
  expect(await ask(own, "select 1 as one")).toEqual([{one: 1}]);
  expect(own.socket.host.length).toBeLessThan(50);
});

test("a folder of another PostgreSQL, or of something else, is refused with what to do", async () => {
  const older = place("pg");
  mkdirSync(older);
  writeFileSync(join(older, "PG_VERSION"), "12\n");
  await expect(start(older)).rejects.toThrow(
    /is of PostgreSQL 12, and this Assay brings 18.*store backup/,
  );
  const other = place("pg");
  mkdirSync(other);
  writeFileSync(join(other, "thesis.txt"), "words");
  await expect(start(other)).rejects.toThrow(/holds something else than a store/);
  const file = place("file");
  writeFileSync(file, "words");
  await expect(start(file)).rejects.toThrow(/holds something else than a store/);
  expect(readFileSync(file, "utf8")).toBe("words");
});

async function until<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left--)
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await sleep(50);
    }
}

test("who leaves just when the server has died leaves none behind", async () => {
  const folder = place("pg");
  const own = await start(folder);
  process.kill(pidIn(folder), "SIGKILL");
  await sleep(30);
  await own.leave();
  await sleep(500);
  expect(isRunning(folder)).toBe(false);
});
