import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const desk = define({
  help: {
    examples: [
      ["assay desk --demo", "to try it, on a store and notes of its own"],
      ["assay desk --solo --port 4200", "where one person writes and approves"],
    ],
    codes: [2, 3],
  },
  options: (command: Command<[]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .option("--host <address>", "where it listens", "127.0.0.1")
      .option("--port <n>", "0 for any that is free", options.portNumber, 4100)
      .option("--url <address>", "how people find it, such as https://desk.example")
      .option(
        "--trust-proxy <list>",
        "addresses or networks of the proxies in front of it",
        options.list,
      )
      .option("--tls-key <file>", "its key, as PEM, to speak TLS itself")
      .option("--tls-cert <file>", "its certificate, as PEM")
      .option("--solo", "one person writes and approves", false)
      .option("--demo", "on a store of its own, with notes to try", false)
      .addOption(options.concurrency)
      .addOption(options.grace),
  async run(options) {
    const {desk} = await import("../desk.ts");
    return desk(options);
  },
});
