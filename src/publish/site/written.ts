import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {readSmall, removeFile, writeWhole} from "./disk.ts";
import {sha256} from "./style.ts";

const digest = z.hash("sha256");

/** What the program has written beside the notes, so that it can tell what is somebody else's. */
const writtenSchema = z.strictObject({
  schema: z.literal("assay/site@1"),
  notes: z
    .record(z.string(), digest)
    .describe("Of each record that the indexes were last made of, whole"),
  files: z
    .record(z.string(), z.array(digest).min(1))
    .describe("By path; of a file that is just being written, before and after"),
});

export type SiteWritten = Readonly<z.output<typeof writtenSchema>>;

const file = ".assay/site.json";
const nothing: SiteWritten = {schema: "assay/site@1", notes: {}, files: {}};

/** What was written into the site; nothing where it is new. */
export async function readWritten(out: string): Promise<SiteWritten> {
  const text = await readFile(join(out, file), "utf8").catch(() => undefined);
  if (text === undefined) return nothing;
  try {
    return writtenSchema.parse(JSON.parse(text));
  } catch {
    return nothing;
  }
}

/** Files that somebody else has put or changed where the site would have its own: they stay. */
export type Left = readonly string[];

/**
 * Writes what differs and removes what is no longer wanted, each file as a whole. What the program
 * did not write, or somebody has changed since, stays as it is and is told.
 */
export async function writeSite(
  out: string,
  wanted: ReadonlyMap<string, string | Uint8Array>,
  notes: SiteWritten["notes"],
): Promise<Left> {
  const before = await readWritten(out);
  const steps = await Promise.all(
    [...new Set([...wanted.keys(), ...Object.keys(before.files)])].map(async path => {
      const content = wanted.get(path);
      const there = await readSmall(join(out, path)).then(sha256, () => undefined);
      const own = before.files[path] ?? [];
      const to = content === undefined ? undefined : sha256(content);
      return {
        path,
        content,
        there,
        to,
        foreign: there !== undefined && there !== to && !own.includes(there),
      };
    }),
  );
  const mine = steps.filter(({foreign}) => !foreign);
  const changes = mine.filter(({there, to}) => there !== to);
  const after = {
    ...nothing,
    notes,
    files: Object.fromEntries(
      steps.flatMap(({path, to, foreign}) =>
        to === undefined ? [] : foreign ? [[path, before.files[path] ?? [to]]] : [[path, [to]]],
      ),
    ),
  };
  if (changes.length > 0) {
    const during = Object.fromEntries(
      mine.map(({path, there, to}) => [path, [...new Set([there, to])].flatMap(one => one ?? [])]),
    );
    const begun = Object.entries(during).filter(([, digests]) => digests.length > 0);
    await writeWritten(out, {...nothing, files: Object.fromEntries(begun)});
    for (const {path, content} of changes)
      await (content === undefined ? removeFile(out, path) : writeWhole(out, path, content));
  }
  if (changes.length > 0 || JSON.stringify(before) !== JSON.stringify(after))
    await writeWritten(out, after);
  return steps.filter(({foreign, to}) => foreign && to !== undefined).map(({path}) => path);
}

const writeWritten = (out: string, written: SiteWritten) =>
  writeWhole(out, file, `${JSON.stringify(written)}\n`);

/** Files of ours that somebody has changed or put others in the place of. */
export async function misplaced(out: string): Promise<string[]> {
  const {files} = await readWritten(out);
  const found = await Promise.all(
    Object.entries(files).map(async ([path, own]) => {
      const there = await readFile(join(out, path)).then(sha256, () => undefined);
      return there === undefined || own.includes(there) ? [] : [path];
    }),
  );
  return found.flat();
}
