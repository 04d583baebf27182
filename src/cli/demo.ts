import {fileURLToPath} from "node:url";
import {plain} from "../model/text.ts";
import {report} from "../report.ts";
import {liveEffects} from "./effects.ts";
import {writeNote} from "./note.ts";
import {withPress} from "./press.ts";
import {stderrProgress} from "./progress.ts";

/** One note from the figures of a published article, one from a simulated market. */
const samples = [
  {coin: "bittensor", folder: "bittensor", asOf: "2026-03-21T21:07:00Z"},
  {coin: "tessilith", folder: "simulated", asOf: "2025-07-02T00:00:00Z"},
];

/** Writes the two sample notes and says where they are. */
export async function demo(options: {
  readonly out: string;
  readonly quiet?: boolean;
}): Promise<number> {
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const effects = liveEffects(progress);
  try {
    await withPress({pdf: true}, async press => {
      for (const {coin, folder, asOf} of samples) {
        const data = fileURLToPath(new URL(`../../samples/${folder}`, import.meta.url));
        const spec = {coin, source: "files", data, asOf} as const;
        const note = await report(spec, ["md", "html", "pdf"], {...effects, ...press});
        const place = await writeNote(note, options.out);
        progress.done();
        process.stdout.write(
          `${plain(note.article.title)}\n  ${place}/note.pdf (and note.md, note.html, evidence.json)\n`,
        );
      }
    });
    return 0;
  } finally {
    progress.done();
  }
}
