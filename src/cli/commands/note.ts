import type {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";

export const noteOptions = (command: Command<[string]>) =>
  command
    .addOption(options.source)
    .addOption(options.data)
    .addOption(options.asOf)
    .addOption(options.locale)
    .addOption(options.template)
    .option("--edition <name>", "tells notes on one coin and day apart, such as morning")
    .addOption(options.paper)
    .addOption(options.out)
    .addOption(options.format)
    .addOption(options.generator)
    .addOption(options.profiles)
    .addOption(options.noProfiles)
    .addOption(options.sector)
    .addOption(options.earlier)
    .addOption(options.noEarlier)
    .addOption(options.config)
    .addOption(options.noConfig)
    .addOption(options.force)
    .addOption(options.json)
    .addOption(options.quiet)
    .option("--watch", "show the note in a browser, and make it again whenever its form changes")
    .option("--port <n>", "where --watch serves it (default: any free port)", options.portNumber);

export const note = define({
  help: {
    examples: [
      ["assay note bittensor", "as of now, from CoinGecko"],
      [
        "assay note btc --source files --data prices --format md,html",
        "from your own data, without a PDF",
      ],
    ],
    codes: [2, 3, 4, 5, 6],
  },
  options: noteOptions,
  async run(coin, {port, watch, for: generator}, command) {
    if (port !== undefined && !watch) command.error("error: --port goes with --watch");
    if (generator && watch)
      command.error("error: --watch shows a note's own page: leave --for out");
    const {projectOf, settleBy} = await import("../settings.ts");
    const {preflight} = await import("../preflight.ts");
    const read = async () => {
      const project = await projectOf(command.opts());
      return {project, options: settleBy(command, project)};
    };
    const {options} = await read();
    await preflight(options);
    if (watch) {
      const {watchNote} = await import("../watch.ts");
      return watchNote(coin, read);
    }
    const {note} = await import("../note.ts");
    return note(coin, options);
  },
});
