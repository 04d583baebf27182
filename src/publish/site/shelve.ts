import {join} from "node:path";
import {UsageError} from "../../model/errors.ts";
import type {Release} from "../release.ts";
import {alone} from "./disk.ts";
import {type FolderTask, madeAhead, makeFolder, openFolderMaker} from "./folderMaker.ts";
import {neighboursOf, readRecords, type Sketch, writeIndexes} from "./indexes.ts";
import {type NoteFolder, pressedNote} from "./noteFolder.ts";
import {place} from "./place.ts";
import type {SiteRecord} from "./record.ts";
import type {SiteStyle} from "./style.ts";
import type {Left} from "./written.ts";

/**
 * Puts notes on the site, each once and as a whole, and then makes all that lists them. One that
 * stands there is replaced by its newer version. Whatever interrupts it, the next call makes the site
 * whole.
 */
export async function shelve(
  out: string,
  style: SiteStyle,
  releases: AsyncIterable<Release> | Iterable<Release>,
): Promise<Left> {
  return alone(out, async () => {
    const known = new Map(await readRecords(out));
    const sketches = new Map<string, Sketch>([...known].map(([id, {record}]) => [id, record]));
    // Of notes that are there in a moment, their pages in other languages know already.
    const coming = Array.isArray(releases) ? releases.map(sketchOf) : [];
    await using maker = openFolderMaker(style);
    const make = (release: Release) => {
      const before = known.get(release.id)?.record;
      const task = taskOf(out, release, before, sketches.values(), coming);
      sketches.set(release.id, sketchOf(release));
      return maker.make(task);
    };
    for await (const made of madeAhead(releases, make))
      known.set(made.record.id, await place(out, made, known.get(made.record.id)?.record));
    return writeIndexes(out, style, known, maker);
  });
}

/**
 * The folder of a release as it would be put there. It writes nothing.
 *
 * @throws UsageError where the note's id is none that a folder can have, or a template cannot be used
 */
export async function layOut(out: string, style: SiteStyle, release: Release): Promise<NoteFolder> {
  const known = await readRecords(out);
  const records = [...known.values()].map(({record}) => record);
  return makeFolder(style, taskOf(out, release, known.get(release.id)?.record, records));
}

function taskOf(
  out: string,
  release: Release,
  before: SiteRecord | undefined,
  others: Iterable<Sketch>,
  coming: readonly Sketch[] = [],
): FolderTask {
  const {id} = release;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new UsageError(`"${id}" cannot be the name of a note's folder`);
  return {
    release: pressedNote(release),
    before: before && {record: before, folder: join(out, id)},
    neighbours: neighboursOf(sketchOf(release), others, coming),
  };
}

function sketchOf({id, about, draft, corrections, retraction}: Release): Sketch {
  const {edition} = draft.evidence.note;
  return {
    id,
    about: {...about, tags: [...about.tags], keyData: [...about.keyData]},
    corrections: [...corrections],
    ...(edition !== undefined && {edition}),
    ...(retraction && {retraction}),
  };
}
