import {readFile, stat} from "node:fs/promises";
import {registerHooks} from "node:module";
import {homedir} from "node:os";
import {basename, dirname, extname, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {UsageError} from "../model/errors.ts";

const names = ["ts", "mjs", "js", "json"].map(extension => `assay.config.${extension}`);

/** A configuration as it was written, and every file it was read from. */
export interface Read {
  readonly value: unknown;
  readonly files: readonly string[];
}

/**
 * The nearest configuration, from the folder upward; a home folder and a root are the last to be
 * looked in. Above the folder, a file that would be run must belong to who runs us.
 *
 * @throws UsageError when a folder has two of them, or the one above is somebody else's
 */
export async function findConfig(from: string): Promise<string | undefined> {
  const folder = resolve(from);
  const paths = names.map(name => join(folder, name));
  const found = await Promise.all(paths.map(async path => ((await isFile(path)) ? [path] : [])));
  const there = found.flat();
  if (there.length > 1)
    throw new UsageError(
      `two configurations in ${folder}: ${there.map(path => basename(path)).join(" and ")}; remove one, or name one with --config`,
    );
  const [only] = there;
  if (only !== undefined) return only;
  if (folder === homedir() || dirname(folder) === folder) return undefined;
  const above = await findConfig(dirname(folder));
  if (above !== undefined) await requireOwn(above);
  return above;
}

const isFile = (path: string) =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  );

async function requireOwn(path: string): Promise<void> {
  if (path.endsWith(".json") || process.getuid === undefined) return;
  const {uid} = await stat(path);
  if (uid !== process.getuid())
    throw new UsageError(
      `${path} belongs to somebody else and would be run: give it with --config, or --no-config`,
    );
}

/**
 * Reads a configuration: JSON is parsed, a module is run and gives its default export. In it,
 * `assay` is this program, wherever the file lies. `version` tells readings of one process apart.
 *
 * @throws UsageError when it cannot be read or run
 */
export async function readConfig(path: string, version: number): Promise<Read> {
  if (!(await isFile(path)))
    throw new UsageError(`no configuration at ${path}: name a file with --config, or --no-config`);
  if (extname(path) === ".json") return {value: await readJson(path), files: [path]};
  const module = pathToFileURL(path).href;
  const files = new Set([path]);
  const hooks = resolveWith(module, version, files);
  try {
    const {default: value} = (await import(/* @vite-ignore */ `${module}?assay=${version}`)) as {
      default?: unknown;
    };
    if (value === undefined)
      throw new UsageError(`${path} has no default export: export default defineConfig({…})`);
    return {value, files: [...files]};
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} could not be run: ${told(cause, path)}`, {cause});
  } finally {
    hooks.deregister();
  }
}

const entry = new URL(
  import.meta.url.endsWith(".ts") ? "../index.ts" : "../index.js",
  import.meta.url,
).href;

/** What the configuration imports of its own is read anew with it, and `.ts` is always a module. */
function resolveWith(config: string, version: number, files: Set<string>) {
  const tag = `?assay=${version}`;
  return registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "assay") return {url: entry, shortCircuit: true};
      const found = next(specifier, context);
      const own = context.parentURL?.endsWith(tag) || specifier === config + tag;
      if (!own || !found.url.startsWith("file:") || found.url.includes("/node_modules/"))
        return found;
      const url = found.url.replace(/\?.*$/, "");
      files.add(fileURLToPath(url));
      return {
        ...found,
        url: url + tag,
        ...(/\.ts$/.test(url) && {format: "module-typescript"}),
      };
    },
  });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new UsageError(`${path} is not JSON: ${(cause as Error).message}`, {cause});
  }
}

/** The error, and the place in the file that its trace names. */
function told(cause: unknown, path: string): string {
  if (!(cause instanceof Error)) return `it threw ${String(cause)}`;
  const trace = cause.stack ?? "";
  const file = RegExp.escape(pathToFileURL(path).href);
  const [, place] = new RegExp(`${file}(?:\\?assay=\\d+)?:(\\d+(?::\\d+)?)`).exec(trace) ?? [];
  const message = cause.message.replaceAll(/\?assay=\d+/g, "");
  return `${cause.name}: ${message}${place ? ` (line ${place.replace(":", ", column ")})` : ""}`;
}
