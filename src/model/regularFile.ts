import {constants} from "node:fs";
import {type FileHandle, open} from "node:fs/promises";
import {SourceChanged, SourceUnavailable} from "./errors.ts";

/**
 * The bytes of a file. What is none, such as a pipe that would let us wait for ever, and what is
 * larger than `mostBytes` is refused by its name.
 *
 * @param unreadable words what the system says, such as that there is no such file
 * @throws SourceUnavailable when there is something else than a file, SourceChanged when it is larger
 */
export async function readRegularFile(
  path: string,
  mostBytes: number,
  unreadable: (cause: NodeJS.ErrnoException) => Error,
): Promise<Buffer> {
  await using file = await openRegularFile(path, unreadable);
  const {size} = await file.stat();
  if (size > mostBytes)
    throw new SourceChanged(
      `${path} has ${size} bytes, and no more than ${mostBytes} are expected of it`,
    );
  return await file.readFile().catch(cause => {
    throw unreadable(cause);
  });
}

/** The same, to be read by the caller, who closes it. */
export async function openRegularFile(
  path: string,
  unreadable: (cause: NodeJS.ErrnoException) => Error,
): Promise<FileHandle> {
  // Not to wait for the other end of a pipe; Windows has no such flag and no such pipes.
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch(cause => {
    // A socket cannot be opened at all.
    throw cause.code === "ENXIO" ? notAFile(path, "a socket") : unreadable(cause);
  });
  const stat = await file.stat();
  if (stat.isFile()) return file;
  await file.close();
  const kind = stat.isFIFO() ? "a pipe (FIFO)" : stat.isDirectory() ? "a directory" : "a device";
  throw notAFile(path, kind);
}

const notAFile = (path: string, kind: string) =>
  new SourceUnavailable(`${path} is ${kind}, and a file is expected there`);
