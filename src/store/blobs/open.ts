import {resolve} from "node:path";
import {UsageError} from "../../model/errors.ts";
import type {Blobs} from "./blobs.ts";
import type {Persistence} from "./persist.ts";

/** Where blobs are kept. */
export type BlobPlace =
  | {readonly folder: string}
  /** Such as `s3://bucket/prefix`. */
  | {readonly url: string};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The place that ASSAY_BLOBS names, a folder or `s3://bucket/prefix`; otherwise the folder.
 *
 * @example blobPlace({ASSAY_BLOBS: "s3://notes/desk"}, "blobs") // {"url":"s3://notes/desk"}
 * @throws UsageError when it is the address of something else
 */
export function blobPlace({ASSAY_BLOBS: named}: Environment, folder: string): BlobPlace {
  if (!named) return {folder};
  if (named.startsWith("s3://")) return {url: named};
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(named)?.[0];
  if (scheme === undefined) return {folder: resolve(named)};
  throw new UsageError(
    `ASSAY_BLOBS begins with ${scheme}, and blobs are kept in a folder or in s3://bucket/prefix: ` +
      "name one of these, and the address of an S3 server with AWS_ENDPOINT_URL_S3",
  );
}

/**
 * The blobs at a place. An S3 server is not asked yet: it may be away for a while.
 *
 * @throws UsageError when the environment lacks what the place needs, or has it wrong
 * @throws StoreUnavailable when the folder cannot be made or read
 */
export async function openBlobs(
  place: BlobPlace,
  env: Environment,
  effects: Persistence,
): Promise<Blobs> {
  if ("folder" in place) {
    const {folderBlobs} = await import("./folder.ts");
    return folderBlobs(place.folder);
  }
  const {s3Blobs} = await import("./s3.ts");
  const {s3Settings} = await import("./s3Settings.ts");
  return s3Blobs(s3Settings(place.url, env), effects);
}
