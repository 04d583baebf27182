import {cp, lstat, readdir, rm} from "node:fs/promises";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {Conflict} from "../model/errors.ts";
import {alone, ChangedMeanwhile, replaceFolder, writeFiles} from "./folder.ts";
import {
  digestAt,
  digestOf,
  linkOnTheWay,
  type Owner,
  readWritten,
  type Written,
  writtenFile,
  writtenText,
} from "./written.ts";

/** What is put into a note's folder. */
export interface Writing {
  readonly owner: Owner;
  /** By path in the folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The text as it was read: it is put back with its disclosure right, and stays theirs who edited it. */
  readonly text?: {readonly path: string; readonly read: string; readonly edited: boolean};
}

/**
 * Writes the note's files into its folder, or, where there is one, into its place: what the program
 * wrote there before gives way, unless it belongs to the same draft and is not written now; what it
 * did not write stays. Never half of it is seen. Runs at the same time take turns.
 *
 * @throws Conflict when a file that would be lost has been changed by a person, unless `force`; when
 * the folder holds another note; and when a file's place, or a folder on the way to it, is a
 * symbolic link
 * @throws RenderingFailed when the disk is full or the place cannot be written
 */
export const writeNote = (folder: string, writing: Writing, {force = false} = {}): Promise<void> =>
  alone(folder, () => writeUndisturbed(folder, writing, force));

async function writeUndisturbed(folder: string, writing: Writing, force: boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await writeOnce(folder, writing, force);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || tries >= mostTries) throw error;
      await sleep(Math.random() * 20);
    }
  }
}

/** Nobody saves at that moment more often. */
const mostTries = 20;

async function writeOnce(folder: string, writing: Writing, force: boolean): Promise<void> {
  const there = await lstat(folder).catch(() => undefined);
  if (!there?.isDirectory())
    return replaceFolder(
      folder,
      place => fill(place, undefined, writing, []),
      async () => {
        throw new ChangedMeanwhile(folder);
      },
    );
  const seen = await fingerprint(folder);
  const before = await readWritten(folder);
  if (before) requireSameNote(folder, before.owner, writing.owner);
  const stale = staleFiles(before, writing);
  const requireNoLink = async (where: string) => {
    const link = await linkOnTheWay(where, [...stale, ...writing.files.keys(), writtenFile]);
    if (link !== undefined) throw linked(join(folder, link));
  };
  await requireNoLink(folder);
  const touched = await touchedFiles(folder, before, writing, stale);
  const unlessChanged = async (where: string) => {
    if ((await fingerprint(where)) !== seen) throw new ChangedMeanwhile(folder);
  };
  if (touched.length > 0 && !force) {
    await unlessChanged(folder);
    throw changed(folder, touched);
  }
  await replaceFolder(
    folder,
    async place => {
      const how = {recursive: true, verbatimSymlinks: true, preserveTimestamps: true};
      await cp(folder, place, how).catch(cause => {
        throw cause.code === "ENOENT" ? new ChangedMeanwhile(folder) : cause;
      });
      await requireNoLink(place); // one that was laid there meanwhile is copied as such
      await fill(place, before, writing, stale);
    },
    unlessChanged,
  );
}

async function fill(
  place: string,
  before: Written | undefined,
  writing: Writing,
  stale: readonly string[],
): Promise<void> {
  for (const path of [...stale, ...writing.files.keys()])
    await rm(join(place, path), {recursive: true, force: true});
  await writeFiles(place, writing.files);
  await writeFiles(place, new Map([[writtenFile, recordOf(before, writing, stale)]]));
}

/** What lies in the folder, with sizes and times: differs when anything in it was saved since. */
async function fingerprint(folder: string): Promise<string> {
  const names = await readdir(folder, {recursive: true}).catch(() => []);
  const lines = await Promise.all(
    names.map(async name => {
      const found = await lstat(join(folder, name), {bigint: true}).catch(() => undefined);
      return `${name} ${found?.isDirectory() ? "" : `${found?.size} ${found?.mtimeNs}`}`;
    }),
  );
  return lines.sort().join("\n");
}

/** The files of the folder that a person has changed or removed since the program wrote them. */
export async function editedFiles(folder: string): Promise<string[]> {
  const written = await readWritten(folder);
  const edited: string[] = [];
  for (const [path, digest] of Object.entries(written?.files ?? {})) {
    const found = await digestAt(join(folder, path));
    if (found !== digest) edited.push(path);
  }
  return edited;
}

/** What the program wrote before and does not write now, of another draft. */
function staleFiles(before: Written | undefined, {files}: Writing): string[] {
  const evidence = files.get("evidence.json");
  const same = evidence !== undefined && before?.files["evidence.json"] === digestOf(evidence);
  return same ? [] : Object.keys(before?.files ?? {}).filter(path => !files.has(path));
}

async function touchedFiles(
  folder: string,
  before: Written | undefined,
  {files, text}: Writing,
  stale: readonly string[],
): Promise<string[]> {
  const touched: string[] = [];
  // Pages are made from the text: where a person has changed it, they would belie it.
  for (const path of new Set([
    ...stale,
    ...files.keys(),
    ...(before?.files["note.md"] ? ["note.md"] : []),
  ])) {
    const found = await digestAt(join(folder, path));
    const content = files.get(path);
    const known = [
      before?.files[path],
      content && digestOf(content),
      path === text?.path ? digestOf(text.read) : undefined,
    ];
    if (found !== undefined && !known.includes(found)) touched.push(path);
  }
  return touched;
}

/** A text that a person has changed is not ours: what we wrote in its place once stays on record. */
function recordOf(
  before: Written | undefined,
  {owner, files, text}: Writing,
  stale: readonly string[],
): string {
  const kept = Object.entries(before?.files ?? {}).filter(([path]) => !stale.includes(path));
  const ours = [...files]
    .filter(([path]) => !(text?.edited && path === text.path))
    .map(([path, content]) => [path, digestOf(content)] as const);
  const all = new Map([...kept, ...ours]);
  return writtenText({owner, files: Object.fromEntries([...all].toSorted(byPath))});
}

const byPath = ([a]: readonly [string, string], [b]: readonly [string, string]) => (a < b ? -1 : 1);

function requireSameNote(folder: string, there: Owner, here: Owner): void {
  const same =
    there.asset === here.asset && there.edition === here.edition && there.locale === here.locale;
  if (same) return;
  const named = ({asset, edition, locale}: Owner) =>
    `${asset}${edition === undefined ? "" : `, edition ${edition}`}, in ${locale}`;
  throw new Conflict(
    `${folder} holds the note on ${named(there)}, and this one is on ${named(here)}: give another --edition, or another place with --out`,
  );
}

const linked = (path: string) =>
  new Conflict(
    `${path} is a symbolic link, and nothing was written: what is behind it may be anybody's. Put a folder or a file of your own in its place, remove it, or write elsewhere with --out`,
  );

const changed = (folder: string, touched: readonly string[]) =>
  new Conflict(
    `${touched.map(path => join(folder, path)).join(", ")} ${touched.length === 1 ? "was" : "were"} changed by a person, and nothing was overwritten: print the changed text with assay render ${folder}, write elsewhere with --out, or give up the changes with --force`,
  );
