import {homedir} from "node:os";
import {join} from "node:path";

/** A folder below the user's own cache, which can be deleted at any time. */
export function cacheFolder(name: string): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "assay", name);
}
