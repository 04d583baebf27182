import {Command, CommanderError, InvalidArgumentError, Option} from "commander";
import type {Format} from "../model/order.ts";
import {sourceKinds, universeKinds} from "../model/source.ts";
import {generator} from "../version.ts";

const formats = ["md", "html", "pdf"] as const;

/**
 * Runs one command; returns its exit code. Commands are loaded when they are called, so that help
 * and mistakes answer at once.
 */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command("assay")
    .description("Crypto market research notes that stand up to being checked")
    .version(generator, "--version", "the program's version")
    .exitOverride()
    .showHelpAfterError("(assay --help shows how it is used)")
    .configureOutput({outputError: (text, write) => write(text)});
  const quiet = new Option("--quiet", "no progress on stderr");
  const json = new Option("--json", "the result for machines, on stdout");
  const source = new Option("--source <name>", "where the data come from")
    .choices(sourceKinds)
    .default("coingecko");
  const data = new Option("--data <dir>", "folder of recorded data or of a snapshot");
  const asOf = new Option(
    "--as-of <instant>",
    "nothing later is seen, such as 2026-03-20T02:00:00Z (default: now)",
  );

  const profiles = new Option("--profiles <dir>", "folder of facts that editors maintain");
  const noProfiles = new Option("--no-profiles", "without them");
  const sector = new Option("--sector <id>", "the coins to compare with: a list or a category");
  const earlier = new Option(
    "--earlier <dir>",
    "where earlier notes lie (default: where notes go)",
  );
  const noEarlier = new Option("--no-earlier", "without what earlier notes said");
  const config = new Option(
    "--config <file>",
    "the project's configuration (default: the nearest)",
  );
  const noConfig = new Option("--no-config", "without one");
  const force = new Option("--force", "also over what a person has changed");
  /** What holds for the command: its flags, the environment, the project, its defaults. */
  const settled = async (command: Command) =>
    (await import("./settings.ts")).settle<never>(command);

  const note = program
    .command("note <coin>")
    .description("gather, analyse and write one note on the coin, by its provider's id")
    .addOption(source)
    .addOption(data)
    .addOption(asOf)
    .option("--locale <locale>", "language of the note: en or tr", "en")
    .option("--template <name>", "layout of the note", "coin-note")
    .option("--edition <name>", "tells notes on one coin and day apart, such as morning")
    .addOption(new Option("--paper <size>", "of the PDF").choices(["A4", "Letter"]).default("A4"))
    .option("--out <dir>", "where notes go", "output")
    .option("--format <list>", "of md, html and pdf", formatList, [...formats])
    .addOption(profiles)
    .addOption(noProfiles)
    .addOption(sector)
    .addOption(earlier)
    .addOption(noEarlier)
    .addOption(config)
    .addOption(noConfig)
    .addOption(force)
    .addOption(json)
    .addOption(quiet)
    .option("--watch", "show the note in a browser, and make it again whenever its form changes")
    .option("--port <n>", "where --watch serves it (default: any free port)", portNumber)
    .action(async (coin, options, command) => {
      if (options.port !== undefined && !options.watch)
        command.error("error: --port goes with --watch");
      if (options.watch) {
        const {watchNote} = await import("./watch.ts");
        code = await watchNote(coin, command);
        return;
      }
      const {note} = await import("./note.ts");
      code = await note(coin, await settled(command));
    });

  program
    .command("scan")
    .description("rank every coin of a universe by what changed, with adjusted p-values")
    .addOption(
      new Option("--source <name>", "where the data come from")
        .choices(universeKinds)
        .default("coingecko"),
    )
    .addOption(data)
    .addOption(asOf)
    .option("--top <n>", "only the largest coins (default with CoinGecko: 100)", wholeNumber)
    .option("--write <n>", "write notes on the first of them", wholeNumber)
    .option("--out <dir>", "where notes go", "output")
    .option("--format <list>", "of md, html and pdf", formatList, [...formats])
    .addOption(profiles)
    .addOption(noProfiles)
    .addOption(earlier)
    .addOption(noEarlier)
    .addOption(config)
    .addOption(noConfig)
    .addOption(json)
    .addOption(quiet)
    .action(async (_, command) => {
      const {scanCommand} = await import("./scan.ts");
      code = await scanCommand(await settled(command));
    });

  program
    .command("snapshot <coin>")
    .description("gather only: record what the sources answer")
    .addOption(source)
    .addOption(data)
    .addOption(asOf)
    .option("--out <dir>", "where snapshots go", "output")
    .addOption(profiles)
    .addOption(noProfiles)
    .addOption(sector)
    .addOption(earlier)
    .addOption(noEarlier)
    .addOption(config)
    .addOption(noConfig)
    .addOption(json)
    .addOption(quiet)
    .action(async (coin, _, command) => {
      const {snapshot} = await import("./snapshot.ts");
      code = await snapshot(coin, await settled(command));
    });

  program
    .command("replay <folder>")
    .description("make the note in the folder again from its snapshot, and compare every byte")
    .addOption(config)
    .addOption(noConfig)
    .addOption(json)
    .addOption(quiet)
    .action(async (folder, _, command) => {
      const {replay} = await import("./replay.ts");
      code = await replay(folder, await settled(command));
    });

  program
    .command("render <folder>")
    .description("check the note.md in the folder, whoever wrote it, and print it again")
    .addOption(config)
    .addOption(noConfig)
    .addOption(force)
    .addOption(json)
    .addOption(quiet)
    .action(async (folder, _, command) => {
      const {render} = await import("./render.ts");
      code = await render(folder, await settled(command));
    });

  program
    .command("check <file>")
    .description("hold every number and claim of a text against the evidence")
    .option("--evidence <file>", "of the note (default: evidence.json beside the file)")
    .option(
      "--snapshot <dir>",
      "make the evidence from this snapshot, or from that of a note's folder",
    )
    .addOption(json)
    .addOption(new Option("--quiet", "no summary on stderr"))
    .action(async (file, options) => {
      const {checkCommand} = await import("./check.ts");
      code = await checkCommand(file, options);
    });

  program
    .command("doctor")
    .description("say what this machine has and lacks, and what to do about it")
    .addOption(config)
    .addOption(noConfig)
    .addOption(json)
    .action(async (_, command) => {
      const {doctor} = await import("./doctor.ts");
      code = await doctor(command, note);
    });

  program
    .command("init [folder]")
    .description("begin a project: configuration, templates and a sample")
    .addOption(json)
    .action(async (folder, options) => {
      const {init} = await import("./init.ts");
      code = await init(folder ?? ".", options);
    });

  program
    .command("demo")
    .description("write the sample notes, offline and without a key")
    .option("--out <dir>", "where notes go", "output")
    .addOption(quiet)
    .action(async options => {
      const {demo} = await import("./demo.ts");
      code = await demo(options);
    });

  try {
    await program.parseAsync(args, {from: "user"});
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const {reportError} = await import("./errors.ts");
    return reportError(error);
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`"${text}" is no whole number from 1.`);
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text);
  throw new InvalidArgumentError(`"${text}" is no port from 0 to 65535.`);
}

function formatList(text: string): Format[] {
  const asked = text.split(",").map(name => name.trim());
  const wrong = asked.find(name => !formats.includes(name as Format));
  if (wrong !== undefined)
    throw new InvalidArgumentError(`"${wrong}" is none of ${formats.join(", ")}.`);
  return asked as Format[];
}
