import {type Command, Option} from "@commander-js/extra-typings";
import {roles} from "../../model/person.ts";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const people = define({
  help: {
    examples: [
      ["assay people invite ayse@example.org --role editor", "prints a link that lets her join"],
      ["assay people list", "who may come in"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[string, string | undefined]>) =>
    command
      .addOption(
        new Option("--role <role>", "of invite: what they may do")
          .choices(roles)
          .argParser(options.oneOf(roles)),
      )
      .option("--url <address>", "how people find the desk, for the link")
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(action, address, options) {
    const {peopleCommand} = await import("../people.ts");
    return peopleCommand(action, address, options);
  },
});
