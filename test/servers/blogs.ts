import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {homedir} from "node:os";
import {join, resolve} from "node:path";
import {promisify} from "node:util";

// Real servers of blogs, each started anew with a store of its own. Their programs are no part of
// the repository: whoever lacks them skips what needs them.

const tools = resolve(process.env.ASSAY_TOOLS ?? `${import.meta.dirname}/../../../shared/tools`);
const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
const ghostHome = process.env.GHOST_HOME ?? join(cache, "ghost-real");

const inPath = (program: string) =>
  (process.env.PATH ?? "").split(":").some(folder => existsSync(join(folder, program)));

/** Why the real Ghost cannot be started here; undefined where it can. */
export const lacksGhost = existsSync(`${tools}/start-ghost.sh`)
  ? existsSync(`${ghostHome}/ghost-${process.env.GHOST_VERSION ?? "6.65.0"}/.installed`)
    ? undefined
    : "SKIPPED: Ghost is not installed, run start-ghost.sh install"
  : "SKIPPED: no start-ghost.sh";

/** Why the real WordPress cannot be started here; undefined where it can. */
export const lacksWordPress = existsSync(`${tools}/start-wordpress.sh`)
  ? existsSync("/usr/share/wordpress/wp-settings.php") &&
    inPath("php") &&
    (inPath("mariadbd") || existsSync("/usr/sbin/mariadbd"))
    ? undefined
    : "SKIPPED: WordPress is not installed, run start-wordpress.sh install"
  : "SKIPPED: no start-wordpress.sh";

/** A server that is running, until it is disposed of. */
interface Running {
  readonly url: string;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface GhostServer extends Running {
  readonly adminKey: string;
  readonly email: string;
  readonly password: string;
}

export interface WordPressServer extends Running {
  readonly user: string;
  readonly appPassword: string;
  readonly adminPassword: string;
  readonly dir: string;
}

const run = async (script: string, ...args: string[]) => {
  // Node's own options, such as those of a test runner, are none of theirs.
  const {NODE_OPTIONS: _, VITEST: __, NODE_ENV: ___, ...env} = process.env;
  const {stdout} = await promisify(execFile)("bash", [`${tools}/${script}`, ...args], {
    env,
    timeout: 180_000,
    maxBuffer: 2 ** 22,
  });
  return stdout;
};

export async function startGhost(): Promise<GhostServer> {
  // On a busy machine its first session is sometimes not known yet to the call after it.
  const start = () => run("start-ghost.sh", "start");
  const {pid, dir, ...server} = JSON.parse(await start().catch(start).catch(start));
  return {
    ...server,
    [Symbol.asyncDispose]: async () => void (await run("start-ghost.sh", "stop", `${pid}`, dir)),
  };
}

export async function startWordPress(): Promise<WordPressServer> {
  const {pid, dbPid, dir, ...server} = JSON.parse(await run("start-wordpress.sh", "start"));
  return {
    ...server,
    dir,
    [Symbol.asyncDispose]: async () =>
      void (await run("start-wordpress.sh", "stop", `${pid}`, `${dbPid}`, dir)),
  };
}
