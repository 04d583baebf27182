import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import {json} from "../options.ts";

export const init = define({
  help: {
    examples: [
      ["assay init", "in this folder"],
      ["assay init research --json", "in a new one, for a machine"],
    ],
    codes: [2],
  },
  options: (command: Command<[string | undefined]>) => command.addOption(json),
  async run(folder, options) {
    const {init} = await import("../init.ts");
    return init(folder ?? ".", options);
  },
});
