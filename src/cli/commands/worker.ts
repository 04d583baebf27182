import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const worker = define({
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
