import {readdir, stat} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {UsageError} from "../model/errors.ts";
import {nearest} from "../model/nearest.ts";
import {readSnapshot} from "../snapshots/folder.ts";
import {quoted} from "./thisProgram.ts";

const shownNotes = 3;

/**
 * Makes sure that a person has named the folder of a note, for a command on it.
 *
 * @throws UsageError that says what is there instead, and what they may have meant
 */
export async function requireNote(place: string, command: string): Promise<void> {
  if (await isNote(place)) return;
  const meant = (folder: string) => `assay ${command} ${quoted(folder)}`;
  throw new UsageError(`no note in ${place}: ${await insteadOf(place, meant)}`);
}

async function insteadOf(place: string, meant: (folder: string) => string): Promise<string> {
  const there = await stat(place).catch(() => undefined);
  const around = dirname(place);
  if (!there) {
    const names = (await notesIn(around)).map(folder => basename(folder));
    const [near] = nearest(basename(place), names, name => [name], 1);
    return `there is no such folder${near === undefined ? "" : `. Did you mean: ${meant(join(around, near))}`}`;
  }
  if (!there.isDirectory())
    return (await isNote(around))
      ? `it is a file of one. Name the folder: ${meant(around)}`
      : "it is a file. Name the folder of a note";
  const snapshot = await readSnapshot(place).catch(() => undefined);
  if (snapshot) {
    const itsNote = (await isNote(around)) ? `, of the note in ${around}` : "";
    return `it is a snapshot${itsNote}. A note is made of it by: assay note ${quoted(snapshot.asset.id)} --source snapshot --data ${quoted(place)}`;
  }
  const notes = await notesIn(place);
  if (notes.length === 0) return "there is no evidence.json";
  const lines = notes.slice(-shownNotes).reverse().map(meant);
  return `there ${notes.length === 1 ? "is one" : `are ${notes.length}`} below it, the newest of them:\n  ${lines.join("\n  ")}`;
}

const isNote = (folder: string): Promise<boolean> =>
  stat(join(folder, "evidence.json")).then(
    found => found.isFile(),
    () => false,
  );

/** Folders of notes in a folder, the oldest first: their names begin with the day. */
async function notesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const found = await Promise.all(
    names.toSorted().map(async name => ((await isNote(join(folder, name))) ? [name] : [])),
  );
  return found.flat().map(name => join(folder, name));
}
