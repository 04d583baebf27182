import {realpath} from "node:fs/promises";
import {join} from "node:path";
import {faultLine} from "../check/fault.ts";
import type {House} from "../model/house.ts";
import {readDraft} from "../notes/draft.ts";
import {writeNote} from "../notes/noteFolder.ts";
import {ownerOf} from "../notes/written.ts";
import {cardFile} from "../render/files.ts";
import {withRenderer} from "../render/renderer.ts";
import {press, styleOf} from "../report.ts";
import {requireNote} from "./namedNote.ts";
import {stderrProgress} from "./progress.ts";
import {readText} from "./readText.ts";

export interface RenderOptions {
  readonly house: House;
  readonly templates?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Checks the `note.md` that lies in the folder, whoever wrote it, and prints it again: page, PDF and
 * picture. 5 where the check finds faults; the pages say so.
 */
export async function render(folder: string, options: RenderOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    await requireNote(folder, "render");
    const draft = await readDraft(folder);
    const path = join(folder, "note.md");
    const read = await readText(path);
    const style = await styleOf(options);
    const {note: notify, step} = progress;
    const {faults, edited, files} = await withRenderer({pdf: true, step}, effects =>
      press(draft, read, style, ["md", "html", "pdf"], {...effects, notify, step}),
    );
    await writeNote(
      await realpath(folder),
      {
        owner: ownerOf(draft.order, draft.evidence.note.asset),
        files,
        text: {path: "note.md", read, edited},
      },
      {force: options.force ?? false},
    );
    progress.done();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({folder, edited, faults, files: [...files.keys()]})}\n`
        : [
            ...faults.map(fault => faultLine(path, fault)),
            ...["note.html", "note.pdf", cardFile].map(name => `  ${join(folder, name)}`),
          ]
            .join("\n")
            .concat("\n"),
    );
    progress.note(
      edited
        ? `a person has changed the text; the check finds ${faults.length || "no"} ${faults.length === 1 ? "fault" : "faults"} in it`
        : "the text is as the program wrote it",
    );
    progress.note(`Open ${join(folder, "note.html")} in a browser.`);
    return faults.length > 0 ? 5 : 0;
  } finally {
    progress.done();
  }
}
