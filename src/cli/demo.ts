import {fileURLToPath} from "node:url";
import {withRenderer} from "../render/renderer.ts";
import {makeNote, noteLines, whatToOpen} from "./makeNote.ts";
import {stderrProgress} from "./progress.ts";

const all = ["md", "html", "pdf"] as const;

/**
 * One note from the figures of a published article, one from a simulated market, and before that
 * an older one on the same coin, so that the newer can say how its cases turned out.
 */
const samples = [
  {coin: "bittensor", folder: "bittensor", asOf: "2026-03-21T21:07:00Z", format: all},
  {coin: "tessilith", folder: "simulated", asOf: "2025-05-20T00:00:00Z", format: ["md"]},
  {coin: "tessilith", folder: "simulated", asOf: "2025-07-02T00:00:00Z", format: all},
] as const;

/** Writes the sample notes and says where they are. */
export async function demo(options: {
  readonly out: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
}): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  try {
    await withRenderer({pdf: true, step: progress.step}, async renderer => {
      let hint: string | undefined;
      for (const {folder, ...sample} of samples) {
        const data = fileURLToPath(new URL(`../../samples/${folder}`, import.meta.url));
        const wish = {...options, ...sample, source: "files", data} as const;
        const made = await makeNote(wish, progress, renderer);
        progress.done();
        process.stdout.write(noteLines(made));
        hint = whatToOpen(made.folder, made.paths);
      }
      if (hint !== undefined) progress.note(hint);
    });
    return 0;
  } finally {
    progress.done();
  }
}
