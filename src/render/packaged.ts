import {once} from "node:events";
import {chmod, lstat, mkdir, readFile, rename} from "node:fs/promises";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";
import {Worker} from "node:worker_threads";
import {markUsed} from "../disk/keptFiles.ts";
import {sweep, temporaryFolder} from "../disk/temporaryFolder.ts";

/**
 * The path of the Chromium that comes as a package, unpacked once for this user. It is unpacked
 * beside its place and renamed into it, so that several processes may need it at the same moment.
 */
export async function unpackedChromium(step: (text: string) => void = () => {}): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(
      `the packaged Chromium runs on linux x64 only: this is ${process.platform} ${process.arch}`,
    );
  const module = import.meta.resolve("@sparticuz/chromium");
  const {version} = JSON.parse(await readFile(new URL("../package.json", module), "utf8"));
  const cache = await cacheFolder();
  const place = join(cache, `chromium-${version}`);
  if (!(await exists(place))) {
    step(`unpacks the browser that prints PDFs, once, into ${place}`);
    await unpack(module, cache, place);
  }
  await markUsed(place, new Date());
  return join(place, "chromium");
}

/**
 * The package unpacks into TMPDIR whatever lies there already, so a thread of its own gets a fresh
 * one; once that has ended, no writer holds the program open and it can be run. Killed, it ends with
 * this process.
 */
async function unpack(module: string, cache: string, place: string): Promise<void> {
  await using fresh = temporaryFolder(cache, "assay-unpacking-");
  const script = `import(${JSON.stringify(module)}).then(({default: c}) => c.executablePath())`;
  try {
    const env = {...process.env, TMPDIR: fresh.path};
    await once(new Worker(script, {eval: true, env, execArgv: []}), "exit");
    await rename(fresh.path, place);
  } catch (error) {
    if (await exists(place)) return;
    throw new Error(`the packaged Chromium cannot be unpacked in ${cache}`, {cause: error});
  }
}

/** Removes browsers that killed runs had half unpacked. */
export async function sweepUnpacking(): Promise<void> {
  await Promise.all(cacheFolders().map(sweep));
}

async function cacheFolder(): Promise<string> {
  const [usual, other] = cacheFolders();
  return privateFolder(usual).catch(() => privateFolder(other));
}

const cacheFolders = () =>
  [
    join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "assay"),
    join(tmpdir(), `assay-${process.getuid?.()}`),
  ] as const;

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
