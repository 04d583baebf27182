import {readFile} from "node:fs/promises";
import {UsageError} from "../model/errors.ts";

/**
 * A text file, whose bytes the text gives again: what a person wrote in another encoding would be
 * lost when it is put back.
 *
 * @throws UsageError when it cannot be read, or is not UTF-8
 */
export async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${file} cannot be read: ${unreadable(cause)}`, {cause});
  });
  if (bytes.includes(0))
    throw new UsageError(`${file} is no text: it is binary, or UTF-16. Save it as UTF-8`);
  try {
    return new TextDecoder("utf-8", {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (cause) {
    throw new UsageError(`${file} is not UTF-8: save it as UTF-8`, {cause});
  }
}

function unreadable({code, message}: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "it is a folder. To check a note, name its note.md";
  return code === "EACCES" ? "no right to read it" : message;
}
