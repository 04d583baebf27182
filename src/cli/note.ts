import {resolve} from "node:path";
import type {LocalSpec} from "../config/workspace.ts";
import type {Flavour, Format} from "../model/form.ts";
import {generators} from "../publish/files/generators.ts";
import {withRenderer} from "../render/renderer.ts";
import {type Made, makeNote, noteLines, tellLeftOut, whatToOpen} from "./makeNote.ts";
import {atNewest} from "./newest.ts";
import {stderrProgress} from "./progress.ts";
import {tidyCache} from "./tidyCache.ts";

export interface NoteOptions extends LocalSpec {
  readonly out: string;
  readonly format: readonly Format[];
  readonly for?: Flavour;
  readonly force?: boolean;
  readonly cacheBytes: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The main job: writes one note and says where it is. */
export async function note(coin: string, options: NoteOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const generator = options.for && generators[options.for];
  try {
    generator?.place(resolve(options.out));
    const asked = await atNewest(options, progress, coin);
    const made = await withRenderer(
      {pdf: options.format.includes("pdf"), step: progress.step},
      renderer => makeNote({...asked, coin}, progress, renderer),
    );
    tellLeftOut(made.note, progress);
    progress.done();
    process.stdout.write(options.json ? `${JSON.stringify(summary(made))}\n` : noteLines(made));
    const hint = generator ? generator.hint : whatToOpen(made.folder, made.paths);
    if (hint !== undefined) progress.note(hint);
    return 0;
  } finally {
    progress.done();
    await tidyCache(options.cacheBytes);
  }
}

function summary({note: {draft}, folder, paths}: Made) {
  const {note, snapshot, findings, abstentions} = draft.evidence;
  return {
    id: note.id,
    asset: note.asset,
    asOf: note.asOf,
    title: note.title,
    folder,
    files: paths,
    snapshot: snapshot.sha256,
    findings: [...new Set(findings.map(({kind}) => kind))],
    abstentions: abstentions.map(({about}) => about),
  };
}
