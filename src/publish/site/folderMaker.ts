import {availableParallelism} from "node:os";
import {Tinypool} from "tinypool";
import {
  type FolderBefore,
  folderOf,
  type NoteFolder,
  type PressedNote,
  redressed,
} from "./noteFolder.ts";
import type {Neighbours} from "./notePages.ts";
import type {PageStyle, SiteForm} from "./style.ts";

/** A folder to be made: of a release over the version before, or one that stands with its pages anew. */
export type FolderTask = {readonly neighbours: Neighbours} & (
  | {readonly release: PressedNote; readonly before: FolderBefore | undefined}
  | {readonly release?: undefined; readonly before: FolderBefore}
);

/** Makes the folders of notes: a few in the calling thread, and of many as many as can be beside it. */
export interface FolderMaker extends AsyncDisposable {
  make(task: FolderTask): Promise<NoteFolder>;
}

/** As many are made in the time in which a thread begins. */
const few = 20;

/** Beside ours, which makes some itself. */
const helpers = Math.max(1, availableParallelism() - 1);
/** One that each of them makes, and its next. */
const mostGiven = 2 * helpers;

export function openFolderMaker(style: PageStyle): FolderMaker {
  let [asked, given, pool] = [0, 0, undefined as Tinypool | undefined];
  return {
    async make(task) {
      asked += 1;
      if (asked <= few || given >= mostGiven) return makeFolder(style, task);
      pool ??= openPool(style);
      given += 1;
      try {
        return await pool.run(task);
      } catch {
        // An error has lost its kind on its way from a thread: here it is what it is.
        return await makeFolder(style, task);
      } finally {
        given -= 1;
      }
    },
    async [Symbol.asyncDispose]() {
      await pool?.destroy();
    },
  };
}

/** In the calling thread. */
export const makeFolder = (style: PageStyle, {release, before, neighbours}: FolderTask) =>
  release ? folderOf(style, release, before, neighbours) : redressed(style, before, neighbours);

function openPool(style: PageStyle): Tinypool {
  const {templates, house, url, main, css, theme, script, logo, digest} = style;
  const form: SiteForm = {templates, house, url, main, css, theme, script, logo, digest};
  const pool = new Tinypool({
    filename: filename.href,
    // One that has nothing to do for a moment would end, were it more than the fewest.
    minThreads: helpers,
    maxThreads: helpers,
    workerData: form,
  });
  pool.on("error", () => {}); // a thread that fails before it is asked fails whoever asks next
  return pool;
}

/** The file beside this one, as source or compiled. */
const filename = new URL(
  import.meta.url.endsWith(".ts") ? "./folderThread.ts" : "./folderThread.js",
  import.meta.url,
);

/** What is made of each, in their order, while the next ones are being made. */
export async function* madeAhead<T, R>(
  all: AsyncIterable<T> | Iterable<T>,
  make: (one: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for await (const one of all) {
    const made = make(one);
    made.catch(() => {}); // told when it is its turn
    begun.push(made);
    const [first] = begun.length > mostGiven ? begun.splice(0, 1) : [];
    if (first) yield await first;
  }
  for (const made of begun) yield await made;
}
