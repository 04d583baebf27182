import {Command} from "@commander-js/extra-typings";
import {define} from "../command.ts";
import * as options from "../options.ts";
import {noteOptions} from "./note.ts";

export const doctor = define({
  help: {
    examples: [
      ["assay doctor", "this machine alone"],
      [
        "assay doctor --online --targets",
        "asks the sources, the mail server and the targets as well",
      ],
    ],
    codes: [2],
  },
  options: (command: Command<[]>) =>
    command
      .addOption(options.config)
      .addOption(options.noConfig)
      .addOption(options.store)
      .option("--online", "ask the sources, the mail server, the store and the desk as well", false)
      .option("--targets", "prove at each target that notes may be published there", false)
      .addOption(options.json),
  async run(options) {
    const {projectOf, settingsOf, settleBy} = await import("../settings.ts");
    const {doctor} = await import("../doctor/doctor.ts");
    const note = noteOptions(new Command("note").argument("<coin>"));
    return doctor(options, () => projectOf(options), {
      settings: project => settingsOf(note, project),
      options: project => settleBy(note, project),
    });
  },
});
