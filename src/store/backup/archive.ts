import {createHash, type Hash} from "node:crypto";
import {createReadStream, createWriteStream} from "node:fs";
import {link, lstat, open, rename} from "node:fs/promises";
import {basename, dirname, join, resolve} from "node:path";
import {buffer} from "node:stream/consumers";
import {pipeline} from "node:stream/promises";
import {createGunzip, createGzip} from "node:zlib";
import {extract, type Pack, pack} from "tar-stream";
import {z} from "zod";
import {sweep, temporaryFolder} from "../../disk/temporaryFolder.ts";
import {ExpectedError, StoreDamaged, UsageError} from "../../model/errors.ts";
import {parseShallow} from "../../model/parseJson.ts";

/** A file of an archive. */
export interface Entry {
  readonly name: string;
  readonly body: Buffer;
}

/** The last file: whoever has it, and its digest is right, has everything before it. */
const sealName = "seal.json";
const sealSchema = z.object({entries: z.int().min(1), sha256: z.string()});
/** No file of a backup is larger: the largest are answers of 64 MB. */
const mostBytes = 256 * 2 ** 20;

/**
 * Writes a tar file, packed with gzip, of what `fill` adds. It is written beside its place, brought
 * to the disk and put there whole: what is killed half-way leaves nothing that looks like one.
 *
 * @throws UsageError when there is such a file, or no folder for it
 */
export async function writeArchive<T>(
  file: string,
  fill: (add: (name: string, body: Buffer | string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const place = resolve(file);
  const parent = dirname(place);
  await requireFree(place, file);
  await sweep(parent);
  await using making = temporaryFolder(parent, ".assay-");
  const unfinished = join(making.path, basename(place));
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(unfinished, {mode: 0o600}));
  written.catch(() => {}); // told below
  const seal = sealing();
  let filled: T;
  try {
    filled = await fill(async (name, body) => {
      const bytes = Buffer.from(body);
      seal.count(name, bytes);
      await addTo(tar, name, bytes);
    });
    await addTo(tar, sealName, Buffer.from(`${JSON.stringify(seal.sealed())}\n`));
    tar.finalize();
  } catch (error) {
    tar.destroy(error as Error);
    await written; // where writing it has failed, that is the reason
    throw error;
  }
  await written;
  await bringToDisk(unfinished);
  await put(unfinished, place, file);
  await bringToDisk(parent);
  return filled;
}

/**
 * The files of an archive in their order. The last one comes before it is known whether the archive
 * is whole: what is made of them is to be kept only after the end.
 *
 * @throws UsageError when it is no archive
 * @throws StoreDamaged when it was cut off or changed
 */
export async function* readArchive(file: string): AsyncGenerator<Entry> {
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar);
  read.catch(() => {}); // told by the entries
  const seal = sealing();
  let last: unknown;
  try {
    for await (const source of tar) {
      const {name, size = 0} = source.header;
      if (size > mostBytes || last !== undefined)
        throw new StoreDamaged(`${file} has in it what is not of a backup: ${name}`);
      const body = await buffer(source);
      if (name === sealName) {
        last = parsed(sealSchema, body) ?? null;
        continue;
      }
      seal.count(name, body);
      yield {name, body};
    }
    await read;
  } catch (error) {
    throw explain(file, error, seal.sealed().entries > 0);
  }
  if (JSON.stringify(last) !== JSON.stringify(seal.sealed()))
    throw new StoreDamaged(
      last === undefined
        ? `${file} was cut off: its end is missing. Take another backup`
        : `${file} was changed after it was written: its seal is of other content. Take another backup`,
    );
}

/** What a file of JSON says; undefined where it says something else. */
export function parsed<T>(schema: z.ZodType<T>, body: Buffer): T | undefined {
  try {
    return schema.parse(parseShallow(body.toString("utf8")));
  } catch {
    return undefined;
  }
}

function addTo(tar: Pack, name: string, body: Buffer): Promise<void> {
  const {promise, resolve: settle, reject} = Promise.withResolvers<void>();
  const entry = tar.entry({name, size: body.length, mode: 0o600}, body, error =>
    error ? reject(error) : settle(),
  );
  entry.on("error", reject);
  return promise;
}

/** Reckons one digest over names and bytes. */
function sealing() {
  const hash: Hash = createHash("sha256");
  let entries = 0;
  return {
    count(name: string, body: Buffer): void {
      entries += 1;
      hash.update(`${JSON.stringify(name)} ${body.length}\n`).update(body);
    },
    sealed: () => ({entries, sha256: hash.copy().digest("hex")}),
  };
}

async function requireFree(place: string, file: string): Promise<void> {
  const folder = await lstat(dirname(place)).catch(() => undefined);
  if (!folder) throw new UsageError(`there is no folder ${dirname(place)} for ${file}: make it`);
  if (await lstat(place).catch(() => undefined)) throw taken(file);
}

const taken = (file: string) =>
  new UsageError(`${file} is there already, and is not written over: name another file`);

/** A link fails where somebody was faster, unlike a renaming; not every file system has them. */
async function put(unfinished: string, place: string, file: string): Promise<void> {
  try {
    await link(unfinished, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw taken(file);
    await requireFree(place, file);
    await rename(unfinished, place);
  }
}

async function bringToDisk(path: string): Promise<void> {
  await using handle = await open(path, "r");
  await handle.sync();
}

function explain(file: string, error: unknown, began: boolean): unknown {
  if (error instanceof ExpectedError) return error;
  const {code = "", message, syscall} = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return new UsageError(`there is no backup ${file}`);
  if (code === "EISDIR") return new UsageError(`${file} is a folder: name the file of a backup`);
  if (syscall !== undefined) return error;
  if (/unexpected end/i.test(message))
    return new StoreDamaged(`${file} was cut off: its end is missing. Take another backup`);
  if (!began && /incorrect header check|invalid tar header/i.test(message))
    return new UsageError(`${file} is no backup: make one with assay store backup FILE`);
  return new StoreDamaged(`${file} cannot be read as a backup (${message}). Take another one`);
}
