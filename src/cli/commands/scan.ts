import {type Command, Option} from "@commander-js/extra-typings";
import {universeKinds} from "../../model/source.ts";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const scan = define({
  help: {
    examples: [
      ["assay scan --top 30", "of the largest coins at CoinGecko"],
      ["assay scan --source files --data prices --write 3", "of your own data, with three notes"],
    ],
    codes: [2, 3, 4, 5, 6],
  },
  options: (command: Command<[]>) =>
    command
      .addOption(
        new Option("--source <name>", "where the data come from")
          .choices(universeKinds)
          .argParser(options.oneOf(universeKinds))
          .default("coingecko"),
      )
      .addOption(options.data)
      .addOption(options.asOf)
      .option(
        "--top <n>",
        "only the largest coins (default with CoinGecko: 100)",
        options.wholeNumber,
      )
      .option("--write <n>", "write notes on the first of them", options.wholeNumber)
      .addOption(options.out)
      .addOption(options.format)
      .addOption(options.profiles)
      .addOption(options.noProfiles)
      .addOption(options.earlier)
      .addOption(options.noEarlier)
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.force)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(_, command) {
    const {settle} = await import("../settings.ts");
    const settled = await settle(command);
    if (settled.write !== undefined) {
      const {preflight} = await import("../preflight.ts");
      await preflight(settled);
    }
    const {scanCommand} = await import("../scan.ts");
    return scanCommand(settled);
  },
});
