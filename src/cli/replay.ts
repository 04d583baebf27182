import {join} from "node:path";
import {Conflict, FaultsFound} from "../model/errors.ts";
import type {Evidence} from "../model/evidence.ts";
import {type Format, formats} from "../model/form.ts";
import type {House} from "../model/house.ts";
import {toOrder} from "../model/order.ts";
import {editedFiles} from "../notes/noteFolder.ts";
import {digestOf, readWritten, type Written, writtenFile} from "../notes/written.ts";
import {withRenderer} from "../render/renderer.ts";
import {type Pressed, press, styleOf, write} from "../report.ts";
import {readSnapshot} from "../snapshots/folder.ts";
import {readEvidence} from "./evidence.ts";
import {requireNote} from "./namedNote.ts";
import {stderrProgress} from "./progress.ts";
import {readNamed, readText} from "./readText.ts";

export interface ReplayOptions {
  readonly house: House;
  readonly templates?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Makes the note in the folder again and compares every byte of it; nothing is written. What a person
 * has changed is told from what the program now makes differently.
 */
export async function replay(folder: string, options: ReplayOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    await requireNote(folder, "replay");
    const {step} = progress;
    step("makes the note again");
    const {note} = await readEvidence(join(folder, "evidence.json"));
    const snapshot = await readSnapshot(join(folder, "snapshot"));
    const style = await styleOf(options);
    const draft = write(orderOf(note), snapshot, style);
    const there = await formatsIn(folder);
    const changed = await editedFiles(folder);
    const {made, edited, differing} = await withRenderer(
      {pdf: there.includes("pdf"), step},
      async renderer => {
        const effects = {...renderer, step};
        const made = await press(draft, draft.markdown, style, there, effects);
        const edited = changed.filter(path => made.files.has(path));
        const differing = (await differingFrom(folder, made)).filter(
          path => !edited.includes(path),
        );
        if (!edited.includes("note.md") || differing.length === 0) return {made, edited, differing};
        // Pages may have been printed from the text as a person left it.
        const text = await readText(join(folder, "note.md"));
        const also = await differingFrom(folder, await press(draft, text, style, there, effects));
        return {made, edited, differing: differing.filter(path => also.includes(path))};
      },
    );
    const record = await readWritten(folder);
    const written = record?.files["note.md"];
    if (edited.includes("note.md") && written !== digestOf(draft.markdown))
      differing.unshift("note.md");
    progress.done();
    const files = [...made.files.keys()];
    const result = {folder, files, edited, differing};
    if (differing.length > 0)
      throw new FaultsFound(
        different(folder, differing, {was: note, is: draft.evidence.note, record}),
        {result},
      );
    if (edited.length > 0)
      throw new Conflict(
        `${folder}: ${edited.join(", ")} ${edited.length === 1 ? "was" : "were"} changed or removed by a person; all that the program wrote comes out the same`,
        {result},
      );
    process.stdout.write(
      options.json
        ? `${JSON.stringify(result)}\n`
        : `the same, byte for byte: ${files.join(", ")}\n`,
    );
    return 0;
  } finally {
    progress.done();
  }
}

/** What the evidence says was ordered; its snapshot is what was gathered for it. */
function orderOf({asset, asOf, locale, edition, template, paper}: Evidence["note"]) {
  const named = edition !== undefined && {edition};
  return toOrder(
    {coin: asset, source: "snapshot", asOf, locale, ...named, template, paper},
    new Date(asOf),
  );
}

async function formatsIn(folder: string): Promise<Format[]> {
  const found = await Promise.all(formats.map(one => readIfThere(join(folder, `note.${one}`))));
  return formats.filter((_, i) => found[i]);
}

/** Files of the note that lie in the folder otherwise, or not at all. */
async function differingFrom(folder: string, {files}: Pressed): Promise<string[]> {
  const differing: string[] = [];
  for (const [path, content] of files) {
    const found = await readIfThere(join(folder, path));
    if (!found?.equals(Buffer.from(content))) differing.push(path);
  }
  return differing;
}

type About = Pick<Evidence["note"], "generator" | "style">;

function different(
  folder: string,
  differing: readonly string[],
  {
    was,
    is,
    record,
  }: {readonly was: About; readonly is: About; readonly record?: Written | undefined},
): string {
  const one = differing.length === 1;
  const it = one ? "it" : "them";
  const why =
    was.generator !== is.generator
      ? `${one ? "it was" : "they were"} written by ${was.generator}, and this is ${is.generator}`
      : was.style !== is.style
        ? "the house style or a template has changed since, or another configuration is found from here"
        : record === undefined
          ? `who changed ${it} cannot be told: ${writtenFile}, which says what the program wrote, is gone or damaged`
          : `no person has changed ${it} by the folder's own record: another browser printed the PDF, or the program has changed without its version`;
  return `${folder} does not come out the same: ${differing.join(", ")} ${one ? "differs" : "differ"}; ${why}`;
}

const readIfThere = (path: string) =>
  readNamed(path).catch(error => {
    if (error.cause?.code === "ENOENT") return undefined;
    throw error;
  });
