import {mkdir, rename, rm, rmdir, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {sweep, temporaryFolder} from "../../disk/temporaryFolder.ts";
import {TargetRefused} from "../../model/errors.ts";
import {digestAt, digestOf, linkOnTheWay} from "../../notes/written.ts";
import {type Decided, type PostRecord, readDecided, readRecord, recordText} from "./record.ts";

/** Folders that belong together: where a note's files lie, and where is kept what we know of them. */
export interface Shelf {
  /** The paths of files are from here. */
  readonly root: string;
  /** Records, and what is being written; generators pass over it. */
  readonly kept: string;
}

/** The record of a note, as a file. */
export const recordPath = ({kept}: Shelf, id: string): string => join(kept, `${id}.json`);

const nextPath = ({kept}: Shelf, id: string) => join(kept, `${id}.next`);

/**
 * Ends what a killed run had begun, and says what we wrote of the note. Whatever was decided is
 * carried out; what a person has changed meanwhile stays as they left it.
 */
export async function settled(shelf: Shelf, id: string): Promise<PostRecord | undefined> {
  await sweep(shelf.kept);
  const decided = await readDecided(join(nextPath(shelf, id), "next.json"));
  if (decided) await carryOut(shelf, decided);
  await rm(nextPath(shelf, id), {recursive: true, force: true});
  return readRecord(recordPath(shelf, id));
}

/**
 * Writes a note's files in place of what lies there. They are made aside and renamed, the post last;
 * from the instant that all of them are there, a later run ends what this one cannot.
 */
export async function shelve(
  shelf: Shelf,
  note: Omit<PostRecord, "schema" | "files">,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  const digests = [...files].map(([path, content]) => [path, digestOf(content)] as const);
  const record = {schema: "assay/post@1", ...note, files: Object.fromEntries(digests)} as const;
  await requireNoLinks(shelf.root, [...files.keys()]);
  await mkdir(shelf.kept, {recursive: true});
  await using aside = temporaryFolder(shelf.kept, ".assay-", {mode: 0o777});
  for (const [path, content] of files) {
    await mkdir(join(aside.path, "files", dirname(path)), {recursive: true});
    await writeFile(join(aside.path, "files", path), content);
  }
  await writeFile(join(aside.path, "record.json"), recordText(record));
  const seen = await digestsAt(shelf.root, [...files.keys()]);
  await writeFile(join(aside.path, "next.json"), recordText({record, seen}));
  await rename(aside.path, nextPath(shelf, note.id));
  await settled(shelf, note.id);
}

async function carryOut(shelf: Shelf, {record, seen}: Decided): Promise<void> {
  const {root} = shelf;
  const next = nextPath(shelf, record.id);
  const before = (await readRecord(recordPath(shelf, record.id)))?.files ?? {};
  const paths = Object.keys(record.files);
  const stale = Object.keys(before).filter(path => !(path in record.files));
  await requireNoLinks(root, [...paths, ...stale]);
  for (const path of [...paths.filter(one => one !== record.post), record.post]) {
    const there = await digestAt(join(root, path));
    if (there !== seen[path] && there !== record.files[path]) continue; // somebody's, since it was decided
    await mkdir(dirname(join(root, path)), {recursive: true});
    await rename(join(next, "files", path), join(root, path)).catch(unlessMoved);
  }
  for (const path of stale)
    if ((await digestAt(join(root, path))) === before[path])
      await rm(join(root, path), {force: true});
  await removeEmpty(root, stale);
  await rename(join(next, "record.json"), recordPath(shelf, record.id)).catch(unlessMoved);
}

const unlessMoved = (error: NodeJS.ErrnoException) => {
  if (error.code !== "ENOENT") throw error;
};

/** By path, of those that are there. */
export async function digestsAt(
  root: string,
  paths: readonly string[],
): Promise<Record<string, string>> {
  const all = paths.map(async path => [path, await digestAt(join(root, path))] as const);
  const found = (await Promise.all(all)).flatMap(([path, digest]) =>
    digest === undefined ? [] : [[path, digest] as const],
  );
  return Object.fromEntries(found);
}

/** Folders that held only what is gone. */
async function removeEmpty(root: string, paths: readonly string[]): Promise<void> {
  for (const folder of new Set(paths.map(path => dirname(path))))
    if (folder !== ".") await rmdir(join(root, folder)).catch(() => {}); // somebody else's files are in it
}

/** @throws TargetRefused where a path, or a folder on the way to it, is a symbolic link */
export async function requireNoLinks(root: string, paths: readonly string[]): Promise<void> {
  const link = await linkOnTheWay(root, paths);
  if (link !== undefined)
    throw new TargetRefused(
      `${join(root, link)} is a symbolic link, and nothing was written: what is behind it may be anybody's. Put a folder or a file of your own in its place, or remove it`,
    );
}
