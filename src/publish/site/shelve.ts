import {join} from "node:path";
import {UsageError} from "../../model/errors.ts";
import type {Release} from "../release.ts";
import {alone, filesBelow, type Laid, placeFolder} from "./disk.ts";
import {neighboursOf, type Records, readRecords, type Sketch, writeIndexes} from "./indexes.ts";
import {folderOf, type NoteFolder} from "./noteFolder.ts";
import {recordFile, type SiteRecord} from "./record.ts";
import {type SiteStyle, sha256} from "./style.ts";
import type {Left} from "./written.ts";

/**
 * Puts notes on the site, each as a whole, and then makes all that lists them. One that stands there
 * is replaced by its newer version. Whatever interrupts it, the next call makes the site whole.
 */
export async function shelve(
  out: string,
  style: SiteStyle,
  releases: AsyncIterable<Release> | Iterable<Release>,
): Promise<Left> {
  return alone(out, async () => {
    const known = new Map(await readRecords(out));
    // Of notes that are there in a moment, their pages in other languages know already.
    const coming = Array.isArray(releases) ? releases.map(sketchOf) : [];
    for await (const release of releases) {
      const record = await shelveOne(out, style, release, known, coming);
      known.set(release.id, record);
    }
    return writeIndexes(out, style, known);
  });
}

/**
 * The folder of a release as it would be put there. It writes nothing.
 *
 * @throws UsageError where the note's id is none that a folder can have, or a template cannot be used
 */
export async function layOut(
  out: string,
  style: SiteStyle,
  release: Release,
  known?: Records,
  coming: readonly Sketch[] = [],
): Promise<NoteFolder> {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(release.id))
    throw new UsageError(`"${release.id}" cannot be the name of a note's folder`);
  const records = [...(known ?? (await readRecords(out))).values()].map(one => one.record);
  const record = records.find(one => one.id === release.id);
  const before = record && {record, folder: join(out, release.id)};
  return folderOf(style, release, before, neighboursOf(sketchOf(release), records, coming));
}

function sketchOf({id, about, draft, retraction}: Release): Sketch {
  const {edition} = draft.evidence.note;
  return {
    id,
    about: {...about, tags: [...about.tags], keyData: [...about.keyData]},
    ...(edition !== undefined && {edition}),
    ...(retraction && {retraction}),
  };
}

async function shelveOne(
  out: string,
  style: SiteStyle,
  release: Release,
  known: Records,
  coming: readonly Sketch[],
) {
  const made = await layOut(out, style, release, known, coming);
  const others = await notOurs(join(out, release.id), known.get(release.id)?.record, made.files);
  await placeFolder(out, release.id, new Map([...made.files, ...others]));
  const laid = made.files.get(recordFile);
  return {record: made.record, digest: sha256(typeof laid === "string" ? laid : "")};
}

/** What somebody else has put into a note's folder stays in it. */
async function notOurs(
  folder: string,
  record: SiteRecord | undefined,
  files: ReadonlyMap<string, Laid>,
): Promise<(readonly [string, Laid])[]> {
  if (!record) return [];
  const others = (await filesBelow(folder)).filter(
    path => record.files[path] === undefined && path !== recordFile && !files.has(path),
  );
  return others.map(path => [path, {from: join(folder, path)}] as const);
}

/** Removes nothing, asks for nothing new: makes what an interrupted call left whole. */
export const mend = (out: string, style: SiteStyle) => shelve(out, style, []);
