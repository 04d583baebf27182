import type {Command} from "commander";
import type {Project} from "../config/project.ts";
import {ExpectedError} from "../model/errors.ts";
import {type Order, toOrder} from "../model/order.ts";
import type {Gathered} from "../model/snapshot.ts";
import {ownTemplates} from "../render/templates.ts";
import {compose, type Effects, type Note} from "../report.ts";
import {record} from "../snapshots/record.ts";
import {gatherOursAgain} from "../sources/gather.ts";
import {type Place, watchPlaces} from "./changes.ts";
import {liveEffects} from "./effects.ts";
import {reportError} from "./errors.ts";
import {type NoteOptions, specOf, tellLeftOut, told, writeNote} from "./note.ts";
import {servePreview} from "./preview.ts";
import {stderrProgress} from "./progress.ts";
import {withRenderer} from "./renderer.ts";
import {projectOf, settleBy} from "./settings.ts";

interface WatchOptions extends NoteOptions {
  readonly port?: number;
}

/**
 * Writes the note, shows it in a browser, and does both again whenever a template, a style, the
 * configuration or a profile changes, until it is interrupted. What the sources answered stays.
 */
export async function watchNote(coin: string, command: Command): Promise<number> {
  const read = async () => {
    const project = await projectOf(command);
    return {project, options: settleBy<WatchOptions>(command, project)};
  };
  const {project, options} = await read();
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const live = liveEffects(progress);
  const ordered = (asked: WatchOptions) => toOrder(specOf(coin, asked), live.now());
  const order = ordered(options);
  const gathered = await live.gather(order);
  const preview = await servePreview(options.port ?? 0);
  const changes = watchPlaces(placesOf(project, order));
  try {
    await withRenderer({pdf: options.format.includes("pdf")}, async renderer => {
      process.stdout.write(`${preview.address} shows the note; Ctrl-C ends it\n`);
      const render = async () => {
        const now = await read();
        const order = ordered(now.options);
        changes.follow(placesOf(now.project, order));
        const made = await make(order, gathered, now.options, {...renderer, ...live});
        const folder = await writeNote(made.note, now.options.out);
        tellLeftOut(made.note, progress);
        preview.show(made.page.files);
        progress.note(told(made.note, folder).trimEnd());
      };
      do {
        await render().catch(error => {
          if (!(error instanceof ExpectedError)) throw error;
          reportError(error);
          preview.fail(error.message);
        });
      } while (await changes.next());
    });
    return 0;
  } finally {
    changes.close();
    await preview.close();
    progress.done();
  }
}

/** The note as `note` writes it, and its page even where no page is to be written. */
async function make(
  order: Order,
  gathered: Gathered & {readonly asOf: string},
  {format}: WatchOptions,
  effects: Omit<Effects, "gather" | "now">,
): Promise<{readonly note: Note; readonly page: Note}> {
  const {asOf} = gathered;
  const snapshot = record(await gatherOursAgain(order, gathered), asOf);
  const note = await compose({...order, asOf}, snapshot, format, effects);
  if (format.includes("html")) return {note, page: note};
  return {note, page: await compose({...order, asOf}, snapshot, ["html"], effects)};
}

/** Where the form of the note is decided. */
const placesOf = ({files, options}: Project, {profiles}: Order): Place[] => [
  ...files.map(file => ({file})),
  {folder: ".", begins: "assay.config."},
  {folder: ownTemplates},
  ...(options.templates === undefined ? [] : [{folder: options.templates}]),
  ...(profiles === undefined ? [] : [{folder: profiles}]),
];
