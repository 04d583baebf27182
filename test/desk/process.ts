import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {runSchema} from "../../src/desk/api/shapes.ts";
import {lay, madeUp} from "../cli/madeUpData.ts";
import {assay, type Started, start} from "../cli/support.ts";
import {until} from "../jobs/newsroom.ts";

/** A folder with made-up data under the name `recorded`, and a configuration that says so. */
export function layProject(folder: string, config: object = {}): void {
  lay(join(folder, "data"), madeUp());
  configure(folder, config);
}

export const configure = (folder: string, config: object = {}): void =>
  writeFileSync(
    join(folder, "assay.config.json"),
    JSON.stringify({datasets: {recorded: "data"}, source: "files", data: "recorded", ...config}),
  );

export interface DeskProcess extends Started {
  /** What it wrote to stderr, so far. */
  readonly log: () => string;
  readonly address: string;
  /** The link that makes the first owner, as long as there is none. */
  readonly welcome: () => string | undefined;
}

/** Starts `assay desk` on any free port and waits until it says its address. */
export async function startDesk(
  folder: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<DeskProcess> {
  const started = start(folder, ["desk", "--port", "0", ...args], env);
  const said = {stdout: "", stderr: ""};
  started.child.stdout?.on("data", text => {
    said.stdout += text;
  });
  started.child.stderr?.on("data", text => {
    said.stderr += text;
  });
  await until(async () => {
    if (started.child.exitCode !== null) throw new Error(`it ended: ${said.stderr}`);
    return said.stdout.includes("\n");
  });
  const [address] = /^https?:\S+/.exec(said.stdout) ?? [];
  if (address === undefined) throw new Error(`no address in ${said.stdout}`);
  const welcome = () => /^\S+welcome#\S+/m.exec(said.stdout)?.[0];
  return {...started, address, welcome, log: () => said.stderr};
}

/** A token as `assay token create` prints it. */
export async function tokenFor(folder: string, name: string, role: string): Promise<string> {
  const made = await assay(folder, ["token", "create", "--name", name, "--role", role, "--json"]);
  return z.object({token: z.string()}).parse(JSON.parse(made.stdout)).token;
}

export interface Asking {
  readonly token?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the desk at an address. */
export const ask = (
  address: string,
  path: string,
  {token, method, body, headers}: Asking = {},
): Promise<Response> =>
  fetch(new URL(path, address), {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(token !== undefined && {authorization: `Bearer ${token}`}),
      ...(body !== undefined && {"content-type": "application/json"}),
      ...headers,
    },
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });

/** The run, once it is over. */
export async function runOver(address: string, token: string, id: string) {
  const look = async () =>
    runSchema.parse(await (await ask(address, `/api/runs/${id}`, {token})).json());
  await until(async () => !["waiting", "running"].includes((await look()).state));
  return look();
}
