import {type Command, Option} from "@commander-js/extra-typings";
import {roles} from "../../model/person.ts";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const token = define({
  help: {
    examples: [
      ["assay token create --name ci --role writer", "prints it, once"],
      ["assay token revoke ci", "ends it at once"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[string, string | undefined]>) =>
    command
      .option("--name <name>", "of create: whose it is, such as ci or ayse@example.org")
      .addOption(
        new Option("--role <role>", "of create: what it allows")
          .choices(roles)
          .argParser(options.oneOf(roles)),
      )
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(action, name, options) {
    const {tokenCommand} = await import("../token.ts");
    return tokenCommand(action, name, options);
  },
});
