import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const replay = define({
  help: {
    examples: [
      ["assay replay output/2026-03-20-bittensor", "the same, byte for byte?"],
      ["assay replay output/2026-03-20-bittensor --json | jq .differing", "which files differ"],
    ],
    codes: [2, 3, 5, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(folder, _, command) {
    const {settle} = await import("../settings.ts");
    const {replay} = await import("../replay.ts");
    return replay(folder, await settle(command));
  },
});
