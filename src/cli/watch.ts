import type {Project} from "../config/project.ts";
import {localOrder} from "../config/workspace.ts";
import {ExpectedError} from "../model/errors.ts";
import {toOrder} from "../model/order.ts";
import type {Gathered} from "../model/snapshot.ts";
import type {Workspace} from "../model/workspace.ts";
import {withRenderer} from "../render/renderer.ts";
import {ownTemplates} from "../render/templates.ts";
import {
  type Note,
  type PressEffects,
  type Pressed,
  press,
  refuseFaults,
  styleOf,
  write,
} from "../report.ts";
import {record} from "../snapshots/record.ts";
import {gatherOursAgain} from "../sources/gather.ts";
import {type Place, watchPlaces} from "./changes.ts";
import {liveEffects} from "./effects.ts";
import {reportError} from "./errors.ts";
import {noteLines, putNote, tellLeftOut} from "./makeNote.ts";
import {atNewest} from "./newest.ts";
import type {NoteOptions} from "./note.ts";
import {servePreview} from "./preview.ts";
import {stderrProgress} from "./progress.ts";

interface WatchOptions extends NoteOptions {
  readonly port?: number;
}

/** The configuration as it lies there now, and the options as they hold by it. */
interface Read {
  readonly project: Project;
  readonly options: WatchOptions;
}

/**
 * Writes the note, shows it in a browser, and does both again whenever a template, a style, the
 * configuration or a profile changes, until it is interrupted. What the sources answered stays.
 */
export async function watchNote(coin: string, read: () => Promise<Read>): Promise<number> {
  const {project, options} = await read();
  const progress = stderrProgress({quiet: options.quiet ?? false});
  const {spec, workspace} = localOrder(await atNewest(options, progress, coin));
  const live = liveEffects(progress, workspace);
  const order = toOrder({...spec, coin}, live.now());
  const gathered = await live.gather(order);
  const preview = await servePreview(options.port ?? 0);
  const changes = watchPlaces(placesOf(project, workspace));
  try {
    await withRenderer({pdf: options.format.includes("pdf"), step: progress.step}, async press => {
      process.stdout.write(`${preview.address} shows the note; Ctrl-C ends it\n`);
      const render = async () => {
        const now = await read();
        const {workspace} = localOrder(now.options);
        changes.follow(placesOf(now.project, workspace));
        const effects = {...press, ...live};
        const made = await make({...now.options, coin}, workspace, gathered, effects);
        const folder = await putNote(made.note, now.options.out, {force: now.options.force});
        tellLeftOut(made.note, progress);
        preview.show(made.page.files);
        progress.note(
          noteLines({note: made.note, folder, paths: [...made.note.files.keys()]}).trimEnd(),
        );
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
  {format, ...options}: WatchOptions & {readonly coin: string},
  workspace: Workspace,
  gathered: Gathered & {readonly asOf: string},
  effects: PressEffects,
): Promise<{readonly note: Note; readonly page: Pressed}> {
  const {asOf} = gathered;
  const {spec} = localOrder(options);
  const order = {...toOrder({...spec, coin: options.coin}, new Date(asOf)), asOf};
  const snapshot = record(await gatherOursAgain(order, workspace, gathered), asOf);
  const style = await styleOf(workspace);
  const draft = write(order, snapshot, style);
  refuseFaults(draft);
  const pressed = await press(draft, draft.markdown, style, format, effects);
  const page = format.includes("html")
    ? pressed
    : await press(draft, draft.markdown, style, ["html"], effects);
  return {note: {...pressed, draft, snapshot}, page};
}

/** Where the form of the note is decided. */
const placesOf = ({files}: Project, {templates, profiles}: Workspace): Place[] => [
  ...files.map(file => ({file})),
  {folder: ".", begins: "assay.config."},
  {folder: ownTemplates},
  ...(templates === undefined ? [] : [{folder: templates}]),
  ...(profiles === undefined ? [] : [{folder: profiles}]),
];
