import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const replay = define({
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
