import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const worker = define({
  help: {
    examples: [
      ["assay worker", "on the store of the desk here"],
      ["assay worker --store /srv/newsroom --concurrency 4", "on another, with more at once"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.concurrency)
      .addOption(options.grace),
  async run(options) {
    const {worker} = await import("../worker.ts");
    return worker(options);
  },
});
