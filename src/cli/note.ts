import type {LocalSpec} from "../config/workspace.ts";
import type {Format} from "../model/form.ts";
import {withRenderer} from "../render/renderer.ts";
import {type Made, makeNote, noteLines, tellLeftOut} from "./makeNote.ts";
import {atNewest} from "./newest.ts";
import {stderrProgress} from "./progress.ts";

export interface NoteOptions extends LocalSpec {
  readonly out: string;
  readonly format: readonly Format[];
  readonly force?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The main job: writes one note and says where it is. */
export async function note(coin: string, options: NoteOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    const asked = await atNewest(options, progress, coin);
    const made = await withRenderer({pdf: options.format.includes("pdf")}, renderer =>
      makeNote({...asked, coin}, progress, renderer),
    );
    tellLeftOut(made.note, progress);
    progress.done();
    process.stdout.write(options.json ? `${JSON.stringify(summary(made))}\n` : noteLines(made));
    return 0;
  } finally {
    progress.done();
  }
}

function summary({note: {draft, files}, folder}: Made) {
  const {note, snapshot, findings, abstentions} = draft.evidence;
  return {
    id: note.id,
    asset: note.asset,
    asOf: note.asOf,
    title: note.title,
    folder,
    files: [...files.keys()],
    snapshot: snapshot.sha256,
    findings: [...new Set(findings.map(({kind}) => kind))],
    abstentions: abstentions.map(({about}) => about),
  };
}
