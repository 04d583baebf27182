import {fileURLToPath} from "node:url";
import {report} from "../report.ts";
import {liveEffects} from "./effects.ts";
import {told, writeNote} from "./note.ts";
import {stderrProgress} from "./progress.ts";
import {withRenderer} from "./renderer.ts";

const all = ["md", "html", "pdf"] as const;

/**
 * One note from the figures of a published article, one from a simulated market, and before that
 * an older one on the same coin, so that the newer can say how its cases turned out.
 */
const samples = [
  {coin: "bittensor", folder: "bittensor", asOf: "2026-03-21T21:07:00Z", formats: all},
  {coin: "tessilith", folder: "simulated", asOf: "2025-05-20T00:00:00Z", formats: ["md"]},
  {coin: "tessilith", folder: "simulated", asOf: "2025-07-02T00:00:00Z", formats: all},
] as const;

/** Writes the sample notes and says where they are. */
export async function demo(options: {
  readonly out: string;
  readonly quiet?: boolean;
}): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const effects = liveEffects(progress);
  try {
    await withRenderer({pdf: true}, async renderer => {
      for (const {coin, folder, asOf, formats} of samples) {
        const data = fileURLToPath(new URL(`../../samples/${folder}`, import.meta.url));
        const spec = {coin, source: "files", data, asOf, earlier: options.out} as const;
        const note = await report(spec, formats, {...effects, ...renderer});
        const place = await writeNote(note, options.out);
        progress.done();
        process.stdout.write(told(note, place));
      }
    });
    return 0;
  } finally {
    progress.done();
  }
}
