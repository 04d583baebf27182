import {type Command, Option} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const snapshot = define({
  help: {
    examples: [
      ["assay snapshot bittensor", "as of now, from CoinGecko"],
      ["assay snapshot btc --source files --data prices -o snapshots", "from your own data"],
    ],
    codes: [2, 3, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .addOption(options.source)
      .addOption(options.data)
      .addOption(options.asOf)
      .addOption(new Option("-o, --out <dir>", "where snapshots go").default("output"))
      .addOption(options.profiles)
      .addOption(options.noProfiles)
      .addOption(options.sector)
      .addOption(options.earlier)
      .addOption(options.noEarlier)
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.force)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(coin, _, command) {
    const {settle} = await import("../settings.ts");
    const settled = await settle(command);
    const {preflight} = await import("../preflight.ts");
    await preflight({out: settled.out, ...(settled.profiles && {profiles: settled.profiles})});
    const {snapshot} = await import("../snapshot.ts");
    return snapshot(coin, settled);
  },
});
