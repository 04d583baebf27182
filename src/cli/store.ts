import {UsageError} from "../model/errors.ts";
import {knownMigrations} from "../store/migrate.ts";
import {generator} from "../version.ts";
import {type OpenedStore, openNewsroomStore, type StoreOptions} from "./newsroom.ts";
import {listWithGuess} from "./options.ts";
import {stderrProgress} from "./progress.ts";

export interface StoreCommandOptions extends StoreOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What an action came to. */
interface Outcome {
  /** For machines. */
  readonly result: object;
  /** For people, on stdout. */
  readonly said: string;
  /** What is wrong with the store; it makes the exit code 5. */
  readonly faults?: readonly string[];
}

interface Action {
  readonly takesFile: boolean;
  /** For whoever waits. */
  readonly step: string;
  readonly work: (
    opened: OpenedStore,
    file: string,
    notify: (notice: string) => void,
  ) => Promise<Outcome>;
}

/** What can be done with the store, each by its name. */
const actions: Readonly<Record<string, Action>> = {
  backup: {takesFile: true, step: "writes the backup", work: backupTo},
  restore: {takesFile: true, step: "reads the backup", work: restoreFrom},
  verify: {takesFile: false, step: "holds the store against its records", work: verified},
  migrate: {takesFile: false, step: "looks at the store", work: async opened => migrated(opened)},
};

/**
 * Does one thing with the store; 5 where it is damaged.
 *
 * @throws UsageError for an action that there is not, or a file too many or too few
 */
export async function storeCommand(
  name: string,
  file: string | undefined,
  options: StoreCommandOptions,
): Promise<number> {
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action)
    throw new UsageError(
      `there is no "store ${name}": there are ${listWithGuess(name, Object.keys(actions))}`,
    );
  if (action.takesFile !== (file !== undefined))
    throw new UsageError(
      action.takesFile
        ? `store ${name} needs a file: assay store ${name} FILE`
        : `store ${name} takes no file, and "${file}" was given`,
    );
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const notify = (notice: string) => progress.note(notice);
  await using opened = await openNewsroomStore(options, notify);
  progress.step(action.step);
  const {result, said, faults = []} = await action.work(opened, file ?? "", notify);
  progress.done();
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${said}\n`);
  return faults.length > 0 ? 5 : 0;
}

async function backupTo({store, blobs}: OpenedStore, file: string): Promise<Outcome> {
  requireOld(store);
  const {backup} = await import("../store/backup/backup.ts");
  const {manifest, blobs: kept, faults} = await backup(store, blobs, {file, generator});
  const {at, tables} = manifest;
  return {
    result: {file, at, tables, blobs: kept, faults},
    said: `${file}: ${counted(tables)}, ${kept} blobs, as of ${at}${faults.length > 0 ? ". The store is damaged: see stderr" : ""}`,
    faults,
  };
}

async function restoreFrom(
  {store, blobs}: OpenedStore,
  file: string,
  notify: (notice: string) => void,
): Promise<Outcome> {
  const {restore} = await import("../store/backup/restore.ts");
  const {openQueue} = await import("../jobs/queue.ts");
  const {requeueOpen} = await import("../jobs/recover.ts");
  const {manifest, blobs: kept, faults} = await restore(store, blobs, file);
  const queue = await openQueue(store, error => notify(error.message));
  try {
    const requeued = await requeueOpen(store, queue);
    const {at, tables} = manifest;
    return {
      result: {store: store.place, at, tables, blobs: kept, requeued, faults},
      said: `${store.place}: ${counted(tables)}, ${kept} blobs, as of ${at}; ${requeued} jobs queued again`,
      faults,
    };
  } finally {
    await queue.close();
  }
}

async function verified({store, blobs}: OpenedStore): Promise<Outcome> {
  requireOld(store);
  const {verify} = await import("../store/verify.ts");
  const found = await verify(store, blobs);
  const {events, snapshots, drafts, blobs: held, faults} = found;
  return {
    result: {store: store.place, ...found},
    said: `${store.place}: ${events} events, ${snapshots} snapshots, ${drafts} drafts, ${held} blobs: ${
      faults.length === 0 ? "no faults found" : `${faults.length} faults, see stderr`
    }`,
    faults,
  };
}

function migrated({store}: OpenedStore): Outcome {
  const {place, migrated: done} = store;
  const newest = knownMigrations.at(-1) ?? "";
  return {
    result: {store: place, migrated: done, newest},
    said: `${place}: ${done.length === 0 ? `at ${newest} already` : `done ${done.join(", ")}`}`,
  };
}

/** @throws UsageError where opening has made the store: its name was mistyped, more likely than not */
function requireOld({place, migrated: done}: OpenedStore["store"]): void {
  if (done.includes(knownMigrations[0] ?? ""))
    throw new UsageError(
      `there was no store at ${place}, only an empty one now: name the one you mean with --store or DATABASE_URL`,
    );
}

const counted = ({runs = 0, drafts = 0, events = 0}: Readonly<Record<string, number>>) =>
  `${runs} runs, ${drafts} drafts, ${events} events`;
