import type {Command, InferCommandArguments, OptionValues} from "@commander-js/extra-typings";
import {type CommandHelp, helpText} from "./help.ts";

/** One command: what its help says, the options it takes, and its work, which gives the exit code. */
export interface Definition<Args extends unknown[], Options extends OptionValues> {
  readonly help: CommandHelp;
  readonly options: (command: Command<Args>) => Command<Args, Options>;
  readonly run: (
    ...args: [...values: Args, options: Options, command: Command<Args, Options>]
  ) => Promise<number>;
}

/** The same, with the types of arguments and options inferred. */
export const define = <Args extends unknown[], Options extends OptionValues>(
  definition: Definition<Args, Options>,
): Definition<Args, Options> => definition;

/** Adds a command to the program; `done` gets the exit code of its work. */
export type Listed = (
  program: Command,
  args: readonly string[],
  done: (code: number) => void,
) => Promise<void>;

/**
 * A command as the help lists it. What else it is stands in a file of its own, which is loaded only
 * when the command is named among the arguments, so that help and mistakes answer at once.
 */
export const listed =
  <const Usage extends string, Options extends OptionValues>(
    usage: Usage,
    description: string,
    load: () => Promise<Definition<[...InferCommandArguments<Usage>], Options>>,
  ): Listed =>
  async (program, args, done) => {
    const command = program.command(usage).description(description);
    if (!args.includes(command.name())) return;
    const {help, options, run} = await load();
    options(command)
      .addHelpText("after", () => helpText(command.name(), help))
      .action(async (...values) => done(await run(...values)));
  };
