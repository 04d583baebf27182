import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const render = define({
  help: {
    examples: [
      ["assay render output/2026-03-20-bittensor", "after a change of its note.md"],
      [
        "assay render output/2026-03-20-bittensor --force",
        "over a page that a person has changed, too",
      ],
    ],
    codes: [2, 3, 5, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.force)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(folder, _, command) {
    const {settle} = await import("../settings.ts");
    const {render} = await import("../render.ts");
    return render(folder, await settle(command));
  },
});
