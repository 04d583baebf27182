import {homedir} from "node:os";
import {join} from "node:path";
import type {Environment} from "./live.ts";

/** Where everything is kept that saves asking or working again. */
export const cacheFolder = (env: Environment): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "assay");

/** Where answers are kept between runs. */
export const answersFolder = (env: Environment): string => join(cacheFolder(env), "http");

/** Where what was worked out of folders of recorded data is kept between runs. */
export const fieldsFolder = (env: Environment): string => join(cacheFolder(env), "fields");
