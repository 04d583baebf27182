import {execFile} from "node:child_process";
import {existsSync} from "node:fs";
import {join, resolve} from "node:path";
import {promisify} from "node:util";

// A real WordPress, each time with a store of its own. Its program is no part of the repository:
// whoever lacks it skips what needs it.

const tools = resolve(process.env.ASSAY_TOOLS ?? `${import.meta.dirname}/../../../shared/tools`);

const inPath = (program: string) =>
  (process.env.PATH ?? "").split(":").some(folder => existsSync(join(folder, program)));

/** Why the real WordPress cannot be started here; undefined where it can. */
export const lacksWordPress = existsSync(`${tools}/start-wordpress.sh`)
  ? existsSync("/usr/share/wordpress/wp-settings.php") &&
    inPath("php") &&
    (inPath("mariadbd") || existsSync("/usr/sbin/mariadbd"))
    ? undefined
    : "SKIPPED: WordPress is not installed, run start-wordpress.sh install"
  : "SKIPPED: no start-wordpress.sh";

export interface WordPressServer extends AsyncDisposable {
  readonly url: string;
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

export async function startWordPress(): Promise<WordPressServer> {
  const {pid, dbPid, dir, ...server} = JSON.parse(await run("start-wordpress.sh", "start"));
  return {
    ...server,
    dir,
    [Symbol.asyncDispose]: async () =>
      void (await run("start-wordpress.sh", "stop", `${pid}`, `${dbPid}`, dir)),
  };
}
