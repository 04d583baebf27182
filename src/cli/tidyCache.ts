import {holdToLimitDaily} from "../disk/keptFiles.ts";
import {cacheFolder} from "../sources/answersFolder.ts";

/** Holds the cache of this user to its limit, once a day. */
export const tidyCache = (mostBytes: number): Promise<void> =>
  holdToLimitDaily(cacheFolder(process.env), mostBytes, new Date());
