import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const publish = define({
  help: {
    examples: [
      ["assay publish output/2026-03-20-bittensor --to blog --dry-run", "what would be sent"],
      [
        "assay publish output/2026-03-20-bittensor --to blog,mail --at 2026-11-30T09:00",
        "at that hour",
      ],
    ],
    codes: [2, 3, 5, 6],
  },
  options: (command: Command<[string]>) =>
    command
      .requiredOption("--to <list>", "names of targets, with commas between", options.list)
      .option(
        "--at <instant>",
        "2026-11-30T09:00 by the clock of each target, or with an offset (default: now)",
      )
      .option("--dry-run", "show what would be sent, and send nothing")
      .option("--again", "put a post there again that was removed")
      .option("--overwrite", "write over a post that somebody has changed")
      .option("--leave", "leave a post as somebody has changed or removed it")
      .option("--arrived", "what nobody can look up, such as a mail, has arrived")
      .addOption(options.accept)
      .addOption(options.yes)
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .addOption(options.json)
      .addOption(options.quiet),
  async run(folder, options) {
    const {leave, arrived, ...order} = options;
    const {answer, answerOf} = await import("../publishing/answer.ts");
    const given = answerOf(options);
    if (given) return answer(folder, {...order, answer: given});
    const {publish} = await import("../publishing/publish.ts");
    return publish(folder, order);
  },
});
