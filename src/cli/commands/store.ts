import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const store = define({
  help: {
    examples: [
      ["assay store backup newsroom.tar", "into one file"],
      ["assay store verify --json", "holds all of it against what was recorded"],
    ],
    codes: [2, 3, 5],
  },
  options: (command: Command<[string, string | undefined]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(action, file, options) {
    const {storeCommand} = await import("../store.ts");
    return storeCommand(action, file, options);
  },
});
