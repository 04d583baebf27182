import {lstat, mkdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {sweep, temporaryFolder} from "../disk/temporaryFolder.ts";
import {ExpectedError, RenderingFailed} from "../model/errors.ts";

/**
 * Writes a folder beside its place and renames it there: a reader finds the old one, the new one,
 * or for a moment none, but never half of one. Runs at the same time do not disturb each other; the
 * last to finish stays.
 *
 * @throws RenderingFailed when the disk is full or the place cannot be written
 */
export async function replaceFolder(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(target);
  try {
    await makeFolder(parent);
    await sweep(parent);
    await recoverFolder(target);
    await using folder = temporaryFolder(parent, ".assay-", {mode: 0o777});
    await fill(folder.path);
    await moveInto(folder.path, target);
  } catch (cause) {
    throw explain(target, cause);
  }
}

/** Writes the files below the folder, making the folders they name. */
export async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
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

/** Where a folder waits while another takes its place. */
const asideOf = (target: string) => join(dirname(target), `.assay-aside-${basename(target)}`);

/** Puts back a folder that a run left aside, which was killed between two renames. */
export async function recoverFolder(target: string): Promise<void> {
  if (await lstat(target).catch(() => undefined)) return;
  await rename(asideOf(target), target).catch(() => {}); // none was left
}

/** A folder cannot be renamed over one that is not empty: that one is moved out of the way first. */
async function moveInto(folder: string, target: string): Promise<void> {
  const aside = asideOf(target);
  for (let tries = 0; !(await renamed(folder, target)); tries++) {
    if (tries > 100)
      throw new RenderingFailed(`other runs keep writing ${target}: run it again after them`);
    try {
      await rename(target, aside);
    } catch (error) {
      // One that is aside while the target is there has been replaced.
      if (taken.includes(codeOf(error))) await rm(aside, {recursive: true, force: true});
      else if (codeOf(error) !== "ENOENT") throw error;
    }
  }
  await rm(aside, {recursive: true, force: true}).catch(() => {});
}

const taken = ["ENOTEMPTY", "EEXIST"];

async function renamed(folder: string, target: string): Promise<boolean> {
  try {
    await rename(folder, target);
    return true;
  } catch (error) {
    if (taken.includes(codeOf(error))) return false;
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
