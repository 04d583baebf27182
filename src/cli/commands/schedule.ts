import {type Command, Option} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const schedule = define({
  help: {
    examples: [
      ["assay schedule list", "what is made when"],
      ["assay schedule run morning", "now, beside its times"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[string, string | undefined]>) =>
    command
      .option("--from <instant>", "of next: the first instant to look at (default: now)")
      .option("--until <instant>", "of next: the first not to look at (default: a day later)")
      .addOption(
        new Option("--limit <count>", "of history: so many runs (default: 20)").argParser(
          options.wholeNumber,
        ),
      )
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(action, name, options) {
    const {scheduleCommand} = await import("../schedule.ts");
    return scheduleCommand(action, name, options);
  },
});
