import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import {force, out, quiet} from "../options.ts";

export const demo = define({
  help: {
    examples: [
      ["assay demo", "into output/"],
      ["assay demo -o notes -q", "into notes/, without progress"],
    ],
    codes: [2, 5, 6],
  },
  options: (command: Command<[]>) => command.addOption(out).addOption(force).addOption(quiet),
  async run(options) {
    const {preflight} = await import("../preflight.ts");
    await preflight(options);
    const {demo} = await import("../demo.ts");
    return demo(options);
  },
});
