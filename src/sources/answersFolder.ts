import {homedir} from "node:os";
import {join} from "node:path";
import type {Environment} from "./live.ts";

/** Where answers are kept between runs. */
export function answersFolder(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "assay", "http");
}
