import {type ChildProcess, spawn} from "node:child_process";
import {readdirSync, readFileSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import pg from "pg";
import {binaries} from "../../src/store/binaries.ts";
import {openStore} from "../../src/store/open.ts";
import {serverOwner} from "../../src/store/owner.ts";
import {ownPostgres} from "../../src/store/postgres.ts";
import {type TestStore, temporary} from "../store/testStore.ts";

/** A PostgreSQL that runs beside the newsroom and that nobody but the test starts and stops. */
export interface Server extends TestStore {
  start(): Promise<void>;
  /** Ends all connections at once, as at an update of the machine. */
  stop(): Promise<void>;
  /** It and all its processes, such as SIGSTOP. */
  signal(name: NodeJS.Signals): void;
}

export async function server(): Promise<Server> {
  const folder = temporary();
  const own = await ownPostgres(join(folder, "pg"), () => {});
  await own.leave();
  const owner = serverOwner();
  const {postgres} = await binaries(owner, folder);
  const {host} = own.socket;
  const url = `postgres://assay@localhost/assay?host=${encodeURIComponent(host)}`;
  const wish = {url, folder, notify: () => {}};
  let running: ChildProcess | undefined;
  async function start(): Promise<void> {
    const options = ["-c", "listen_addresses=", "-c", `unix_socket_directories=${host}`];
    const process = spawn(postgres, ["-D", own.folder, ...options], {
      ...owner.ids,
      cwd: "/",
      stdio: "ignore",
    });
    running = process;
    while (!(await answers(url))) await sleep(20);
  }
  async function stop(): Promise<void> {
    const ended = new Promise(resolve => running?.once("exit", resolve));
    running?.kill("SIGINT");
    await ended;
  }
  await start();
  return {
    wish,
    open: connections => openStore({...wish, ...(connections !== undefined && {connections})}),
    start,
    stop,
    signal(name) {
      const pid = running?.pid ?? 0;
      for (const one of [pid, ...childrenOf(pid)]) process.kill(one, name);
    },
    async remove() {
      await stop();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({connectionString: url});
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The processes that a process has started. */
export const childrenOf = (parent: number): number[] =>
  readdirSync("/proc")
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      const stat = readOr(`/proc/${name}/stat`);
      return Number(stat.slice(stat.lastIndexOf(")") + 4).split(" ")[0]) === parent;
    })
    .map(Number);

export function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
