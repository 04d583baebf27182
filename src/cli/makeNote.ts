import {join} from "node:path";
import {type LocalSpec, localOrder} from "../config/workspace.ts";
import {ExpectedError, NothingToSay} from "../model/errors.ts";
import type {Flavour, Format} from "../model/form.ts";
import {noteId} from "../model/noteId.ts";
import type {Order} from "../model/order.ts";
import type {Answer, Snapshot} from "../model/snapshot.ts";
import {keepSnapshot, removeKept} from "../notes/keep.ts";
import {writeNote} from "../notes/noteFolder.ts";
import {ownerOf} from "../notes/written.ts";
import {
  contentsOf,
  type Note,
  type PressEffects,
  refuseFaults,
  report,
  styleOf,
} from "../report.ts";
import {snapshotFiles} from "../snapshots/folder.ts";
import {liveEffects} from "./effects.ts";
import type {Progress} from "./progress.ts";
import {postFormats, putPost} from "./putPost.ts";

/** A note to be made, and where it is to lie. */
export interface NoteWish extends LocalSpec {
  readonly coin: string;
  readonly out: string;
  readonly format: readonly Format[];
  /** As a post of this generator's, and not in a folder of its own. */
  readonly for?: Flavour;
  /** Also over what a person has changed. */
  readonly force?: boolean;
  /** Recorded beside what the sources answer. */
  readonly beside?: readonly Answer[];
}

export interface Made {
  readonly note: Note;
  readonly folder: string;
  /** From there, the files that people open. */
  readonly paths: readonly string[];
}

/**
 * Makes the note and writes its folder below `out`. Until it is written, the snapshot is kept beside
 * it, so that whatever fails nothing that was gathered is lost.
 */
export async function makeNote(
  {coin, format, for: flavour, force, beside = [], ...local}: NoteWish,
  progress: Progress,
  effects: PressEffects,
): Promise<Made> {
  const {spec, workspace} = localOrder(local);
  const style = await styleOf(workspace);
  const live = liveEffects(progress, workspace);
  const gather = async (order: Order) => {
    const gathered = await live.gather(order);
    return {...gathered, answers: [...gathered.answers, ...beside]};
  };
  let kept: string | undefined;
  const keep = async (snapshot: Snapshot, order: Order) => {
    if (order.source === "snapshot") return;
    // Generators publish what lies among their posts.
    const place = flavour ? join(local.out, ".assay") : local.out;
    const folder = join(place, `${noteId(order, snapshot.asset.id)}.snapshot`);
    const owner = ownerOf(order, snapshot.asset.id);
    if (await keepSnapshot(folder, owner, snapshotFiles(snapshot))) kept = folder;
  };
  try {
    const walk = {...live, ...effects, gather, keep, accept: refuseFaults};
    const formats = flavour ? postFormats(format) : format;
    const note = await report({...spec, coin}, style, formats, walk);
    const put = flavour
      ? await putPost(note, {flavour, out: local.out, house: workspace.house, force})
      : {folder: await putNote(note, local.out, {force}), paths: [...note.files.keys()]};
    if (kept) await removeKept(kept);
    return {note, ...put};
  } catch (error) {
    if (kept && error instanceof NothingToSay) await removeKept(kept);
    else if (kept && error instanceof ExpectedError)
      progress.note(
        `what was gathered is kept: assay note ${coin} --source snapshot --data ${kept} goes on from there`,
      );
    throw error;
  }
}

/** Writes the note's folder below `out`; returns where it is. */
export async function putNote(
  note: Note,
  out: string,
  options: {readonly force: boolean | undefined},
): Promise<string> {
  const {order, evidence} = note.draft;
  const folder = join(out, evidence.note.id);
  const writing = {owner: ownerOf(order, evidence.note.asset), files: contentsOf(note)};
  await writeNote(folder, writing, {force: options.force ?? false});
  return folder;
}

/** Names every fact and coin that was not used, and why. */
export function tellLeftOut({draft}: Note, progress: Progress): void {
  for (const {what, reason} of draft.evidence.leftOut)
    progress.note(`left out: ${what}: ${reason}`);
}

/** What to open of a note's folder, and with what; undefined where it is a generator's post. */
export function whatToOpen(folder: string, paths: readonly string[]): string | undefined {
  const first = ["note.html", "note.pdf", "note.md"].find(name => paths.includes(name));
  if (first === undefined) return undefined;
  return `Open ${join(folder, first)} in ${first === "note.md" ? "an editor" : "a browser"}.`;
}

/** The title, and where the note is in each format. */
export const noteLines = ({note: {draft}, folder, paths}: Made) =>
  `${draft.evidence.note.title}\n${paths
    .filter(path => /(?:^|\/)note\.|\.md$/.test(path))
    .map(path => `  ${join(folder, path)}\n`)
    .join("")}`;
