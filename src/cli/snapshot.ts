import {join} from "node:path";
import {fileSlug} from "../model/fileSlug.ts";
import {type NoteSpec, toOrder} from "../model/order.ts";
import {replaceFolder} from "../notes/folder.ts";
import {writeSnapshot} from "../snapshots/folder.ts";
import {record} from "../snapshots/record.ts";
import {liveEffects} from "./effects.ts";
import {withEarlier} from "./note.ts";
import {stderrProgress} from "./progress.ts";
import {type Style, sectorFor} from "./settings.ts";

export interface SnapshotOptions
  extends Pick<NoteSpec, "source" | "data" | "asOf" | "locale" | "profiles" | "earlier">,
    Style {
  readonly sector?: string;
  readonly out: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Records what the sources answer, for a note that is made later or elsewhere. */
export async function snapshot(coin: string, options: SnapshotOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const effects = liveEffects(progress);
  try {
    const {sector: _, ...others} = withEarlier(options);
    const spec = {coin, ...others, ...sectorFor(coin, options)};
    const gathered = await effects.gather(toOrder(spec, effects.now()));
    const recorded = record(gathered, gathered.asOf);
    const {asset, asOf, answers, sha256} = recorded;
    const stamp = asOf.slice(0, 16).replace(":", "");
    const folder = join(options.out, `${stamp}Z-${fileSlug(asset.id)}-snapshot`);
    await replaceFolder(folder, place => writeSnapshot(recorded, place));
    progress.done();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({asset: asset.id, asOf, folder, answers: answers.length, sha256})}\n`
        : `${folder}\n`,
    );
    return 0;
  } finally {
    progress.done();
  }
}
