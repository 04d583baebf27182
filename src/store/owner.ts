import {readFileSync} from "node:fs";
import {realpath, stat} from "node:fs/promises";
import {dirname, parse} from "node:path";

/** Who PostgreSQL runs as. */
export interface Owner {
  /** Undefined: whoever runs us. */
  readonly ids?: {readonly uid: number; readonly gid: number};
}

/** Ourselves; for root, whom PostgreSQL refuses, the user `nobody`. */
export function serverOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync("/etc/passwd", "utf8");
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return {ids: {uid: Number(uid ?? 65534), gid: Number(gid ?? 65534)}};
}

/** Whether the owner may go through every folder on the way to the path, and into it. */
export async function reaches({ids}: Owner, path: string): Promise<boolean> {
  if (!ids) return true;
  const real = await realpath(path);
  const {root} = parse(real);
  for (let folder = real; ; folder = dirname(folder)) {
    const {mode, uid, gid} = await stat(folder);
    const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === root) return true;
  }
}
