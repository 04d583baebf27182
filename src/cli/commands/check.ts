import {type Command, Option} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import {json} from "../options.ts";

export const check = define({
  help: {
    examples: [
      ["assay check output/2026-03-20-bittensor/note.md", "against the evidence beside it"],
      [
        "assay check article.md --evidence evidence.json --json | jq .faults",
        "another's text, for a machine",
      ],
    ],
    codes: [2, 3, 5],
  },
  options: (command: Command<[string]>) =>
    command
      .option("--evidence <file>", "of the note (default: evidence.json beside the file)")
      .option(
        "--snapshot <dir>",
        "make the evidence from this snapshot, or from that of a note's folder",
      )
      .addOption(json)
      .addOption(new Option("-q, --quiet", "no summary on stderr")),
  async run(file, options) {
    const {checkCommand} = await import("../check.ts");
    return checkCommand(file, options);
  },
});
