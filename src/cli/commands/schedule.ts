import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const schedule = define({
  options: (command: Command<[string, string | undefined]>) =>
    command
      .option("--from <instant>", "of next: the first instant to look at (default: now)")
      .option("--until <instant>", "of next: the first not to look at (default: a day later)")
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.json),
  async run(action, name, options) {
    const {scheduleCommand} = await import("../schedule.ts");
    return scheduleCommand(action, name, options);
  },
});
