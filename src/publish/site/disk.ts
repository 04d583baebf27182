import {readFile} from "node:fs";
import {copyFile, link, mkdir, readdir, rename, rm, rmdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {promisify} from "node:util";
import {lock} from "../../disk/lock.ts";
import {sweep, temporaryFolder, temporaryPath} from "../../disk/temporaryFolder.ts";
import {TargetRefused, TargetUnavailable} from "../../model/errors.ts";

const aside = ".assay-aside~";

/**
 * Calls `use` while no other process is at the folder; what killed ones left is put back before.
 *
 * @throws TargetUnavailable where another process does not leave it
 * @throws TargetRefused where it cannot be written
 */
export async function alone<T>(out: string, use: () => Promise<T>): Promise<T> {
  return toldOf(out, async () => {
    await mkdir(out, {recursive: true});
    await using held = await lock(join(out, "site"));
    if (!held) throw new TargetUnavailable(`${out} is being written by another process: try again`);
    await sweep(out);
    await putBack(out);
    return await use();
  });
}

/** A file of few kilobytes, in a third of the processor time that a file handle takes. */
export const readSmall = promisify(readFile);

/** The file as a whole or not at all, and for a reader always one of the two. */
export async function writeWhole(
  out: string,
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const target = join(out, path);
  const made = temporaryPath(out, ".assay-");
  await writeFile(made, content);
  try {
    if (!(await renamed(made, target))) {
      await mkdir(dirname(target), {recursive: true});
      await rename(made, target);
    }
  } catch (error) {
    await rm(made, {force: true});
    throw error;
  }
}

/** A file that is laid into a folder, or one that lies there already. */
export type Laid = string | Uint8Array | {readonly from: string};

/** Puts a folder in its place as a whole; one that stands there is moved aside for that moment. */
export async function placeFolder(
  out: string,
  name: string,
  files: ReadonlyMap<string, Laid>,
): Promise<void> {
  await using folder = temporaryFolder(out, ".assay-", {mode: 0o755});
  const inner = new Set([...files.keys()].map(path => dirname(path)).filter(path => path !== "."));
  for (const path of inner) await mkdir(join(folder.path, path), {recursive: true});
  await Promise.all([...files].map(([path, laid]) => lay(join(folder.path, path), laid)));
  const [target, old] = [join(out, name), join(out, aside + name)];
  const replaced = await renamed(target, old);
  await rename(folder.path, target);
  if (replaced) await rm(old, {recursive: true, force: true});
}

async function lay(path: string, laid: Laid): Promise<void> {
  if (typeof laid === "string" || laid instanceof Uint8Array) return writeFile(path, laid);
  // Not every file system has links.
  await link(laid.from, path).catch(() => copyFile(laid.from, path));
}

/** The files below a folder, by their paths in it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(none);
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

/** Removes a file, and the folders above it that are empty now. */
export async function removeFile(out: string, path: string): Promise<void> {
  await rm(join(out, path), {force: true});
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    const empty = await rmdir(join(out, folder)).then(
      () => true,
      () => false,
    );
    if (!empty) return;
  }
}

/** A folder that was moved aside and whose successor has not come, or one whose successor has. */
async function putBack(out: string): Promise<void> {
  const names = (await readdir(out)).filter(name => name.startsWith(aside));
  for (const name of names) {
    const [old, target] = [join(out, name), join(out, name.slice(aside.length))];
    const back = await rename(old, target).then(
      () => true,
      () => false,
    );
    if (!back) await rm(old, {recursive: true, force: true});
  }
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}

export const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

const none = (error: unknown) => {
  if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return [];
  throw error;
};

const passing: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space",
  EDQUOT: "the disk quota is used up: free some space",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
};

/** Says for people why a folder could not be written. */
async function toldOf<T>(out: string, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (cause) {
    const {code, syscall, message} = cause as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw cause;
    const reason = passing[code];
    if (reason) throw new TargetUnavailable(`${out} could not be written: ${reason}`, {cause});
    throw new TargetRefused(
      `${out} could not be written (${message}): make it a folder that this user may write, or give another as "out"`,
      {cause},
    );
  }
}
