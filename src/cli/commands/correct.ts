import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const correct = define({
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
