import {createHash} from "node:crypto";
import {lstat, readFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {z} from "zod";
import type {Order} from "../model/order.ts";
import {readRegularFile} from "../model/regularFile.ts";

/** Whose folder it is: another note never takes its place. */
const ownerSchema = z.strictObject({
  asset: z.string(),
  edition: z.string().optional(),
  locale: z.string(),
});

/** Of a file in the folder: the record may have come from elsewhere, and files are removed by it. */
const pathWithin = z
  .string()
  .refine(path => path.split(/[\\/]/).every(part => !["", ".", ".."].includes(part)));

/** What the program wrote into a folder, so that it can tell what a person has changed since. */
const writtenSchema = z.strictObject({
  schema: z.literal("assay/written@1"),
  owner: ownerSchema,
  files: z.record(pathWithin, z.hash("sha256")).describe("SHA-256 by path"),
});

export type Owner = Readonly<z.output<typeof ownerSchema>>;
export type Written = Readonly<z.output<typeof writtenSchema>>;

/** It has a line for each file of a note. */
const mostBytes = 4 * 2 ** 20;

export const ownerOf = (
  {edition, locale}: Pick<Order, "edition" | "locale">,
  asset: string,
): Owner => ({asset, ...(edition !== undefined && {edition}), locale});

/** Where the record lies in the folder. */
export const writtenFile = ".assay/written.json";

export const writtenText = (written: Omit<Written, "schema">) =>
  `${JSON.stringify({schema: "assay/written@1", ...written}, null, 1)}\n`;

/** What the program wrote into the folder; undefined where it has not, or its record is damaged. */
export async function readWritten(folder: string): Promise<Written | undefined> {
  try {
    const bytes = await readRegularFile(join(folder, writtenFile), mostBytes, cause => cause);
    return writtenSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return undefined;
  }
}

export const digestOf = (content: string | Uint8Array) =>
  createHash("sha256").update(content).digest("hex");

/** The first of the paths, or of the folders on the way to one, that is a symbolic link in the folder. */
export async function linkOnTheWay(
  folder: string,
  paths: Iterable<string>,
): Promise<string | undefined> {
  for (const path of new Set([...paths].flatMap(wayTo)))
    if ((await lstat(join(folder, path)).catch(() => undefined))?.isSymbolicLink()) return path;
  return undefined;
}

/** "charts/a.svg" as "charts" and "charts/a.svg". */
const wayTo = (path: string): string[] =>
  dirname(path) === "." ? [path] : [...wayTo(dirname(path)), path];

/** The digest of the file; undefined where there is none, and no digest for what is no plain file that can be read. */
export async function digestAt(path: string): Promise<string | undefined> {
  const there = await lstat(path).catch(() => undefined);
  if (!there) return undefined;
  if (!there.isFile()) return "no plain file";
  return readFile(path).then(digestOf, ({code}) => (code === "ENOENT" ? undefined : "unreadable"));
}
