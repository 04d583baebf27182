import {join} from "node:path";
import type {Format, NoteSpec} from "../model/order.ts";
import {plain} from "../model/text.ts";
import {replaceFolder, writeFiles} from "../notes/folder.ts";
import {type Note, report} from "../report.ts";
import {writeSnapshot} from "../snapshots/folder.ts";
import {liveEffects} from "./effects.ts";
import {type Progress, stderrProgress} from "./progress.ts";
import {withRenderer} from "./renderer.ts";
import {type Style, sectorFor} from "./settings.ts";

export interface NoteOptions extends Omit<NoteSpec, "coin" | "sector" | keyof Style>, Style {
  readonly sector?: string;
  readonly out: string;
  readonly format: readonly Format[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The main job: writes one note and says where it is. */
export async function note(coin: string, options: NoteOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    const effects = liveEffects(progress);
    const made = await withRenderer({pdf: options.format.includes("pdf")}, renderer =>
      report(specOf(coin, options), options.format, {...effects, ...renderer}),
    );
    const folder = await writeNote(made, options.out);
    tellLeftOut(made, progress);
    progress.done();
    process.stdout.write(
      options.json ? `${JSON.stringify(summary(made, folder))}\n` : told(made, folder),
    );
    return 0;
  } finally {
    progress.done();
  }
}

/** What the options ask for. */
export function specOf(coin: string, options: NoteOptions): NoteSpec {
  const {sector: _, ...others} = withEarlier(options);
  return {coin, ...others, ...sectorFor(coin, options)};
}

/** Earlier notes lie where notes go, unless another place is given or none. */
export function withEarlier<T extends {readonly out: string; readonly earlier?: string | false}>(
  options: T,
): T & {readonly earlier: string | false} {
  return {...options, earlier: options.earlier ?? options.out};
}

/** Names every fact and coin that was not used, and why. */
export function tellLeftOut({findings}: Note, progress: Progress): void {
  for (const {what, reason} of findings.leftOut) progress.note(`left out: ${what}: ${reason}`);
}

/** Writes the note's folder below `out`; returns where it is. */
export async function writeNote({article, files, snapshot}: Note, out: string): Promise<string> {
  const folder = join(out, article.id);
  await replaceFolder(folder, async place => {
    await writeSnapshot(snapshot, join(place, "snapshot"));
    await writeFiles(place, files);
  });
  return folder;
}

function summary({article, files, snapshot, findings}: Note, folder: string) {
  return {
    id: article.id,
    asset: article.asset.id,
    asOf: article.asOf,
    title: plain(article.title),
    folder,
    files: [...files.keys()],
    snapshot: snapshot.sha256,
    findings: findings.findings.map(({kind}) => kind),
    abstentions: findings.abstentions.map(({about}) => about),
  };
}

/** The title, and where the note is in each format. */
export const told = ({article, files}: Note, folder: string) =>
  `${plain(article.title)}\n${[...files.keys()]
    .filter(path => path.startsWith("note."))
    .map(path => `  ${join(folder, path)}\n`)
    .join("")}`;
