import {UsageError} from "../model/errors.ts";
import {readRegularFile} from "../model/regularFile.ts";

/** A note's largest file, its PDF, is a hundredth of it. */
const mostBytes = 64 * 2 ** 20;

/**
 * The bytes of a file that a person names, or that lies in a folder that they name.
 *
 * @throws UsageError when it cannot be read, is larger than 64 MiB, or is no file: a pipe, a folder
 */
export const readNamed = (file: string): Promise<Buffer> =>
  readRegularFile(file, mostBytes, cause => cause).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(unreadable(file, cause), {cause});
  });

/**
 * A text file, whose bytes the text gives again: what a person wrote in another encoding would be
 * lost when it is put back.
 *
 * @throws UsageError when it cannot be read, or is not UTF-8
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readNamed(file);
  if (bytes.includes(0))
    throw new UsageError(`${file} is no text: it is binary, or UTF-16. Save it as UTF-8`);
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${file} is not UTF-8: save it as UTF-8`, {cause});
  }
}

function unreadable(file: string, {code, message}: NodeJS.ErrnoException): string {
  if (code === undefined) return message; // ours, and names it
  if (code === "ENOENT") return `${file} cannot be read: there is no such file`;
  return `${file} cannot be read: ${code === "EACCES" ? "no right to read it" : message}`;
}
