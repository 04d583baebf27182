import {createHash, randomBytes} from "node:crypto";
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";
import {openRegularFile} from "../model/regularFile.ts";
import {type Dataset, manifestFile} from "./dataset.ts";
import {type FieldRecord, fieldCoins, recordVersion, workOut} from "./fieldRecord.ts";
import type {ListedCoin} from "./listedCoins.ts";

/** Records that are kept: one for each state of a folder, some megabytes each. */
const mostKept = 8;

/** The record worked out last; notes on one folder come in rows. */
let latest: {readonly name: string; readonly record: Promise<FieldRecord>} | undefined;

/**
 * The folder's record of changes, worked out once for each state of its files. It is kept in `cache`
 * under the SHA-256 of the manifest, the list, the price files and the rule. A cache that is damaged
 * or cannot be written costs time and nothing else.
 *
 * @throws SourceChanged when a price file is no table, SourceUnavailable when it cannot be read
 */
export async function fieldRecord(
  folder: string,
  dataset: Dataset,
  listed: readonly ListedCoin[],
  cache: string | undefined,
): Promise<FieldRecord> {
  const name = await stateOf(folder, dataset);
  if (latest?.name !== name) {
    const make = () => workOut(folder, dataset, fieldCoins(listed));
    latest = {name, record: cache === undefined ? make() : kept(join(cache, name), make)};
    latest.record.catch(() => {
      latest = undefined;
    });
  }
  return latest.record;
}

async function kept(path: string, make: () => Promise<FieldRecord>): Promise<FieldRecord> {
  const found = await readFile(path).then(opened, () => undefined);
  if (found) return found;
  const made = await make();
  await keep(path, made).catch(() => {}); // the next run works it out again
  return made;
}

/** What {@link sealed} sealed; nothing where it was damaged since. */
function opened(bytes: Buffer): FieldRecord | undefined {
  const body = bytes.subarray(sealLength);
  return sealOf(body).equals(bytes.subarray(0, sealLength)) ? deserialize(body) : undefined;
}

const sealLength = 32;
const sealOf = (body: Buffer) => createHash("sha256").update(body).digest();

/** Written beside and moved to its place: another process sees all of it or nothing. */
async function keep(path: string, made: FieldRecord): Promise<void> {
  const folder = join(path, "..");
  await mkdir(folder, {recursive: true});
  const beside = `${path}.${process.pid}-${randomBytes(6).toString("hex")}`;
  const body = serialize(made);
  try {
    await writeFile(beside, Buffer.concat([sealOf(body), body]));
    await rename(beside, path);
  } finally {
    await rm(beside, {force: true});
  }
  await removeOldest(folder);
}

async function removeOldest(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map(name => join(folder, name));
  const aged = await Promise.all(paths.map(async path => ({path, at: (await stat(path)).mtimeMs})));
  const old = aged.toSorted((a, b) => b.at - a.at).slice(mostKept);
  await Promise.all(old.map(({path}) => rm(path, {force: true})));
}

/** The name of everything that a record is made from. */
async function stateOf(folder: string, {assets, prices}: Dataset): Promise<string> {
  const lists = "file" in assets ? [assets.file] : [];
  const files = [manifestFile, ...lists, ...prices.map(({file}) => file)];
  const digests = await Promise.all(files.map(file => digestOf(join(folder, file))));
  return createHash("sha256")
    .update([recordVersion, ...digests].join())
    .digest("hex");
}

async function digestOf(path: string): Promise<string> {
  const file = await openRegularFile(path, cause => cause);
  const hash = createHash("sha256");
  for await (const chunk of file.createReadStream({highWaterMark: 1 << 20})) hash.update(chunk);
  return hash.digest("hex");
}
