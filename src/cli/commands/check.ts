import {type Command, Option} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import {json} from "../options.ts";

export const check = define({
  options: (command: Command<[string]>) =>
    command
      .option("--evidence <file>", "of the note (default: evidence.json beside the file)")
      .option(
        "--snapshot <dir>",
        "make the evidence from this snapshot, or from that of a note's folder",
      )
      .addOption(json)
      .addOption(new Option("--quiet", "no summary on stderr")),
  async run(file, options) {
    const {checkCommand} = await import("../check.ts");
    return checkCommand(file, options);
  },
});
