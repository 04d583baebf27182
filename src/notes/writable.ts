import {mkdtemp, rmdir, stat} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {explain} from "./folder.ts";

/**
 * Tries whether folders can be made where notes are to go, or in the nearest folder above that is
 * there already; nothing is left.
 *
 * @throws RenderingFailed with what is in the way
 */
export async function requireWritable(out: string): Promise<void> {
  try {
    await rmdir(await mkdtemp(join(await nearestThere(resolve(out)), ".assay-probe-")));
  } catch (cause) {
    throw explain(out, cause);
  }
}

async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    return nearestThere(dirname(path));
  }
}
