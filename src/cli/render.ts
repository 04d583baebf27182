import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {faultLine} from "../check/fault.ts";
import {UsageError} from "../model/errors.ts";
import type {House} from "../model/house.ts";
import {readDraft} from "../notes/draft.ts";
import {writeNote} from "../notes/noteFolder.ts";
import {readWritten} from "../notes/written.ts";
import {press, styleOf} from "../report.ts";
import {stderrProgress} from "./progress.ts";
import {withRenderer} from "./renderer.ts";

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
    const draft = await readDraft(folder);
    const path = join(folder, "note.md");
    const read = await readFile(path, "utf8").catch(cause => {
      throw new UsageError(`${path} cannot be read: there is no text to print`, {cause});
    });
    const style = await styleOf(options);
    const notify = (notice: string) => progress.note(notice);
    const {faults, edited, files} = await withRenderer({pdf: true}, effects =>
      press(draft, read, style, ["md", "html", "pdf"], {...effects, notify}),
    );
    const owner = (await readWritten(folder))?.owner ?? {
      asset: draft.evidence.note.asset,
      locale: draft.order.locale,
    };
    await writeNote(
      folder,
      {owner, files, ...(edited && {edited: {path: "note.md", read}})},
      {force: options.force ?? false},
    );
    progress.done();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({folder, edited, faults, files: [...files.keys()]})}\n`
        : [
            ...faults.map(fault => faultLine(path, fault)),
            ...["note.html", "note.pdf"].map(name => `  ${join(folder, name)}`),
          ]
            .join("\n")
            .concat("\n"),
    );
    progress.note(
      edited
        ? `a person has changed the text; the check finds ${faults.length || "no"} ${faults.length === 1 ? "fault" : "faults"} in it, and its disclosure says so`
        : "the text is as the program wrote it",
    );
    return faults.length > 0 ? 5 : 0;
  } finally {
    progress.done();
  }
}
