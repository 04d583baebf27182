import {type ChildProcess, spawn} from "node:child_process";
import {createHash, randomBytes} from "node:crypto";
import {closeSync, openSync} from "node:fs";
import {chown, mkdir, readdir, readFile, rename, rm, stat} from "node:fs/promises";
import {homedir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import pg from "pg";
import {StoreUnavailable, UsageError} from "../model/errors.ts";
import {type Binaries, binaries} from "./binaries.ts";
import {type Owner, reaches, serverOwner} from "./owner.ts";

/** How to reach a PostgreSQL that only listens on a socket in its own folder. */
export interface Socket {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

/** A PostgreSQL of our own that runs, with our share in it. */
export interface OwnPostgres {
  readonly socket: Socket;
  /** Where its data lie. */
  readonly folder: string;
  /** Ends our share; the last of all processes to end theirs stops the server. */
  leave(): Promise<void>;
}

/** A socket's path is limited by the system, the name of the socket in it included. */
const longestSocket = 107;
const socketName = "/.s.PGSQL.5432";
/** Recovery after a power cut reads what was written since the last checkpoint. */
const longestStart = 120_000;
const user = "assay";
/** Any number that nobody else in the database locks. */
const shareLock = 7_221_000;

/**
 * Starts the PostgreSQL that comes along on the folder, which is made where it is missing, or takes
 * a share in the one that runs there already, whoever started it. It listens on a Unix socket only,
 * and goes on when this process is killed: the next to come takes it over. When it dies under us it
 * is started again.
 *
 * @throws UsageError where there is none for this platform, or the folder is of another version
 * @throws StoreUnavailable where it does not start
 */
export async function ownPostgres(
  wished: string,
  notify: (notice: string) => void,
): Promise<OwnPostgres> {
  const owner = serverOwner();
  const home = homeOf(owner);
  const folder = await placeFor(resolve(wished), owner, home, notify);
  const programs = await binaries(owner, home);
  await requireVersion(folder, programs);
  const socket = {host: await socketFolder(folder, owner), user, database: user};
  let leaving = false;
  let comingBack: Promise<void> | undefined;
  let share = await started();

  async function started(): Promise<pg.Client> {
    for (const until = Date.now() + longestStart; ; await sleep(50)) {
      const client = await shareIn(socket);
      if (client) {
        client.once("end", () => {
          comingBack = again();
        });
        return client;
      }
      if (leaving || Date.now() > until)
        throw new StoreUnavailable(
          `PostgreSQL in ${folder} does not start: ${await lastWords(folder)}`,
        );
      await makeData(folder, programs, owner);
      await run(folder, socket.host, programs, owner);
    }
  }

  /** It has died, or somebody stopped it. */
  async function again(): Promise<void> {
    while (!leaving) {
      const client = await started().catch(async (error: Error) => {
        if (leaving) return undefined;
        notify(error.message);
        await sleep(1000);
        return undefined;
      });
      if (client) {
        share = client;
        return;
      }
    }
  }

  return {
    socket,
    folder,
    async leave() {
      leaving = true;
      await comingBack; // or the server that is just being started would be nobody's
      await stopIfLast(share, folder);
      await share.end().catch(() => {}); // it has just stopped
    },
  };
}

/** Where things are kept that the owner of the server must reach. */
const homeOf = ({ids}: Owner) =>
  ids
    ? "/var/lib/assay"
    : join(process.env.XDG_DATA_HOME || join(homedir(), ".local/share"), "assay");

/** The folder, or one that the server's owner can reach in its stead. */
async function placeFor(
  wished: string,
  owner: Owner,
  home: string,
  notify: (notice: string) => void,
): Promise<string> {
  await mkdir(dirname(wished), {recursive: true});
  if (await reaches(owner, dirname(wished))) return wished;
  const folder = movedTo(home, wished);
  await mkdir(home, {recursive: true, mode: 0o755});
  notify(
    `PostgreSQL does not run as root, and the user nobody cannot reach ${wished}: its data are in ${folder}`,
  );
  return folder;
}

const movedTo = (home: string, wished: string) =>
  join(home, createHash("sha256").update(wished).digest("hex").slice(0, 12));

/** Whether a PostgreSQL of our own was ever started on the folder. */
export async function isLaid(wished: string): Promise<boolean> {
  const folder = resolve(wished);
  const places = [folder, movedTo(homeOf(serverOwner()), folder)];
  const found = await Promise.all(
    places.map(place => stat(join(place, "PG_VERSION")).catch(() => undefined)),
  );
  return found.some(one => one !== undefined);
}

async function requireVersion(folder: string, {major}: Binaries): Promise<void> {
  const found = await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => undefined);
  if (found === undefined) {
    if ((await readdir(folder).catch(whatIsThere)).length > 0)
      throw new UsageError(
        `${folder} holds something else than a store: name another folder with --store`,
      );
    return;
  }
  if (found.trim() !== major)
    throw new UsageError(
      `the store in ${folder} is of PostgreSQL ${found.trim()}, and this Assay brings ${major}: back it up with the Assay that made it (assay store backup FILE), move the folder away, and restore it with this one (assay store restore FILE)`,
    );
}

/** A file holds something else as well. */
const whatIsThere = ({code}: NodeJS.ErrnoException) => (code === "ENOTDIR" ? ["."] : []);

/** The data's own folder; where its path is too long for a socket, one in the folder for sockets. */
async function socketFolder(folder: string, {ids}: Owner): Promise<string> {
  if (Buffer.byteLength(folder + socketName) <= longestSocket) return folder;
  const short = join(
    "/tmp",
    `assay-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`,
  );
  await mkdir(short, {mode: 0o700}).catch(error => {
    if (error.code !== "EEXIST") throw error;
  });
  if (ids && process.getuid?.() === 0 && (await stat(short)).uid === 0)
    await chown(short, ids.uid, ids.gid);
  const {uid, mode} = await stat(short);
  if (uid !== (ids?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0)
    throw new UsageError(
      `${short} belongs to somebody else: remove it, or name a shorter folder with --store`,
    );
  return short;
}

/** A connection that holds our share in the server; undefined where none answers. */
async function shareIn(socket: Socket): Promise<pg.Client | undefined> {
  const client = new pg.Client({...socket, application_name: "assay share"});
  client.on("error", () => {}); // told by "end"
  try {
    await client.connect();
    // Whoever stops the server holds the lock alone until it has stopped.
    await client.query("select pg_advisory_lock_shared($1)", [shareLock]);
    return client;
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

async function stopIfLast(share: pg.Client, folder: string): Promise<void> {
  try {
    await share.query("select pg_advisory_unlock_shared($1)", [shareLock]);
    const {rows} = await share.query("select pg_try_advisory_lock($1) as alone", [shareLock]);
    if (!rows[0]?.alone) return;
  } catch {
    return; // it is down
  }
  const pid = await serverPid(folder);
  if (pid === undefined) return;
  process.kill(pid, "SIGINT"); // "fast": ends connections, writes a checkpoint
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(10))
    if ((await serverPid(folder)) === undefined) return;
}

/** As `postmaster.pid` says it, which goes when the server has stopped. */
async function serverPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => undefined);
  const pid = Number.parseInt(text ?? "", 10);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Makes the data beside their place and moves them there, so that a half-made folder never counts. */
async function makeData(folder: string, {initdb}: Binaries, owner: Owner): Promise<void> {
  if (await stat(join(folder, "PG_VERSION")).catch(() => undefined)) return;
  const parent = dirname(folder);
  await mkdir(parent, {recursive: true});
  await sweepHalfMade(folder);
  const making = `${folder}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(making, {mode: 0o700});
  if (owner.ids) await chown(making, owner.ids.uid, owner.ids.gid);
  try {
    const args = ["-D", making, "-U", user, "-A", "trust", "-E", "UTF8", "--no-instructions"];
    const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
    const child = spawn(initdb, [...args, ...locale], {
      ...owner.ids,
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
    });
    const {code, said} = await ended(child);
    if (code !== 0)
      throw new StoreUnavailable(`PostgreSQL could not make its folder ${folder}: ${said}`);
    await makeDatabase(making, initdb, owner);
    // Takes the place of an empty folder, and of nothing else.
    await rename(making, folder).catch(async error => {
      // Another process was faster.
      if (!(await stat(join(folder, "PG_VERSION")).catch(() => undefined))) throw error;
    });
  } finally {
    await rm(making, {recursive: true, force: true});
  }
}

/** The database is named as its user, and made by the server in single-user mode. */
async function makeDatabase(folder: string, initdb: string, owner: Owner): Promise<void> {
  const postgres = join(dirname(initdb), "postgres");
  const child = spawn(postgres, ["--single", "-D", folder, "postgres"], {
    ...owner.ids,
    cwd: "/",
    stdio: ["pipe", "ignore", "pipe"],
  });
  child.stdin?.end(`create database ${user};\n`);
  const {code, said} = await ended(child);
  if (code !== 0) throw new StoreUnavailable(`PostgreSQL could not make its database: ${said}`);
}

/** Removes what processes left half-made that are gone. */
async function sweepHalfMade(folder: string): Promise<void> {
  const parent = dirname(folder);
  const prefix = `${folder.slice(parent.length + 1)}.new-`;
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid > 1 && !isAlive(pid)) await rm(join(parent, name), {recursive: true, force: true});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const logName = "server.log";

/** Runs the server until it answers or ends; of several that are run at once, one stays. */
async function run(
  folder: string,
  host: string,
  {postgres}: Binaries,
  {ids}: Owner,
): Promise<void> {
  const path = join(folder, logName);
  const log = openSync(path, "w", 0o600);
  try {
    if (ids) await chown(path, ids.uid, ids.gid);
    const settings = {
      listen_addresses: "",
      unix_socket_directories: host,
      unix_socket_permissions: "0700",
      max_connections: "200",
      shared_buffers: "64MB",
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(postgres, ["-D", folder, ...options], {
      ...ids,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
    });
    child.unref();
    await answersOrEnds(child, host);
  } finally {
    closeSync(log);
  }
}

async function answersOrEnds(child: ChildProcess, host: string): Promise<void> {
  let over = false;
  child.once("exit", () => {
    over = true;
  });
  child.once("error", () => {
    over = true;
  });
  for (const until = Date.now() + longestStart; !over && Date.now() < until; await sleep(10)) {
    const client = new pg.Client({host, user, database: user, application_name: "assay probe"});
    client.on("error", () => {});
    const answered = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
    if (answered) return;
  }
}

async function ended(child: ChildProcess): Promise<{code: number | null; said: string}> {
  let said = "";
  child.stderr?.on("data", data => {
    said = (said + String(data)).slice(-2000);
  });
  const {promise, resolve: settle, reject} = Promise.withResolvers<number | null>();
  child.once("error", reject);
  child.once("close", settle);
  return {code: await promise, said: said.trim()};
}

async function lastWords(folder: string): Promise<string> {
  const log = await readFile(join(folder, logName), "utf8").catch(() => "");
  return log.trim().split("\n").slice(-5).join(" / ") || "it says nothing";
}
