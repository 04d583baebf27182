import {createHash} from "node:crypto";
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {z} from "zod";
import {readRegularFile} from "../../model/regularFile.ts";
import {digestAt} from "../../notes/written.ts";

/** Of a file below the root: files are removed by the record, and it may have come from elsewhere. */
const pathWithin = z
  .string()
  .refine(path => path.split(/[\\/]/).every(part => !["", ".", ".."].includes(part)));

/** What we wrote of a note, so that it can be told what a person has changed since, and what is ours. */
const recordSchema = z.strictObject({
  schema: z.literal("assay/post@1"),
  id: z.string(),
  version: z.int(),
  digest: z.hash("sha256").describe("Of the release"),
  post: pathWithin,
  files: z.record(pathWithin, z.hash("sha256")).describe("SHA-256 by path from the root"),
});
export type PostRecord = Readonly<z.output<typeof recordSchema>>;

/** A record that is being carried out, and what lay in its files' places when that was decided. */
const decidedSchema = z.strictObject({
  record: recordSchema,
  seen: z.record(pathWithin, z.string()).describe("SHA-256 by path, where there was a file"),
});
export type Decided = Readonly<z.output<typeof decidedSchema>>;

const mostBytes = 2 ** 20;

export const recordText = (record: PostRecord | Decided): string =>
  `${JSON.stringify(record, null, 1)}\n`;

export const readRecord = (path: string) => readAs(recordSchema, path);
export const readDecided = (path: string) => readAs(decidedSchema, path);

/** Undefined where there is none, or it is damaged. */
async function readAs<T>(schema: z.ZodType<T>, path: string): Promise<T | undefined> {
  try {
    const bytes = await readRegularFile(path, mostBytes, cause => cause);
    return parsedAs(schema, bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A record's text; undefined where it is none. */
export const parseRecord = (text: string) => parsedAs(recordSchema, text);

function parsedAs<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** A digest of the files as they lie there now: it changes with any of them. */
export async function stampOf(root: string, paths: readonly string[]): Promise<string> {
  const lines = await Promise.all(
    paths.toSorted().map(async path => `${path} ${(await digestAt(join(root, path))) ?? "-"}`),
  );
  return sha256(lines.join("\n"));
}

export const stampOfRecord = ({files}: Pick<PostRecord, "files">): string =>
  sha256(
    Object.keys(files)
      .toSorted()
      .map(path => `${path} ${files[path]}`)
      .join("\n"),
  );

export const textAt = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch(() => undefined);

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
