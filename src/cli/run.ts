import {Command, CommanderError} from "@commander-js/extra-typings";
import {generator} from "../version.ts";
import {type Listed, listed} from "./command.ts";
import {reportError, wantsJson, writeJsonError} from "./errors.ts";

export {reportError};

/** Adding a command is a file with its options and its work, and an entry here. */
const commands: readonly Listed[] = [
  listed(
    "note <coin>",
    "gather, analyse and write one note on the coin, by its provider's id",
    async () => (await import("./commands/note.ts")).note,
  ),
  listed(
    "scan",
    "rank every coin of a universe by what changed, with adjusted p-values",
    async () => (await import("./commands/scan.ts")).scan,
  ),
  listed(
    "snapshot <coin>",
    "gather only: record what the sources answer",
    async () => (await import("./commands/snapshot.ts")).snapshot,
  ),
  listed(
    "replay <folder>",
    "make the note in the folder again from its snapshot, and compare every byte",
    async () => (await import("./commands/replay.ts")).replay,
  ),
  listed(
    "render <folder>",
    "check the note.md in the folder, whoever wrote it, and print it again",
    async () => (await import("./commands/render.ts")).render,
  ),
  listed(
    "check <file>",
    "hold every number and claim of a text against the evidence",
    async () => (await import("./commands/check.ts")).check,
  ),
  listed(
    "publish <folder>",
    "approve the note in the folder, and put it at the targets of the configuration, once",
    async () => (await import("./commands/publish.ts")).publish,
  ),
  listed(
    "correct <folder>",
    "send the changed text of a note that is out to every target where it stands",
    async () => (await import("./commands/correct.ts")).correct,
  ),
  listed(
    "retract <folder>",
    "put a notice in the place of a note that is out, wherever it stands",
    async () => (await import("./commands/retract.ts")).retract,
  ),
  listed(
    "schedule <action> [name]",
    "the schedules: list, next, run, pause, resume, history",
    async () => (await import("./commands/schedule.ts")).schedule,
  ),
  listed(
    "store <action> [file]",
    "backup or restore the newsroom's store, verify it, or migrate it",
    async () => (await import("./commands/store.ts")).store,
  ),
  listed(
    "desk",
    "plan, work, watch and answer over HTTP until it is stopped",
    async () => (await import("./commands/desk.ts")).desk,
  ),
  listed(
    "worker",
    "one more worker on the newsroom's store, here or on another machine",
    async () => (await import("./commands/worker.ts")).worker,
  ),
  listed(
    "token <action> [name]",
    "let people and programs in at the desk: create, list, revoke",
    async () => (await import("./commands/token.ts")).token,
  ),
  listed(
    "people <action> [address]",
    "who may come in at the desk with a password: list, invite, reset",
    async () => (await import("./commands/people.ts")).people,
  ),
  listed(
    "doctor",
    "say what this machine has and lacks, and what to do about it",
    async () => (await import("./commands/doctor.ts")).doctor,
  ),
  listed(
    "init [folder]",
    "begin a project: configuration, templates and a sample",
    async () => (await import("./commands/init.ts")).init,
  ),
  listed(
    "demo",
    "write the sample notes, offline and without a key",
    async () => (await import("./commands/demo.ts")).demo,
  ),
];

/** Runs one command; returns its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command("assay")
    .description("Crypto market research notes that stand up to being checked")
    .version(generator, "-v, --version", "the program's version")
    .exitOverride()
    .showHelpAfterError("(assay --help shows how it is used)")
    .configureOutput({outputError: (text, write) => write(text)})
    // Commands that are only listed have no options yet.
    .configureHelp({subcommandTerm: command => `${command.name()} ${command.usage()}`.trim()});
  try {
    for (const add of commands)
      await add(program, args, ended => {
        code = ended;
      });
    await program.parseAsync(args, {from: "user"});
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, args);
    if (error.exitCode === 0) return 0;
    // People have been told already.
    if (wantsJson(args)) writeJsonError({code: 2, message: error.message.replace(/^error: /, "")});
    return 2;
  }
}
