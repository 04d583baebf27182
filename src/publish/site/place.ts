import {join} from "node:path";
import {filesBelow, type Laid, placeFolder} from "./disk.ts";
import type {NoteFolder} from "./noteFolder.ts";
import {type KnownRecord, recordFile, type SiteRecord} from "./record.ts";
import {sha256} from "./style.ts";

/** Puts a note's folder in its place; what somebody else has put into the one before stays in it. */
export async function place(
  out: string,
  {record, files}: NoteFolder,
  before: SiteRecord | undefined,
): Promise<KnownRecord> {
  const others = before ? await notOurs(join(out, record.id), before, files) : [];
  await placeFolder(out, record.id, new Map([...files, ...others]));
  const laid = files.get(recordFile);
  return {record, digest: sha256(typeof laid === "string" ? laid : "")};
}

async function notOurs(
  folder: string,
  before: SiteRecord,
  files: ReadonlyMap<string, Laid>,
): Promise<(readonly [string, Laid])[]> {
  const others = (await filesBelow(folder)).filter(
    path => before.files[path] === undefined && path !== recordFile && !files.has(path),
  );
  return others.map(path => [path, {from: join(folder, path)}] as const);
}
