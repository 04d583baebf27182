import {join} from "node:path";
import {type LocalSpec, localOrder} from "../config/workspace.ts";
import {fileSlug} from "../model/fileSlug.ts";
import {toOrder} from "../model/order.ts";
import {writeNote} from "../notes/noteFolder.ts";
import {snapshotFiles} from "../snapshots/folder.ts";
import {record} from "../snapshots/record.ts";
import {liveEffects} from "./effects.ts";
import {atNewest} from "./newest.ts";
import {stderrProgress} from "./progress.ts";
import {quoted} from "./thisProgram.ts";
import {tidyCache} from "./tidyCache.ts";

export interface SnapshotOptions extends LocalSpec {
  readonly out: string;
  readonly force?: boolean;
  readonly cacheBytes: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Records what the sources answer, for a note that is made later or elsewhere. */
export async function snapshot(coin: string, options: SnapshotOptions): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    const {spec, workspace} = localOrder(await atNewest(options, progress, coin));
    const effects = liveEffects(progress, workspace);
    const order = toOrder({...spec, coin}, effects.now());
    const gathered = await effects.gather(order);
    const recorded = record(gathered, gathered.asOf);
    const {asset, asOf, answers, sha256} = recorded;
    const stamp = asOf.slice(0, 16).replace(":", "");
    const folder = join(options.out, `${stamp}Z-${fileSlug(asset.id)}-snapshot`);
    const owner = {asset: asset.id, locale: order.locale};
    await writeNote(
      folder,
      {owner, files: snapshotFiles(recorded)},
      {force: options.force ?? false},
    );
    progress.done();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({asset: asset.id, asOf, folder, answers: answers.length, sha256})}\n`
        : `${folder}\n`,
    );
    progress.note(
      `A note of it: assay note ${quoted(asset.id)} --source snapshot --data ${quoted(folder)}`,
    );
    return 0;
  } finally {
    progress.done();
    await tidyCache(options.cacheBytes);
  }
}
