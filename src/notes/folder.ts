import {createHash, randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {mkdir, readdir, rename, rm, stat, writeFile} from "node:fs/promises";
import {hostname} from "node:os";
import {dirname, join} from "node:path";
import {ExpectedError, RenderingFailed} from "../model/errors.ts";

/** Marks a folder that is being written, or that makes way for a newer one. */
const unfinished = /^\.assay-([0-9a-f]{8})-(\d+)-[0-9a-f-]+$/;
/** Process numbers mean something on their own machine only. */
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

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
  const beside = () => join(parent, `.assay-${machine}-${process.pid}-${randomUUID()}`);
  const folder = beside();
  const unguard = guard(folder);
  try {
    await makeFolder(parent);
    await sweep(parent);
    await mkdir(folder);
    await fill(folder);
    await moveInto(folder, target, beside);
  } catch (cause) {
    throw explain(target, cause);
  } finally {
    unguard();
    await rm(folder, {recursive: true, force: true}).catch(() => {});
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Takes the unfinished folder along when a signal ends this process. */
function guard(folder: string): () => void {
  const onSignal = (signal: NodeJS.Signals) => {
    try {
      rmSync(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 20});
    } catch {
      // The next run sweeps it.
    }
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
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

/** A folder cannot be renamed over one that is not empty: that one is moved out of the way first. */
async function moveInto(folder: string, target: string, beside: () => string): Promise<void> {
  const asides: string[] = [];
  try {
    while (!(await renamed(folder, target))) {
      const aside = beside();
      asides.push(aside);
      await rename(target, aside).catch(error => {
        if (codeOf(error) !== "ENOENT") throw error;
      });
      if (asides.length > 100)
        throw new RenderingFailed(`other runs keep writing ${target}: run it again after them`);
    }
  } finally {
    for (const aside of asides) await rm(aside, {recursive: true, force: true}).catch(() => {});
  }
}

async function renamed(folder: string, target: string): Promise<boolean> {
  try {
    await rename(folder, target);
    return true;
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) return false;
    throw error;
  }
}

/**
 * Removes what runs left that were killed: folders of processes that are gone. What cannot be
 * removed, another run's or another user's, is no reason to fail this one.
 */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, where, pid] = unfinished.exec(name) ?? [];
    if (where === machine && !isAlive(Number(pid)))
      await rm(join(parent, name), {recursive: true, force: true}).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
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

function explain(target: string, cause: unknown): Error {
  if (cause instanceof ExpectedError) return cause;
  const {code, syscall, message} = cause as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return cause as Error;
  const reason = reasons[code] ?? `${message}: give another place with --out`;
  return new RenderingFailed(`${target} could not be written, and nothing was left: ${reason}`, {
    cause,
  });
}
