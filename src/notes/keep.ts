import {rm, rmdir} from "node:fs/promises";
import {dirname, join} from "node:path";
import {Conflict} from "../model/errors.ts";
import {alone} from "./folder.ts";
import {writeNote} from "./noteFolder.ts";
import {digestAt, linkOnTheWay, type Owner, readWritten, writtenFile} from "./written.ts";

/**
 * Keeps a snapshot in a folder of its own until the note has it. False where somebody has changed
 * one that is there: it is left as it is.
 */
export async function keepSnapshot(
  folder: string,
  owner: Owner,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<boolean> {
  try {
    await writeNote(folder, {owner, files});
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

/** Removes from the folder what the program wrote and nobody has changed, and what is then empty. */
export const removeKept = (folder: string): Promise<void> =>
  alone(folder, () => removeUndisturbed(folder));

async function removeUndisturbed(folder: string): Promise<void> {
  const written = await readWritten(folder);
  if (!written) return;
  const paths = Object.entries(written.files);
  for (const [path, digest] of paths)
    if (
      (await linkOnTheWay(folder, [path])) === undefined &&
      (await digestAt(join(folder, path))) === digest
    )
      await rm(join(folder, path), {force: true});
  await rm(join(folder, writtenFile), {force: true});
  const folders = new Set([...paths.map(([path]) => dirname(path)), dirname(writtenFile), "."]);
  for (const inner of [...folders].toSorted((a, b) => b.length - a.length))
    await rmdir(join(folder, inner)).catch(() => {}); // somebody else's files are in it
}
