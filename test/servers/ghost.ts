import {spawn} from "node:child_process";
import {once} from "node:events";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {freePort} from "./listen.ts";

// A real Ghost as start-ghost.sh installs it, each time with a store of its own. It is started from
// here: Ghost answers to a sign-in before it has stored the session, and the call after it is then
// refused, so that it has to be made again.

const home =
  process.env.GHOST_HOME ??
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "ghost-real");
const app = join(home, `ghost-${process.env.GHOST_VERSION ?? "6.65.0"}`);

/** Why the real Ghost cannot be started here; undefined where it can. */
export const lacksGhost = existsSync(join(app, ".installed"))
  ? undefined
  : "SKIPPED: Ghost is not installed, run start-ghost.sh install";

export interface GhostServer extends AsyncDisposable {
  readonly url: string;
  readonly adminKey: string;
}

const owner = {email: "owner@example.com", password: "Correct-Horse-9-Battery"};

export async function startGhost(): Promise<GhostServer> {
  const dir = mkdtempSync(join(tmpdir(), "ghost-run."));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  layOut(dir, port);
  // Ghost's own Node: newer ones end it. Options of a test runner are none of its.
  const [node = "node"] = globSync(join(home, "tools/node_modules/**/node-linux-*/bin/node"));
  const {NODE_OPTIONS: _, VITEST: __, ...env} = process.env;
  const log = join(dir, "ghost.log");
  const out = openSync(log, "w");
  const child = spawn(node, [join(app, "index.js")], {
    cwd: dir,
    env: {...env, NODE_ENV: "production"},
    stdio: ["ignore", out, out],
  });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    const late = sleep(5000, "late" as const, {ref: false});
    if ((await Promise.race([ended, late])) === "late") child.kill("SIGKILL");
    await ended;
    rmSync(dir, {recursive: true, force: true});
  };
  try {
    const adminKey = await Promise.race([
      setUp(url),
      ended.then(() => Promise.reject(new Error("Ghost ended"))),
    ]);
    return {url, adminKey, [Symbol.asyncDispose]: stop};
  } catch (cause) {
    const said = readFileSync(log, "utf8").slice(-3000);
    await stop();
    throw new Error(`Ghost could not be started: ${said}`, {cause});
  }
}

function layOut(dir: string, port: number): void {
  const content = join(dir, "content");
  for (const name of [
    "data",
    "images",
    "media",
    "files",
    "logs",
    "settings",
    "public",
    "themes",
    "adapters",
  ])
    mkdirSync(join(content, name), {recursive: true});
  for (const theme of ["source", "casper"])
    symlinkSync(join(app, "content/themes", theme), join(content, "themes", theme));
  // Ghost finds its own package.json through the working directory.
  symlinkSync(app, join(dir, "current"));
  const config = {
    url: `http://127.0.0.1:${port}/`,
    server: {host: "127.0.0.1", port},
    database: {
      client: "better-sqlite3",
      connection: {filename: join(content, "data/ghost.db")},
      useNullAsDefault: true,
    },
    mail: {transport: "stub", from: "test@example.com"},
    paths: {contentPath: `${content}/`},
    logging: {level: "info", transports: ["stdout"]},
    privacy: {
      useUpdateCheck: false,
      useGravatar: false,
      useRpcPing: false,
      useStructuredData: true,
    },
    security: {staffDeviceVerification: false},
    sendWelcomeEmail: false,
    spam: {user_login: {freeRetries: 1000}},
  };
  writeFileSync(join(dir, "config.production.json"), JSON.stringify(config));
}

/** Makes the owner and an integration; gives the integration's key. */
async function setUp(url: string): Promise<string> {
  const call = (method: string, path: string, body?: object, cookie?: string) =>
    fetch(`${url}/ghost/api/admin${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        "accept-version": "v6.0",
        origin: url,
        ...(cookie !== undefined && {cookie}),
      },
      ...(body && {body: JSON.stringify(body)}),
    });
  await until(() => call("GET", "/authentication/setup/").catch(() => undefined));
  await until(() =>
    call("POST", "/authentication/setup/", {
      setup: [{name: "Owner", ...owner, blogTitle: "Test Blog"}],
    }),
  );
  const session = await until(() =>
    call("POST", "/session/", {username: owner.email, password: owner.password}),
  );
  const cookie = session.headers
    .getSetCookie()
    .map(one => one.split(";")[0])
    .join("; ");
  const made = await until(() =>
    call("POST", "/integrations/?include=api_keys", {integrations: [{name: "tests"}]}, cookie),
  );
  const {integrations} = (await made.json()) as {
    integrations: {api_keys: {type: string; secret: string}[]}[];
  };
  const key = integrations[0]?.api_keys.find(({type}) => type === "admin");
  if (!key) throw new Error("Ghost gave no key");
  return key.secret;
}

/** The first answer that is one; for two minutes. */
async function until(ask: () => Promise<Response | undefined>): Promise<Response> {
  let said = "nothing";
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(200)) {
    const answer = await ask();
    if (answer?.ok) return answer;
    if (answer) said = `${answer.status} ${await answer.text()}`;
  }
  throw new Error(`Ghost answered ${said}`);
}
