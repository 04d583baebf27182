import {readdir, rm, stat, utimes, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** A file that can be made again. */
interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly at: number;
}

/** Browsers are kept whole, and beside the limit: nothing is printed without one. */
const browser = /^chromium-/;
/** Somebody is still writing it. */
const unfinished = /^assay-unpacking-/;
const day = 86_400_000;
/** Another version of this program may still use it. */
const unusedBrowserMs = 30 * day;
/** Its age says when the folder was last held to its limit. */
const stamp = ".held";

/** How much the folder has: what the limit is of, and browsers. */
export async function keptBytes(folder: string) {
  const [files, browsers] = await Promise.all([
    filesIn(folder, name => !browser.test(name)),
    filesIn(folder, name => browser.test(name)),
  ]);
  return {limited: sum(files), browsers: sum(browsers)};
}

/**
 * Removes the oldest files until the rest is a tenth below the limit, where it is above it, and
 * browsers that nobody has used for a month. Whoever misses what is gone makes it again.
 */
export async function holdToLimit(folder: string, mostBytes: number, now: Date): Promise<void> {
  const files = await filesIn(folder, name => !browser.test(name) && !unfinished.test(name));
  let left = sum(files);
  if (left > mostBytes)
    for (const {path, bytes} of files.toSorted((a, b) => a.at - b.at)) {
      if (left <= mostBytes * 0.9) break;
      await rm(path, {force: true});
      left -= bytes;
    }
  for (const name of (await names(folder)).filter(name => browser.test(name))) {
    const used = await stat(join(folder, name)).catch(() => undefined);
    if (used && now.getTime() - used.mtimeMs > unusedBrowserMs)
      await rm(join(folder, name), {recursive: true, force: true});
  }
}

/** The same, where nobody has done it for a day. What cannot be removed stays. */
export async function holdToLimitDaily(folder: string, mostBytes: number, now: Date) {
  const path = join(folder, stamp);
  const last = await stat(path).catch(() => undefined);
  if (last && Math.abs(now.getTime() - last.mtimeMs) < day) return;
  try {
    await writeFile(path, "");
    await holdToLimit(folder, mostBytes, now);
  } catch {
    // A cache is a convenience.
  }
}

/** So that it is not taken for unused. */
export const markUsed = (folder: string, now: Date): Promise<void> =>
  utimes(folder, now, now).catch(() => {});

async function filesIn(folder: string, wanted: (top: string) => boolean): Promise<Kept[]> {
  const tops = (await names(folder)).filter(name => wanted(name) && name !== stamp);
  const found: Kept[] = [];
  for (const top of tops) await gather(join(folder, top), found);
  return found;
}

async function gather(path: string, found: Kept[]): Promise<void> {
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isFile()) found.push({path, bytes: entry.size, at: entry.mtimeMs});
  if (!entry?.isDirectory()) return;
  const inner = await names(path);
  await Promise.all(inner.map(name => gather(join(path, name), found)));
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
const sum = (files: readonly Kept[]) => files.reduce((total, {bytes}) => total + bytes, 0);
