import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const retract = define({
  help: {
    examples: [
      [
        'assay retract output/2026-03-20-bittensor --reason "The exchange has withdrawn its figures."',
        "asks first",
      ],
      ['assay retract output/2026-03-20-bittensor --reason "…" --yes', "does not"],
    ],
    codes: [2, 3, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .requiredOption("--reason <words>", "why, as readers are told in its place")
      .addOption(options.yes)
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(folder, options) {
    const {retract} = await import("../publishing/correct.ts");
    return retract(folder, options);
  },
});
