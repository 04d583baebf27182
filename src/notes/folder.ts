import {randomBytes} from "node:crypto";
import {mkdir, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {freeLocks, lock} from "../disk/lock.ts";
import {sweep, temporaryFolder} from "../disk/temporaryFolder.ts";
import {ExpectedError, RenderingFailed} from "../model/errors.ts";

/** Somebody has changed the folder while its successor was made. */
export class ChangedMeanwhile extends RenderingFailed {
  constructor(folder: string) {
    super(`${folder} keeps being changed by others: run it again after them`);
  }
}

/**
 * Writes a folder beside its place and renames it there: a reader finds the old one, the new one,
 * or for a moment none, but never half of one. Runs at the same time do not disturb each other; the
 * last to finish stays.
 * `mayGo` is given the old one, moved aside, and says by throwing that it stays.
 *
 * @throws RenderingFailed when the disk is full or the place cannot be written
 */
export async function replaceFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
  mayGo: (aside: string) => Promise<void> = async () => {},
): Promise<void> {
  const parent = dirname(target);
  try {
    await makeFolder(parent);
    await sweep(parent);
    await using folder = temporaryFolder(parent, ".assay-", {mode: 0o777});
    await fill(folder.path);
    await moveInto(folder.path, target, mayGo);
  } catch (cause) {
    throw explain(target, cause);
  }
}

/**
 * Calls `use` while no other run that asks likewise is at the folder; one that a killed run left
 * aside is put back before.
 *
 * @throws RenderingFailed when other runs do not leave it, or the place cannot be written
 */
export async function alone<T>(target: string, use: () => Promise<T>): Promise<T> {
  try {
    await makeFolder(dirname(target));
    await freeLocks(dirname(target));
    await using held = await lock(target);
    if (!held) throw new ChangedMeanwhile(target);
    await recoverFolder(target);
    return await use();
  } catch (cause) {
    throw explain(target, cause);
  }
}

/** Writes the files below the folder, making the folders they name. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const inner of foldersOf([...files.keys()]))
    await mkdir(join(folder, inner)).catch(unlessFolder(join(folder, inner)));
  for (const [path, content] of files) await writeFile(join(folder, path), content);
}

/**
 * The folders that the paths name, the outer ones first. They are made one by one: Node's own
 * `recursive` would make the whole folder again that a signal has just removed.
 */
function foldersOf(paths: readonly string[]): string[] {
  const above = (path: string): string[] =>
    dirname(path) === "." ? [] : [...above(dirname(path)), dirname(path)];
  return [...new Set(paths.flatMap(above))].toSorted((a, b) => a.length - b.length);
}

/** Node's own `recursive` never returns below /proc, and hides that a disk is read-only. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT" && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await mkdir(path).catch(unlessFolder(path));
    } else await unlessFolder(path)(error);
  }
}

const unlessFolder = (path: string) => async (error: unknown) => {
  const there = await stat(path).catch(() => undefined);
  if (!there?.isDirectory()) throw error;
};

const asides = ".assay-aside-";

/** A place in which the folder waits while another takes its own. */
const asidePath = (target: string) =>
  join(dirname(target), `${asides}${randomBytes(6).toString("hex")}~${basename(target)}`);

/** Puts back what a run left aside that was killed between two renames, or removes it where it was replaced. */
async function recoverFolder(target: string): Promise<void> {
  const parent = dirname(target);
  const left = (name: string) => name.startsWith(asides) && name.endsWith(`~${basename(target)}`);
  for (const name of (await readdir(parent)).filter(left)) {
    const aside = join(parent, name);
    if (!(await renamed(aside, target, inTheWay))) await rm(aside, {recursive: true, force: true});
  }
}

/** A folder cannot be renamed over one that is not empty: that one is moved out of the way first. */
async function moveInto(
  folder: string,
  target: string,
  mayGo: (aside: string) => Promise<void>,
): Promise<void> {
  const moved: string[] = [];
  try {
    while (!(await renamed(folder, target, inTheWay))) {
      if (moved.length > 100) throw new ChangedMeanwhile(target);
      const aside = asidePath(target);
      if (!(await renamed(target, aside, ["ENOENT"]))) continue; // another run has moved it
      moved.push(aside);
      await mayGo(aside);
    }
  } catch (error) {
    const last = moved.at(-1);
    if (last && (await renamed(last, target, inTheWay).catch(() => false))) moved.pop();
    throw error;
  } finally {
    for (const aside of moved) await rm(aside, {recursive: true, force: true}).catch(() => {});
  }
}

const inTheWay = ["ENOTEMPTY", "EEXIST"];

async function renamed(from: string, to: string, unless: readonly string[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (unless.includes(codeOf(error))) return false;
    throw error;
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space, or give another place with --out",
  EDQUOT: "the disk quota is used up: free some space, or give another place with --out",
  EROFS: "the disk is read-only: give another place with --out",
  EACCES: "no right to write there: give another place with --out",
  EPERM: "no right to write there: give another place with --out",
  ENOTDIR: "a file stands where a folder should be: give another place with --out",
  ENOENT: "its folder cannot be made, or was removed meanwhile: give another place with --out",
  EEXIST:
    "a file stands where a folder should be, or a link to nowhere: give another place with --out",
};

export function explain(target: string, cause: unknown): Error {
  if (cause instanceof ExpectedError) return cause;
  const {code, syscall, message} = cause as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return cause as Error;
  const reason = reasons[code] ?? `${message}: give another place with --out`;
  return new RenderingFailed(`${target} could not be written, and nothing was left: ${reason}`, {
    cause,
  });
}
