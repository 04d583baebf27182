import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import {json} from "../options.ts";

export const init = define({
  options: (command: Command<[string | undefined]>) => command.addOption(json),
  async run(folder, options) {
    const {init} = await import("../init.ts");
    return init(folder ?? ".", options);
  },
});
