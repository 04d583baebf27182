import {rmdirSync, rmSync} from "node:fs";
import {readdir, rename, rm, rmdir, writeFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {isGone, onEnd, temporaryFolder, thisProcess} from "./temporaryFolder.ts";

/** A run writes for a second or so; one that hangs is not waited for without end. */
const longestWait = 60_000;
const pause = 20;
const prefix = ".assay-lock-";

/**
 * Waits until no other run, of this process or another, holds the path, and holds it until it is
 * disposed of; undefined where somebody holds it for too long. What a killed run holds is free.
 *
 * The lock is a folder beside the path with one file in it, named after its owner. It is renamed
 * into place, which fails where a folder with something in it is there, and only a dead owner's own
 * file is ever taken out of it: so no two runs can take it at once.
 */
export async function lock(path: string): Promise<AsyncDisposable | undefined> {
  const parent = dirname(path);
  const held = join(parent, `${prefix}${basename(path)}`);
  await using waiting = temporaryFolder(parent, ".assay-");
  const owner = `${thisProcess()}${basename(waiting.path).replace(/^.*-/, "-")}`;
  const file = join(held, owner);
  await writeFile(join(waiting.path, owner), "");
  for (const start = Date.now(); !(await taken(waiting.path, held)); ) {
    if (Date.now() - start > longestWait) return undefined;
    await free(held);
    await sleep(pause * (0.5 + Math.random()));
  }
  const release = onEnd(() => {
    try {
      rmSync(file, {force: true});
      rmdirSync(held);
    } catch {
      // The next has it already, or frees it.
    }
  });
  return {
    async [Symbol.asyncDispose]() {
      release();
      await rm(file, {force: true});
      await rmdir(held).catch(() => {}); // the next has it already
    },
  };
}

async function taken(folder: string, held: string): Promise<boolean> {
  try {
    await rename(folder, held);
    return true;
  } catch (error) {
    const {code = ""} = error as NodeJS.ErrnoException;
    if (["ENOTEMPTY", "EEXIST", "EPERM"].includes(code)) return false;
    throw error;
  }
}

/** Takes dead owners out of the lock. */
async function free(held: string): Promise<void> {
  const owners = await readdir(held).catch(() => []);
  for (const owner of owners)
    if (await isGone(owner, join(held, owner))) await rm(join(held, owner), {force: true});
  await rmdir(held).catch(() => {}); // it is held, or gone
}

/** Removes the locks of killed runs in the folder. */
export async function freeLocks(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(
    names.filter(name => name.startsWith(prefix)).map(name => free(join(parent, name))),
  );
}
