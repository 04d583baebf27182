import {type Command, Option} from "@commander-js/extra-typings";
import {assetKinds} from "../../model/assetKind.ts";
import {define} from "../command.ts";
import {json, oneOf} from "../options.ts";

const signs = ["point", "comma"] as const;

export const init = define({
  help: {
    examples: [
      ["assay init", "in this folder"],
      ["assay init research --from prices.csv --kind share", "in a new one, on your own prices"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[string | undefined]>) =>
    command
      .option("--from <table>", "a CSV of prices: looks at its columns and says what they are")
      .addOption(
        new Option("--kind <kind>", "what the prices are of")
          .choices(assetKinds)
          .argParser(oneOf(assetKinds)),
      )
      .option("--name <name>", "what it is called (default: as the file)")
      .option("--symbol <symbol>", "its ticker (default: from the name)")
      .option("--price <column>", "the column of the closes, where several could be")
      .addOption(
        new Option("--decimal <sign>", "how its numbers are written, where both could be")
          .choices(signs)
          .argParser(oneOf(signs)),
      )
      .addOption(json),
  async run(folder, options) {
    const {init} = await import("../init/init.ts");
    return init(folder ?? ".", options);
  },
});
