import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const correct = define({
  help: {
    examples: [
      [
        'assay correct output/2026-03-20-bittensor --wrong "lost 12 %" --right "lost 21 %"',
        "readers are told",
      ],
      ["assay correct output/2026-03-20-bittensor --refile", "a typo: they are not"],
    ],
    codes: [2, 3, 5, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .option("--wrong <words>", "what was wrong, word for word as it stands in the note")
      .option("--right <words>", "what is right, word for word as it stands in the changed text")
      .option("--reason <words>", "why, for the ledger")
      .option("--refile", "it was no error but a typo, and readers are not told")
      .addOption(options.accept)
      .addOption(options.yes)
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(folder, options) {
    const {correct} = await import("../publishing/correct.ts");
    return correct(folder, options);
  },
});
