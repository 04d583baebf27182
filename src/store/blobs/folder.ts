import {constants} from "node:fs";
import {lstat, mkdir, open, readdir, rename, rm, stat} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {sweep, temporaryPath} from "../../disk/temporaryFolder.ts";
import {ExpectedError, StoreUnavailable} from "../../model/errors.ts";
import {absent, type Blobs, bytesOf, digestAt, digestOf, pathOf, verified} from "./blobs.ts";

/**
 * Blobs in a folder, `ab/cdef…` each. The folder is made where its parent exists: a disk that is
 * not mounted is not made up for. What killed processes left half-written is swept.
 *
 * A blob is written beside the shelves, brought to the disk, and renamed into its place: so each
 * name there has all of its bytes, whenever the power goes. No symbolic link below is followed.
 *
 * @throws StoreUnavailable when the folder cannot be made or read
 */
export async function folderBlobs(folder: string): Promise<Blobs> {
  const where = `the folder ${folder}`;
  /** Shelves that are known to outlive a power cut. */
  const lasting = new Set<string>();

  const told = <T>(use: () => Promise<T>): Promise<T> =>
    use().catch(cause => {
      throw explain(where, cause);
    });

  async function makeShelf(shelf: string): Promise<void> {
    const made = await makeFolder(shelf);
    if (made || !lasting.has(shelf)) {
      await bringToDisk(folder);
      lasting.add(shelf);
    }
    await refuseLink(shelf);
  }

  /** Undefined where there is none. */
  async function read(path: string): Promise<Buffer | undefined> {
    try {
      await refuseLink(dirname(path));
      // Not to follow a link, nor to wait for the other end of a pipe.
      const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
      await using file = await open(path, flags);
      return await file.readFile();
    } catch (error) {
      return ifNone(error, undefined);
    }
  }

  async function isWhole(path: string, sha256: string): Promise<boolean> {
    const there = await read(path).catch(() => undefined); // to be written anew
    return there !== undefined && digestOf(there) === sha256;
  }

  async function write(path: string, bytes: Buffer): Promise<void> {
    const unfinished = temporaryPath(folder, ".assay-");
    try {
      {
        await using file = await open(unfinished, "wx");
        await file.writeFile(bytes);
        await file.sync();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, {force: true}).catch(() => {}); // swept later
      throw error;
    }
  }

  /** What a shelf or the folder has in it; a shelf may be gone by now. */
  const entries = (path: string) =>
    readdir(path, {withFileTypes: true}).catch(error =>
      path === folder ? Promise.reject(error) : ifNone(error, []),
    );

  await told(async () => {
    if (await makeFolder(folder)) await bringToDisk(dirname(folder));
    await readdir(folder);
  });
  await sweep(folder);

  return {
    async put(body) {
      const bytes = bytesOf(body);
      const sha256 = digestOf(bytes);
      const path = join(folder, pathOf(sha256));
      await told(async () => {
        await makeShelf(dirname(path));
        if (!(await isWhole(path, sha256))) await write(path, bytes);
        // Whoever wrote it may not have come that far.
        await bringToDisk(dirname(path));
      });
      return sha256;
    },

    async get(sha256) {
      const path = join(folder, pathOf(sha256));
      const bytes = await told(() => read(path));
      if (bytes) return verified(bytes, sha256, where);
      await told(() => stat(folder)); // nothing is missing from a folder that is not there
      throw absent(sha256, where);
    },

    async has(sha256) {
      const path = join(folder, pathOf(sha256));
      return await told(async () => {
        await stat(folder);
        try {
          await refuseLink(dirname(path));
          return (await lstat(path)).isFile();
        } catch (error) {
          return ifNone(error, false);
        }
      });
    },

    async remove(sha256) {
      const path = join(folder, pathOf(sha256));
      await told(async () => {
        try {
          await refuseLink(dirname(path));
          await rm(path);
        } catch (error) {
          ifNone(error, undefined);
        }
      });
    },

    async *list() {
      for (const shelf of await told(() => entries(folder))) {
        if (!shelf.isDirectory() || !/^[0-9a-f]{2}$/.test(shelf.name)) continue;
        for (const file of await told(() => entries(join(folder, shelf.name)))) {
          const sha256 = digestAt(`${shelf.name}/${file.name}`);
          if (sha256 !== undefined && file.isFile()) yield sha256;
        }
      }
    },

    describe: () => where,
  };
}

/** Whether it was not there before. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** A new name in a folder outlives a power cut only when the folder itself is on the disk. */
async function bringToDisk(folder: string): Promise<void> {
  await using handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  await handle.sync();
}

async function refuseLink(shelf: string): Promise<void> {
  if ((await lstat(shelf)).isSymbolicLink())
    throw new StoreUnavailable(
      `${shelf} is a symbolic link, and none is followed among blobs: put the folder itself there, or name another with ASSAY_BLOBS`,
    );
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

function ifNone<T>(error: unknown, otherwise: T): T {
  if (codeOf(error) === "ENOENT") return otherwise;
  throw error;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full: free some space",
  EDQUOT: "the disk quota is used up: free some space",
  EROFS: "the disk is read-only: mount it to be written, or name another place with ASSAY_BLOBS",
  EACCES: "no right to do that there: give it to this user, or name another place with ASSAY_BLOBS",
  EPERM: "no right to do that there: give it to this user, or name another place with ASSAY_BLOBS",
  ENOENT:
    "it or the folder that it is in does not exist: mount its disk, make it, or name another with ASSAY_BLOBS",
  ENOTDIR: "a file stands where a folder should be: move it away",
  EISDIR: "a folder stands where a file should be: move it away",
  ELOOP:
    "a symbolic link stands in it, and none is followed among blobs: put the file itself there",
  EMFILE: "too many files are open at once: allow more, as with ulimit -n 1024",
  EIO: "the disk could not be read or written: look after it, and restore what is lost from a backup",
};

function explain(where: string, cause: unknown): Error {
  if (cause instanceof ExpectedError) return cause;
  const {code, syscall, message, path} = cause as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return cause as Error;
  const reason = reasons[code] ?? message;
  const file = path && digestAt(`${basename(dirname(path))}/${basename(path)}`);
  const blob = file ? ` (blob ${file})` : "";
  return new StoreUnavailable(`${where} cannot keep or give blobs${blob}: ${reason}`, {cause});
}
