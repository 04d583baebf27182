import {type Command, InvalidArgumentError, Option} from "@commander-js/extra-typings";
import {assetKinds} from "../../model/assetKind.ts";
import {define} from "../command.ts";
import {json, oneOf} from "../options.ts";

const signs = ["point", "comma"] as const;

/** What people call some kinds. */
const otherWords: Readonly<Record<string, string>> = {
  stock: "share",
  equity: "share",
  etf: "fund",
  crypto: "coin",
  token: "coin",
  metal: "commodity",
  fiat: "currency",
  forex: "currency",
};

const kindNamed = (text: string) => {
  const other = otherWords[text.toLowerCase()];
  if (other === undefined) return oneOf(assetKinds)(text);
  throw new InvalidArgumentError(`There are ${assetKinds.join(", ")}. Did you mean ${other}?`);
};

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
          .argParser(kindNamed),
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
