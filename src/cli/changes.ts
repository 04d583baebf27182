import {type FSWatcher, watch} from "node:fs";
import {basename, dirname, resolve} from "node:path";

/** A file, or what lies in a folder. */
export type Place = {readonly file: string} | {readonly folder: string; readonly begins?: string};

/** Tells of changes, one after another. */
export interface Changes {
  /** From now on these places are looked at, and no others. */
  follow(places: readonly Place[]): void;
  /** Waits for a change since the last call: true for one, false when the run was interrupted. */
  next(): Promise<boolean>;
  close(): void;
}

/** Editors write a file in several steps: what comes within this many ms is one change. */
const settling = 60;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Watches folders and not files, since many editors put a new file in the place of the old. */
export function watchPlaces(places: readonly Place[]): Changes {
  const interrupted = Promise.withResolvers<boolean>();
  let changed = Promise.withResolvers<boolean>();
  let timer: NodeJS.Timeout | undefined;
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.resolve(true), settling);
  };
  const interrupt = () => interrupted.resolve(false);
  for (const signal of signals) process.once(signal, interrupt);
  let watchers = places.map(place => open(place, notice));
  return {
    follow(next) {
      const before = watchers;
      watchers = next.map(place => open(place, notice));
      for (const watcher of before) watcher.close();
    },
    async next() {
      const again = await Promise.race([interrupted.promise, changed.promise]);
      changed = Promise.withResolvers();
      return again;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}

/** A folder that is not there is waited for in the one above. */
function open(place: Place, notice: () => void): FSWatcher {
  const [folder, begins] =
    "file" in place
      ? [dirname(resolve(place.file)), basename(place.file)]
      : [resolve(place.folder), place.begins ?? ""];
  try {
    return watch(folder, (_, name) => name?.startsWith(begins) !== false && notice()).on(
      "error",
      notice,
    );
  } catch (error) {
    if (dirname(folder) === folder) throw error;
    return open({folder: dirname(folder), begins: basename(folder)}, notice);
  }
}
